package dev.idp;

import dev.idp.explain.Origin;
import java.util.List;
import org.immutables.value.Value;

/**
 * A job as it was declared: something that runs until its work is done, once or by a {@linkplain JobSettings#schedule
 * schedule}. What was left unsaid stays unsaid until it is planned.
 */
@Hidden
@Value.Immutable
@SuppressWarnings("exports") // Its annotations are for the compiler alone.
public abstract non-sealed class Job implements JobRef, Workload {

    Job() {}

    /**
     * Starts the declaration of a job.
     *
     * @param name a DNS label, unique in the platform
     * @return the rest, all of it optional here
     */
    public static Builder named(String name) {
        return new Builder(Nulls.refuse(name, "the name of a job"));
    }

    /**
     * Refers to a job by name.
     *
     * @param name the job's name
     * @return the reference; planning reports a name that no job has
     */
    public static JobRef ref(String name) {
        return new Named(Nulls.refuse(name, "the name of a job"));
    }

    @Override
    public abstract String name();

    @Override
    @Value.Auxiliary
    public abstract List<Statement<?>> statements();

    @Override
    @Value.Auxiliary
    public abstract Origin origin();

    @Override
    public WorkloadKind kind() {
        return WorkloadKind.JOB;
    }

    /** Returns the name. */
    @Override
    public String toString() {
        return name();
    }

    /** A reference by name; two to one job are equal. */
    private record Named(String name) implements JobRef {
        @Override
        public String toString() {
            return name;
        }
    }

    /** What can be said about a job. */
    @SuppressWarnings("immutables:incompat") // It hides the generated builder, and does not extend it.
    public static final class Builder extends WorkloadBuilder<Builder, JobStatements> implements JobSettings<Builder> {

        Builder(String name) {
            super(name);
        }

        @Override
        Builder self() {
            return this;
        }

        @Override
        JobStatements statements(Scope scope) {
            return new JobStatements(statements, scope, "");
        }

        /**
         * Puts the job on a golden path.
         *
         * @param path the path
         * @return this builder
         */
        public Builder on(JobPath path) {
            return set(Settings.PATH, path);
        }

        /**
         * Ends the declaration.
         *
         * @return the job
         */
        public Job build() {
            return ImmutableJob.builder()
                    .name(name)
                    .statements(statements)
                    .origin(origin)
                    .build();
        }
    }
}
