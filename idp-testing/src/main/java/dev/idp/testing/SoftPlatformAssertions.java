package dev.idp.testing;

import dev.idp.Platform;
import dev.idp.plan.BlastRadius;
import dev.idp.plan.Comparison;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.Graph;
import dev.idp.plan.Plan;
import dev.idp.plan.ServicePlan;
import dev.idp.policy.Verdict;
import java.util.List;

/** Assertions whose failures are collected; see {@link PlatformAssertions#softly}. */
public final class SoftPlatformAssertions {

    private final Complaints complaints;

    SoftPlatformAssertions(Complaints complaints) {
        this.complaints = complaints;
    }

    /**
     * Starts assertions on a platform, whether it can be planned.
     *
     * @param platform the platform
     * @return the assertions
     */
    public PlatformAssert assertThat(Platform platform) {
        return new PlatformAssert(platform, complaints);
    }

    /**
     * Starts assertions on a plan.
     *
     * @param plan the plan
     * @return the assertions
     */
    public PlanAssert assertThat(Plan plan) {
        return new PlanAssert(plan, true, complaints);
    }

    /**
     * Starts assertions on a planned environment.
     *
     * @param environment the plan
     * @return the assertions
     */
    public EnvironmentAssert assertThat(EnvironmentPlan environment) {
        return new EnvironmentAssert(environment, true, complaints);
    }

    /**
     * Starts assertions on a planned service.
     *
     * @param environment the environment that it is in
     * @param service the plan
     * @return the assertions
     */
    public ServiceAssert assertThat(EnvironmentPlan environment, ServicePlan service) {
        return new ServiceAssert(environment, service, true, complaints);
    }

    /**
     * Starts assertions on who calls whom.
     *
     * @param graph the graph
     * @return the assertions
     */
    public GraphAssert assertThat(Graph graph) {
        return new GraphAssert(graph, true, complaints);
    }

    /**
     * Starts assertions on what rules found.
     *
     * @param verdict what was found, and what of it is waived
     * @return the assertions
     */
    public VerdictAssert assertThat(Verdict verdict) {
        return new VerdictAssert(verdict, complaints);
    }

    /**
     * Starts assertions on what two plans decide differently.
     *
     * @param comparison the differences
     * @return the assertions
     */
    public ComparisonAssert assertThat(Comparison comparison) {
        return new ComparisonAssert(comparison, complaints);
    }

    /**
     * Starts assertions on what a change does to what runs.
     *
     * @param radius what it does
     * @return the assertions
     */
    public BlastRadiusAssert assertThat(BlastRadius radius) {
        return new BlastRadiusAssert(radius, true, "", complaints);
    }

    /** What ends the assertions does not take away what was collected before. */
    void ended(Throwable thrown) {
        complaints.add(
                thrown instanceof AssertionError failure ? failure : new AssertionError(thrown.toString(), thrown));
    }

    void throwAll() {
        List<AssertionError> all = complaints.all();
        if (all.isEmpty()) {
            return;
        }
        if (all.size() == 1) {
            throw all.get(0);
        }
        StringBuilder message = new StringBuilder(all.size() + " facts do not hold:");
        for (int i = 0; i < all.size(); i++) {
            message.append("\n").append(i + 1).append(") ").append(all.get(i).getMessage());
        }
        AssertionError together = new AssertionError(message.toString());
        all.forEach(together::addSuppressed);
        throw together;
    }
}
