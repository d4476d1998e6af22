package dev.idp.testing;

import dev.idp.Platform;
import dev.idp.plan.BlastRadius;
import dev.idp.plan.Comparison;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.Graph;
import dev.idp.plan.Plan;
import dev.idp.plan.ServicePlan;
import dev.idp.policy.Verdict;
import java.util.function.Consumer;

/**
 * The entry to assertions on what a platform means.
 *
 * <pre>{@code
 * import static dev.idp.testing.PlatformAssertions.assertThat;
 *
 * assertThat(plan).in("prod").service("payments").isReachableOnlyFrom("checkout").isNotPublic();
 * }</pre>
 */
public final class PlatformAssertions {

    private static final SoftPlatformAssertions AT_ONCE = new SoftPlatformAssertions(Complaints.AT_ONCE);

    private PlatformAssertions() {}

    /**
     * Starts assertions on a platform, whether it can be planned.
     *
     * @param platform the platform
     * @return the assertions
     */
    public static PlatformAssert assertThat(Platform platform) {
        return AT_ONCE.assertThat(platform);
    }

    /**
     * Starts assertions on a plan.
     *
     * @param plan the plan
     * @return the assertions
     */
    public static PlanAssert assertThat(Plan plan) {
        return AT_ONCE.assertThat(plan);
    }

    /**
     * Starts assertions on a planned environment.
     *
     * @param environment the plan
     * @return the assertions
     */
    public static EnvironmentAssert assertThat(EnvironmentPlan environment) {
        return AT_ONCE.assertThat(environment);
    }

    /**
     * Starts assertions on a planned service.
     *
     * @param environment the environment that it is in
     * @param service the plan
     * @return the assertions
     */
    public static ServiceAssert assertThat(EnvironmentPlan environment, ServicePlan service) {
        return AT_ONCE.assertThat(environment, service);
    }

    /**
     * Starts assertions on who calls whom.
     *
     * @param graph the graph
     * @return the assertions
     */
    public static GraphAssert assertThat(Graph graph) {
        return AT_ONCE.assertThat(graph);
    }

    /**
     * Starts assertions on what rules found.
     *
     * @param verdict what was found, and what of it is waived
     * @return the assertions
     */
    public static VerdictAssert assertThat(Verdict verdict) {
        return AT_ONCE.assertThat(verdict);
    }

    /**
     * Starts assertions on what two plans decide differently.
     *
     * @param comparison the differences
     * @return the assertions
     */
    public static ComparisonAssert assertThat(Comparison comparison) {
        return AT_ONCE.assertThat(comparison);
    }

    /**
     * Starts assertions on what a change does to what runs.
     *
     * @param radius what it does
     * @return the assertions
     */
    public static BlastRadiusAssert assertThat(BlastRadius radius) {
        return AT_ONCE.assertThat(radius);
    }

    /**
     * Collects what does not hold, so that one run shows all of it.
     *
     * <pre>{@code
     * PlatformAssertions.softly(soft -> {
     *     soft.assertThat(prod).service("orders").isNotPublic().calls("payments");
     *     soft.assertThat(prod).service("cart").callsOnly("redis-cart");
     * });
     * }</pre>
     *
     * @param assertions makes assertions through what it is given
     * @throws AssertionError if any of them does not hold; its message has all that do not
     */
    public static void softly(Consumer<SoftPlatformAssertions> assertions) {
        SoftPlatformAssertions soft = new SoftPlatformAssertions(Complaints.kept());
        try {
            assertions.accept(soft);
        } catch (AssertionError | RuntimeException thrown) {
            soft.ended(thrown);
        }
        soft.throwAll();
    }
}
