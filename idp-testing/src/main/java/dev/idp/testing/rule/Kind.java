package dev.idp.testing.rule;

import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.JobPlan;
import dev.idp.plan.ServicePlan;
import dev.idp.plan.WorkloadPlan;
import java.util.List;
import java.util.function.Function;

/**
 * What rules are about, and the words that are made for it.
 *
 * @param noun what people call one of them
 * @param of finds them
 * @param that makes the words to choose with, from what comes after a choice
 * @param should makes the words to demand with, from what comes after a demand
 */
record Kind<W extends WorkloadPlan, T, S>(
        String noun,
        Function<EnvironmentPlan, List<W>> of,
        Function<Function<Trait<? super W>, Chosen<W, T, S>>, T> that,
        Function<Function<Demand<? super W>, Demanded<W, S>>, S> should) {

    static final Kind<ServicePlan, ServicesThat, ServicesShould> SERVICES =
            new Kind<>("service", EnvironmentPlan::services, next -> next::apply, next -> next::apply);

    static final Kind<JobPlan, JobsThat, JobsShould> JOBS =
            new Kind<>("job", EnvironmentPlan::jobs, next -> next::apply, next -> next::apply);

    static final Kind<WorkloadPlan, WorkloadsThat, WorkloadsShould> WORKLOADS =
            new Kind<>("workload", EnvironmentPlan::workloads, next -> next::apply, next -> next::apply);
}
