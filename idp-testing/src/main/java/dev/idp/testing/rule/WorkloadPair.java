package dev.idp.testing.rule;

import dev.idp.Setting;
import dev.idp.explain.Decision;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.WorkloadPlan;
import java.util.ArrayList;
import java.util.List;

/**
 * A workload in two environments.
 *
 * @param mine what it is in the environment that the rule is about
 * @param other what it is in the one that it is compared with
 */
record WorkloadPair(WorkloadPlan mine, EnvironmentPlan here, WorkloadPlan other, EnvironmentPlan there) {

    /** Says of a value what it is here, and cites what was decided on both sides. */
    Deviation deviation(Decision<?> inMine, Decision<?> inOther, String message, String remedy) {
        return deviation(path(inMine), List.of(inMine), List.of(inOther), message, remedy);
    }

    Deviation deviation(
            String path, List<Decision<?>> inMine, List<Decision<?>> inOther, String message, String remedy) {
        return new Deviation(
                mine.name(),
                CallDemands.path(mine) + "/" + path,
                withIdentity(inMine, mine),
                withIdentity(inOther, other),
                message,
                remedy);
    }

    private static List<Decision<?>> withIdentity(List<Decision<?>> decisions, WorkloadPlan workload) {
        List<Decision<?>> all = new ArrayList<>(decisions);
        all.add(workload.identity());
        return all;
    }

    /** For example {@code env/LOG_LEVEL}. */
    String path(Decision<?> decision) {
        return decision.subject().substring(CallDemands.path(mine).length() + 1);
    }

    <T> Decision<T> mine(Setting<T> setting) {
        return mine.decision(setting);
    }

    <T> Decision<T> other(Setting<T> setting) {
        return other.decision(setting);
    }
}
