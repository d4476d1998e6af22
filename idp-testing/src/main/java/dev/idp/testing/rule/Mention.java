package dev.idp.testing.rule;

import dev.idp.EnvironmentSettings;
import dev.idp.Setting;
import dev.idp.Settings;
import dev.idp.internal.text.Closest;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.Node;
import dev.idp.plan.WorkloadPlan;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Something that a rule names. Where there is no such thing nothing matches, and a mistyped name would go unseen. */
@FunctionalInterface
interface Mention {

    Optional<Lack> lackIn(List<EnvironmentPlan> environments);

    /**
     * What a rule names, though it is not there.
     *
     * @param message what is not there, in one clause
     * @param fix what to do about it
     * @param isEverywhere whether it can be in no plan, whatever the rest of the platform is
     */
    record Lack(String message, String fix, boolean isEverywhere) {}

    static List<Mention> both(List<Mention> some, List<Mention> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    /** Names of what calls and is called. */
    static List<Mention> nodes(String... names) {
        return named(
                "there is no service, job or external service",
                names,
                environment -> environment.graph().nodes().stream().map(Node::name));
    }

    static List<Mention> workloads(String... names) {
        return named("there is no service or job", names, environment -> environment.workloads().stream()
                .map(WorkloadPlan::name));
    }

    static List<Mention> team(String name) {
        return named("no workload is owned by", new String[] {name}, environment -> environment.workloads().stream()
                .flatMap(workload -> workload.owner().stream())
                .map(owner -> owner.name()));
    }

    static List<Mention> environments(String... names) {
        return named("there is no environment", names, environment -> Stream.of(environment.name()));
    }

    private static List<Mention> named(String what, String[] names, Function<EnvironmentPlan, Stream<String>> thoseIn) {
        return Arrays.stream(names)
                .<Mention>map(name -> environments -> lack(
                        what,
                        name,
                        environments.stream().flatMap(thoseIn).collect(Collectors.toCollection(TreeSet::new))))
                .toList();
    }

    private static Optional<Lack> lack(String what, String name, Collection<String> known) {
        return known.contains(name)
                ? Optional.empty()
                : Optional.of(new Lack(
                        what + " '" + name + "'"
                                + Closest.to(name, known)
                                        .map(near -> ": did you mean '" + near + "'?")
                                        .orElse(""),
                        "correct the name, or say allowEmpty()",
                        false));
    }

    static List<Mention> setting(Setting<?> setting) {
        return List.of(environments -> lack(setting, environments));
    }

    private static Optional<Lack> lack(Setting<?> setting, List<EnvironmentPlan> environments) {
        if (Settings.usedUp().contains(setting)) {
            return Optional.of(new Lack(
                    "no planned workload has " + setting + ", of which planning makes the graph",
                    setting.equals(Settings.USES)
                            ? "say call(...), notCall(...) or onlyCall(...)"
                            : "ask the environment's graph, with are(...) or be(...)",
                    true));
        }
        if (Settings.all().contains(setting) || isDecidedIn(environments, setting)) {
            return Optional.empty();
        }
        return Optional.of(
                EnvironmentSettings.all().contains(setting)
                        ? new Lack(
                                "no workload has " + setting + ", which is said of environments",
                                "ask the environment, with are(...) or be(...)",
                                true)
                        : new Lack(
                                "nobody decided on " + setting + " for any workload",
                                "correct the setting, or say allowEmpty()",
                                false));
    }

    private static boolean isDecidedIn(List<EnvironmentPlan> environments, Setting<?> setting) {
        Set<Setting<?>> decided = environments.stream()
                .flatMap(environment -> environment.workloads().stream())
                .flatMap(workload -> workload.decisions().settings().stream())
                .collect(Collectors.toSet());
        return decided.contains(setting);
    }
}
