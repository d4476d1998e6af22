package dev.idp.testing.rule;

import dev.idp.Restriction;
import dev.idp.Setting;
import dev.idp.Settings;
import dev.idp.explain.Decision;
import dev.idp.plan.SecretUse;
import dev.idp.plan.WorkloadPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What is read off the settings of a workload. */
final class SettingDemands {

    private SettingDemands() {}

    static Demand<WorkloadPlan> beOwned() {
        return new Demand<>(
                "be owned",
                (workload, environment) -> Outcome.of(
                        workload.owner().isPresent(),
                        workload.decision(Settings.OWNER),
                        "it is owned by "
                                + workload.owner().map(Object::toString).orElse(""),
                        "nobody owns it",
                        "add ownedBy(team)"));
    }

    static Demand<WorkloadPlan> runAsNonRoot() {
        return restricted(
                "run as non-root",
                Settings.NON_ROOT,
                "it does not run as root",
                "it may run as root",
                "let the image run as another user, and remove runAsRoot(...)");
    }

    static Demand<WorkloadPlan> haveReadOnlyRoot() {
        return restricted(
                "have a read-only root",
                Settings.READ_ONLY_ROOT,
                "it cannot write to the files of its image",
                "it may write to the files of its image",
                "add scratch(...) for what it writes, and remove writableRootFilesystem(...)");
    }

    private static Demand<WorkloadPlan> restricted(
            String text, Setting<Restriction> setting, String ifMet, String otherwise, String remedy) {
        return new Demand<>(text, (workload, environment) -> {
            Decision<Restriction> decision = workload.decision(setting);
            String reason = decision.value()
                    .filter(restriction -> !restriction.holds())
                    .map(restriction -> ", because " + restriction.because())
                    .orElse("");
            return Outcome.of(
                    decision.value().filter(Restriction::holds).isPresent(),
                    decision,
                    ifMet,
                    otherwise + reason,
                    remedy);
        });
    }

    static Demand<WorkloadPlan> readNoSecrets() {
        return new Demand<>("read no secrets", (workload, environment) -> {
            List<SecretUse> uses = workload.secretUses();
            return uses.isEmpty()
                    ? Outcome.met(List.of(Remark.of(workload, "secrets", "it reads no secret")))
                    : Outcome.unmet(uses.stream()
                            .map(use -> Remark.at(
                                    use.by(),
                                    "it reads " + use.key() + " of secret " + use.secret(),
                                    "remove what reads it"))
                            .toList());
        });
    }

    static Demand<WorkloadPlan> have(Setting<?> setting) {
        return new Demand<>(
                "have " + setting,
                Mention.setting(setting),
                (workload, environment) -> decided(workload, setting, "decide on " + setting));
    }

    static Demand<WorkloadPlan> notHave(Setting<?> setting) {
        return new Demand<>("not have " + setting, Mention.setting(setting), (workload, environment) -> {
            Outcome decided = decided(workload, setting, "");
            return new Outcome(!decided.met(), decided.remarks());
        });
    }

    private static Outcome decided(WorkloadPlan workload, Setting<?> setting, String remedy) {
        List<Remark> present = values(workload, setting).stream()
                .filter(Decision::isPresent)
                .map(decision -> Remark.at(decision, name(decision, workload) + " is " + Shown.value(decision)))
                .toList();
        return present.isEmpty()
                ? Outcome.unmet(List.of(Remark.at(workload.decision(setting), "it has no " + setting, remedy)))
                : Outcome.met(present);
    }

    static <V> Demand<WorkloadPlan> have(Setting<V> setting, String description, Predicate<? super V> holds) {
        return new Demand<>(
                "have " + setting + " " + description, Mention.setting(setting), (workload, environment) -> {
                    List<Remark> good = new ArrayList<>();
                    List<Remark> bad = new ArrayList<>();
                    for (Decision<V> decision : values(workload, setting)) {
                        String what = name(decision, workload) + " is " + Shown.value(decision);
                        boolean isGood = decision.value().filter(holds).isPresent();
                        (isGood ? good : bad).add(Remark.at(decision, what + (isGood ? "" : ", not " + description)));
                    }
                    return bad.isEmpty() ? Outcome.met(good) : Outcome.unmet(bad);
                });
    }

    static Demand<WorkloadPlan> haveEntry(Setting<?> setting, String entry) {
        return new Demand<>("have " + setting + " " + entry, Mention.setting(setting), (workload, environment) -> {
            Decision<?> decision = workload.decisions().decision(setting, entry);
            return Outcome.of(
                    decision.isPresent(),
                    decision,
                    "its " + setting + " " + entry + " is " + Shown.value(decision),
                    "it has no " + setting + " " + entry,
                    "add " + setting + " " + entry);
        });
    }

    static boolean isDecided(WorkloadPlan workload, Setting<?> setting) {
        return values(workload, setting).stream().anyMatch(Decision::isPresent);
    }

    /** All entries that are there, or the one decision, whether there is a value or not. */
    private static <V> List<Decision<V>> values(WorkloadPlan workload, Setting<V> setting) {
        return setting.hasEntries()
                ? List.copyOf(workload.entries(setting).values())
                : List.of(workload.decision(setting));
    }

    /** For example {@code its replicas}, or {@code its env LOG_LEVEL}. */
    private static String name(Decision<?> decision, WorkloadPlan workload) {
        return "its "
                + Shown.name(
                        decision.subject().substring(CallDemands.path(workload).length() + 1));
    }
}
