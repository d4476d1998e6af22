package dev.idp.testing.rule;

import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.JobPlan;
import dev.idp.plan.ServicePlan;
import dev.idp.plan.WorkloadPlan;
import java.util.List;
import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/**
 * Rules on intent that read as sentences.
 *
 * <pre>{@code
 * static final WorkloadRule PUBLIC_IS_PROBED = services().that().arePublic().and().areInTier(PRODUCTION)
 *         .should().beProbed().andShould().haveAtLeastReplicas(2)
 *         .because("the public notices first");
 *
 * @Test
 * void publicIsProbed() {
 *     PUBLIC_IS_PROBED.check(plan); // passes if every public service in production has a probe and two copies
 * }                                 // fails otherwise, with those that do not, and the lines that made them so
 * }</pre>
 */
public final class PlatformRules {

    private PlatformRules() {}

    /**
     * Starts a rule on services, those included that provisioners added.
     *
     * @return what goes on with {@code that()} or {@code should()}
     */
    public static Given<ServicePlan, ServicesThat, ServicesShould> services() {
        return Choice.all(Kind.SERVICES, false);
    }

    /**
     * Starts a rule on what no service should be.
     *
     * @return what goes on with {@code that()} or {@code should()}
     */
    public static Given<ServicePlan, ServicesThat, ServicesShould> noServices() {
        return Choice.all(Kind.SERVICES, true);
    }

    /**
     * Starts a rule on jobs.
     *
     * @return what goes on with {@code that()} or {@code should()}
     */
    public static Given<JobPlan, JobsThat, JobsShould> jobs() {
        return Choice.all(Kind.JOBS, false);
    }

    /**
     * Starts a rule on what no job should be.
     *
     * @return what goes on with {@code that()} or {@code should()}
     */
    public static Given<JobPlan, JobsThat, JobsShould> noJobs() {
        return Choice.all(Kind.JOBS, true);
    }

    /**
     * Starts a rule on services and jobs alike.
     *
     * @return what goes on with {@code that()} or {@code should()}
     */
    public static Given<WorkloadPlan, WorkloadsThat, WorkloadsShould> workloads() {
        return Choice.all(Kind.WORKLOADS, false);
    }

    /**
     * Starts a rule on what neither a service nor a job should be.
     *
     * @return what goes on with {@code that()} or {@code should()}
     */
    public static Given<WorkloadPlan, WorkloadsThat, WorkloadsShould> noWorkloads() {
        return Choice.all(Kind.WORKLOADS, true);
    }

    /**
     * Starts a rule on how an environment relates to another one.
     *
     * <pre>{@code
     * environment("prod").shouldBeAtLeastAsStrictAs("staging").because("nothing is forbidden only where it is tried")
     * environment("prod").shouldOnlyDifferFrom("staging").in(REPLICAS, IMAGE).inHosts().because("tests must count")
     * }</pre>
     *
     * @param name the environment's name
     * @return what goes on with the relation
     */
    public static GivenEnvironment environment(String name) {
        return new GivenEnvironment(name);
    }

    /**
     * Returns a trait of the author's own: {@code services().that(are("red", service -> ...))}.
     *
     * @param <W> what may have it
     * @param description what follows {@code that are}
     * @param holds true for what has it
     * @return the trait
     */
    public static <W extends WorkloadPlan> Trait<W> are(String description, Predicate<? super W> holds) {
        Objects.requireNonNull(holds, "what decides on '" + description + "' is null");
        return are(description, (subject, environment) -> holds.test(subject));
    }

    /**
     * Returns a trait of the author's own that depends on where a workload is.
     *
     * @param <W> what may have it
     * @param description what follows {@code that are}
     * @param holds true for what has it
     * @return the trait
     */
    public static <W extends WorkloadPlan> Trait<W> are(
            String description, BiPredicate<? super W, EnvironmentPlan> holds) {
        return new Trait<>("are " + description, holds);
    }

    /**
     * Returns a demand of the author's own: {@code services().should(be("green", service -> ..., "it is red"))}. What it finds
     * is cited with the line that declared the workload, and {@linkplain FrozenStore frozen} under the description.
     *
     * @param <W> of what it is demanded
     * @param description what follows {@code should be}
     * @param demand true for what is as it should be
     * @param otherwise what to say of what is not, in one clause
     * @return the demand
     */
    public static <W extends WorkloadPlan> Demand<W> be(
            String description, Predicate<? super W> demand, String otherwise) {
        Objects.requireNonNull(demand, "what decides on '" + description + "' is null");
        return be(description, (subject, environment) -> demand.test(subject), otherwise);
    }

    /**
     * Returns a demand of the author's own that depends on where a workload is.
     *
     * @param <W> of what it is demanded
     * @param description what follows {@code should be}
     * @param demand true for what is as it should be
     * @param otherwise what to say of what is not, in one clause
     * @return the demand
     */
    public static <W extends WorkloadPlan> Demand<W> be(
            String description, BiPredicate<? super W, EnvironmentPlan> demand, String otherwise) {
        Objects.requireNonNull(otherwise, "what a demand says is null");
        return new Demand<>("be " + description, (subject, environment) -> {
            boolean met = demand.test(subject, environment);
            String message = met ? "it is " + description : otherwise;
            return new Outcome(met, List.of(Remark.of(subject, "be " + description, message)));
        });
    }
}
