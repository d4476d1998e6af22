package dev.idp.internal.planning;

import dev.idp.ServiceKind;
import dev.idp.Setting;
import dev.idp.Settings;
import dev.idp.Statement;
import dev.idp.Workload;
import dev.idp.WorkloadKind;
import dev.idp.explain.Decision;
import dev.idp.explain.Source;
import dev.idp.plan.Decisions;
import dev.idp.plan.WorkloadPlan;
import java.util.Objects;
import java.util.SortedMap;

/**
 * A workload whose values are decided and whose references are not yet resolved.
 *
 * @param workload what was declared
 * @param declared who declared it: its own line, or the provisioner that added it
 * @param decisions what was decided
 * @param sound false if its golden path failed, so that what is missing says nothing about the workload
 */
record Decided(Workload workload, Source declared, Decisions decisions, boolean sound) {

    String name() {
        return workload.name();
    }

    WorkloadKind kind() {
        return workload.kind();
    }

    /** Where the plan knows it. */
    String path() {
        return WorkloadPlan.path(kind(), name());
    }

    boolean runsOnEveryNode() {
        Decision<ServiceKind> serviceKind = decision(Settings.KIND);
        return serviceKind.isPresent() && serviceKind.get() == ServiceKind.PER_NODE;
    }

    <T> Decision<T> decision(Setting<T> setting) {
        return decisions.decision(setting);
    }

    <T> SortedMap<String, Decision<T>> entries(Setting<T> setting) {
        return decisions.entries(setting);
    }

    /** For statements that cannot be taken back, and thus always have a value. */
    static <T> T value(Statement<T> statement) {
        return Objects.requireNonNull(statement.value());
    }
}
