package dev.idp.testing.rule;

import dev.idp.ServiceKind;
import dev.idp.Setting;
import dev.idp.Tier;
import dev.idp.plan.JobPlan;
import dev.idp.plan.ServicePlan;
import dev.idp.plan.WorkloadPlan;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The traits that rules have words for. */
final class Traits {

    private Traits() {}

    static Trait<WorkloadPlan> named(String... names) {
        Set<String> wanted = Set.copyOf(List.of(names));
        return new Trait<>(
                "are named " + String.join(" or ", names),
                (workload, environment) -> wanted.contains(workload.name()),
                Mention.workloads(names));
    }

    static Trait<WorkloadPlan> nameMatching(String regex) {
        Pattern pattern = Pattern.compile(regex);
        return new Trait<>(
                "have a name matching '" + regex + "'",
                (workload, environment) -> pattern.matcher(workload.name()).matches());
    }

    static Trait<WorkloadPlan> ownedBy(String team) {
        return new Trait<>(
                "are owned by " + team,
                (workload, environment) -> workload.owner()
                        .filter(owner -> owner.name().equals(team))
                        .isPresent(),
                Mention.team(team));
    }

    static Trait<WorkloadPlan> inTier(Tier tier) {
        return new Trait<>(
                "are in tier " + tier.name().toLowerCase(Locale.ROOT),
                (workload, environment) -> environment.tier() == tier);
    }

    static Trait<WorkloadPlan> in(String... environments) {
        Set<String> wanted = Set.copyOf(List.of(environments));
        return new Trait<>(
                "are in " + String.join(" or ", environments),
                (workload, environment) -> wanted.contains(environment.name()),
                Mention.environments(environments));
    }

    static Trait<WorkloadPlan> calling(String name) {
        return new Trait<>(
                "call " + name,
                (workload, environment) -> environment.graph().callsFrom(workload.name()).stream()
                        .anyMatch(edge -> edge.to().equals(name)),
                Mention.nodes(name));
    }

    static Trait<WorkloadPlan> readingSecrets() {
        return new Trait<>("read secrets", (workload, environment) -> !workload.secretUses()
                .isEmpty());
    }

    static Trait<WorkloadPlan> having(Setting<?> setting) {
        return new Trait<>(
                "have " + setting,
                (workload, environment) -> SettingDemands.isDecided(workload, setting),
                Mention.setting(setting));
    }

    static Trait<WorkloadPlan> havingEntry(Setting<?> setting, String entry) {
        return new Trait<>(
                "have " + setting + " " + entry,
                (workload, environment) -> workload.entries(setting).containsKey(entry),
                Mention.setting(setting));
    }

    static Trait<ServicePlan> isPublic() {
        return new Trait<>(
                "are public", (service, environment) -> !service.routes().isEmpty());
    }

    static Trait<ServicePlan> isNotPublic() {
        return new Trait<>(
                "are not public", (service, environment) -> service.routes().isEmpty());
    }

    static Trait<ServicePlan> stateful() {
        return new Trait<>("are stateful", (service, environment) -> service.serviceKind() == ServiceKind.STATEFUL);
    }

    static Trait<ServicePlan> calledBy(String name) {
        return new Trait<>(
                "are called by " + name,
                (service, environment) -> environment.graph().callsTo(service.name()).stream()
                        .anyMatch(edge -> edge.from().equals(name)),
                Mention.nodes(name));
    }

    static Trait<JobPlan> scheduled() {
        return new Trait<>("are scheduled", (job, environment) -> job.schedule().isPresent());
    }
}
