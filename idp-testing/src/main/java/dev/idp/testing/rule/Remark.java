package dev.idp.testing.rule;

import dev.idp.explain.Decision;
import dev.idp.plan.WorkloadPlan;
import java.util.List;

/**
 * Something to say of a workload.
 *
 * @param path what it is about, as a path through the plan: it stays as it is when lines and values change
 * @param causes the decisions that made it so, the first of which that somebody said is cited
 * @param message what is to be said, in one clause
 * @param remedy what to do about it, in one clause; empty if nothing general can be said
 */
record Remark(String path, List<Decision<?>> causes, String message, String remedy) {

    /** Says something of a workload that no single decision makes so: each such thing has a path of its own. */
    static Remark of(WorkloadPlan workload, String what, String message) {
        return new Remark(CallDemands.path(workload) + "/" + what, List.of(workload.identity()), message, "");
    }

    static Remark at(Decision<?> cause, String message) {
        return at(cause, message, "");
    }

    static Remark at(Decision<?> cause, String message, String remedy) {
        return new Remark(cause.subject(), List.of(cause), message, remedy);
    }
}
