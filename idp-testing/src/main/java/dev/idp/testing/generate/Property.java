package dev.idp.testing.generate;

import dev.idp.Job;
import dev.idp.JobPath;
import dev.idp.Service;
import dev.idp.ServicePath;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.JobPlan;
import dev.idp.plan.Plan;
import dev.idp.plan.ServicePlan;
import java.util.function.Consumer;

/**
 * A law that must hold for hundreds of platforms, services and jobs that do not exist yet: they are made up of a seed, the
 * same on every machine and in every run.
 *
 * <p>A law that does not hold fails with the seed, and with the smallest program that breaks it, as Java that can be pasted
 * into a test. {@code -Didp.seed=7} makes up others, and {@code -Didp.seeds=5000} more of them.
 *
 * <p>A program that planning refuses breaks the law as well: the message says what the golden path and the service have
 * against each other. Who expects that says {@link #discardingRefused()}. What a golden path or an environment mandates, or
 * bounds, no made-up workload contradicts. A law may also refuse a program by an assumption of JUnit.
 *
 * @param <P> the type of the property, so that calls can be chained
 */
public abstract sealed class Property<P extends Property<P>> permits PropertyOfWorkloads, PropertyOfPlatforms {

    private int times = 100;
    private boolean discarding;

    Property() {}

    /**
     * Starts a property of services on a golden path: one to three of them, who call each other.
     *
     * <pre>{@code
     * Property.ofServices(new SpringWeb()).in(DEV, PROD)
     *     .holdsForEach((environment, service) ->
     *         assertThat(service.get(LIVENESS)).isPresent());   // passes if the path gives each service a probe
     * Property.ofServices(new SpringWeb()).in(DEV, PROD)
     *     .holdsForEach((environment, service) ->
     *         assertThat(service.ports()).hasSize(1));          // fails, and prints a service with two ports
     * }</pre>
     *
     * @param path the golden path
     * @return the property
     */
    public static PropertyOfWorkloads<Service.Builder, ServicePlan> ofServices(ServicePath path) {
        return new PropertyOfWorkloads<>(path, EnvironmentPlan::service);
    }

    /**
     * Starts a property of jobs on a golden path: one to three of them.
     *
     * <pre>{@code
     * Property.ofJobs(new Batch()).in(PROD)
     *     .holdsForEach((environment, job) -> assertThat(job.schedule()).isPresent()); // passes if the path has one
     * Property.ofJobs(new Batch()).in(PROD)
     *     .holdsForEach((environment, job) -> assertThat(job.schedule()).isEmpty());   // fails, and prints a job
     * }</pre>
     *
     * @param path the golden path
     * @return the property
     */
    public static PropertyOfWorkloads<Job.Builder, JobPlan> ofJobs(JobPath path) {
        return new PropertyOfWorkloads<>(path, EnvironmentPlan::job);
    }

    /**
     * Starts a property of whole platforms: environments, golden paths, services, jobs, resources, parts, rules.
     *
     * <pre>{@code
     * Property.ofPlatforms().holds(plan ->
     *     assertThat(Plan.fromJson(plan.toJson())).isEqualTo(plan)); // passes
     * Property.ofPlatforms().holds(plan ->
     *     assertThat(plan.environments()).hasSize(1));               // fails, and prints a platform with two
     * }</pre>
     *
     * @return the property
     */
    public static PropertyOfPlatforms ofPlatforms() {
        return new PropertyOfPlatforms();
    }

    /**
     * Says how many programs must keep the law; by default 100.
     *
     * @param times the number
     * @return this
     */
    public P times(int times) {
        if (times < 1) {
            throw new IllegalArgumentException("a property that is asked " + times + " times says nothing");
        }
        this.times = times;
        return self();
    }

    /**
     * Leaves out programs that planning refuses. If hardly any are left, the property fails.
     *
     * @return this
     */
    public P discardingRefused() {
        this.discarding = true;
        return self();
    }

    /**
     * Asks a law of each plan.
     *
     * <pre>{@code
     * Property.ofServices(path).in(PROD).holds(plan -> assertThat(plan.in(PROD).jobs()).isEmpty());
     * }</pre>
     *
     * @param law throws if it does not hold
     */
    public void holds(Consumer<Plan> law) {
        run((plan, made, choices) -> law.accept(plan));
    }

    /**
     * Asks a law of each plan, and of the plan in which one workload says one more thing in one environment.
     *
     * <pre>{@code
     * Property.ofServices(path).in(DEV, PROD).holdsWhenMutated((before, after, mutation) ->
     *     assertThat(Comparison.of(before, after).changes())
     *         .allMatch(change -> change.environment().equals(mutation.environment())));
     * }</pre>
     *
     * @param law throws if it does not hold
     */
    public void holdsWhenMutated(MutationLaw law) {
        run(new MutationTrial(maker(), law));
    }

    final void run(Trials.Law law) {
        new Trials(maker(), times, discarding, law).run();
    }

    abstract Made.Maker maker();

    abstract P self();
}
