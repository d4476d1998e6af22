package dev.idp.policy;

import dev.idp.ExternalService;
import dev.idp.explain.Decision;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.JobPlan;
import dev.idp.plan.ResourcePlan;
import dev.idp.plan.ServicePlan;
import dev.idp.plan.WorkloadPlan;
import java.util.List;

/**
 * Rules on intent in a few lines.
 *
 * <pre>{@code
 * Rules.forServices("cost-center-set")
 *     .because("every euro is somebody's")
 *     .fix("add label(\"shop.example/cost-center\", ...)")
 *     .must(service -> service.entries(Settings.LABEL).containsKey("shop.example/cost-center"), "it has no cost center")
 * }</pre>
 */
public final class Rules {

    private Rules() {}

    /**
     * Starts a rule on services, those included that provisioners added.
     *
     * @param id the rule's name, in lower case with dashes
     * @return what must be said first: why
     */
    public static RuleDraft.Named<EnvironmentPlan, ServicePlan, Findings> forServices(String id) {
        return RuleDraft.named(
                id, new PlanSelection<>(EnvironmentPlan::services, ServicePlan::name, ServicePlan::identity));
    }

    /**
     * Starts a rule on jobs.
     *
     * @param id the rule's name, in lower case with dashes
     * @return what must be said first: why
     */
    public static RuleDraft.Named<EnvironmentPlan, JobPlan, Findings> forJobs(String id) {
        return RuleDraft.named(id, new PlanSelection<>(EnvironmentPlan::jobs, JobPlan::name, JobPlan::identity));
    }

    /**
     * Starts a rule on services and jobs alike.
     *
     * @param id the rule's name, in lower case with dashes
     * @return what must be said first: why
     */
    public static RuleDraft.Named<EnvironmentPlan, WorkloadPlan, Findings> forWorkloads(String id) {
        return RuleDraft.named(
                id, new PlanSelection<>(EnvironmentPlan::workloads, WorkloadPlan::name, WorkloadPlan::identity));
    }

    /**
     * Starts a rule on external services. They waive nothing, since they are not ours.
     *
     * @param id the rule's name, in lower case with dashes
     * @return what must be said first: why
     */
    public static RuleDraft.Named<EnvironmentPlan, Decision<ExternalService>, Findings> forExternals(String id) {
        return RuleDraft.named(
                id,
                new PlanSelection<>(
                        EnvironmentPlan::externals, external -> external.get().name(), external -> external));
    }

    /**
     * Starts a rule on resources.
     *
     * @param id the rule's name, in lower case with dashes
     * @return what must be said first: why
     */
    public static RuleDraft.Named<EnvironmentPlan, ResourcePlan, Findings> forResources(String id) {
        return RuleDraft.named(
                id, new PlanSelection<>(EnvironmentPlan::resources, ResourcePlan::name, ResourcePlan::provisioner));
    }

    /**
     * Starts a rule on environments as a whole.
     *
     * @param id the rule's name, in lower case with dashes
     * @return what must be said first: why
     */
    public static RuleDraft.Named<EnvironmentPlan, EnvironmentPlan, Findings> forEnvironments(String id) {
        return RuleDraft.named(id, new PlanSelection<>(List::of, environment -> "", EnvironmentPlan::identity));
    }
}
