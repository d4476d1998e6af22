package dev.idp.policy;

import dev.idp.ExternalService;
import dev.idp.explain.Decision;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.JobPlan;
import dev.idp.plan.ResourcePlan;
import dev.idp.plan.ServicePlan;
import dev.idp.plan.WorkloadPlan;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

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
    public static RuleDraft.Named<ServicePlan> forServices(String id) {
        return named(id, new Selection<>(EnvironmentPlan::services, ServicePlan::name, ServicePlan::identity));
    }

    /**
     * Starts a rule on jobs.
     *
     * @param id the rule's name, in lower case with dashes
     * @return what must be said first: why
     */
    public static RuleDraft.Named<JobPlan> forJobs(String id) {
        return named(id, new Selection<>(EnvironmentPlan::jobs, JobPlan::name, JobPlan::identity));
    }

    /**
     * Starts a rule on services and jobs alike.
     *
     * @param id the rule's name, in lower case with dashes
     * @return what must be said first: why
     */
    public static RuleDraft.Named<WorkloadPlan> forWorkloads(String id) {
        return named(id, new Selection<>(EnvironmentPlan::workloads, WorkloadPlan::name, WorkloadPlan::identity));
    }

    /**
     * Starts a rule on external services. They waive nothing, since they are not ours.
     *
     * @param id the rule's name, in lower case with dashes
     * @return what must be said first: why
     */
    public static RuleDraft.Named<Decision<ExternalService>> forExternals(String id) {
        return named(
                id,
                new Selection<>(
                        EnvironmentPlan::externals, external -> external.get().name(), external -> external));
    }

    /**
     * Starts a rule on resources.
     *
     * @param id the rule's name, in lower case with dashes
     * @return what must be said first: why
     */
    public static RuleDraft.Named<ResourcePlan> forResources(String id) {
        return named(id, new Selection<>(EnvironmentPlan::resources, ResourcePlan::name, ResourcePlan::provisioner));
    }

    /**
     * Starts a rule on environments as a whole.
     *
     * @param id the rule's name, in lower case with dashes
     * @return what must be said first: why
     */
    public static RuleDraft.Named<EnvironmentPlan> forEnvironments(String id) {
        return named(id, new Selection<>(List::of, environment -> "", EnvironmentPlan::identity));
    }

    static <W> RuleDraft.Named<W> named(String id, Selection<W> selection) {
        Objects.requireNonNull(id, "the id of a rule is null");
        return reason -> new RuleDraft<>(
                selection,
                new RuleCard(
                        id,
                        Objects.requireNonNull(reason, "the reason of rule " + id + " is null"),
                        Severity.WARNING,
                        "",
                        Optional.empty()));
    }
}
