package dev.idp.tests;

import dev.idp.Environment;
import dev.idp.JobPath;
import dev.idp.JobPaving;
import dev.idp.ServicePath;
import dev.idp.ServicePaving;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Golden paths in one line. */
public final class Paths {

    private Paths() {}

    /** Returns a golden path. */
    public static ServicePath path(String id, BiConsumer<ServicePaving, Environment> paving) {
        return new Path(id, Optional.empty(), paving);
    }

    /** Returns a golden path that extends another. */
    public static ServicePath path(String id, ServicePath extending, BiConsumer<ServicePaving, Environment> paving) {
        return new Path(id, Optional.of(extending), paving);
    }

    /** Returns a golden path for jobs. */
    public static JobPath ofJobs(String id, BiConsumer<JobPaving, Environment> paving) {
        return new PathOfJobs(id, Optional.empty(), paving);
    }

    /** Returns a golden path for jobs that extends another. */
    public static JobPath ofJobs(String id, JobPath extending, BiConsumer<JobPaving, Environment> paving) {
        return new PathOfJobs(id, Optional.of(extending), paving);
    }

    private static final class PathOfJobs implements JobPath {

        private final String id;
        private final Optional<JobPath> extending;
        private final BiConsumer<JobPaving, Environment> paving;

        PathOfJobs(String id, Optional<JobPath> extending, BiConsumer<JobPaving, Environment> paving) {
            this.id = id;
            this.extending = extending;
            this.paving = paving;
        }

        @Override
        public String id() {
            return id;
        }

        @Override
        public String version() {
            return "1.0";
        }

        @Override
        public Optional<JobPath> extending() {
            return extending;
        }

        @Override
        public void pave(JobPaving job, Environment environment) {
            paving.accept(job, environment);
        }
    }

    private static final class Path implements ServicePath {

        private final String id;
        private final Optional<ServicePath> extending;
        private final BiConsumer<ServicePaving, Environment> paving;

        Path(String id, Optional<ServicePath> extending, BiConsumer<ServicePaving, Environment> paving) {
            this.id = id;
            this.extending = extending;
            this.paving = paving;
        }

        @Override
        public String id() {
            return id;
        }

        @Override
        public String version() {
            return "1.0";
        }

        @Override
        public Optional<ServicePath> extending() {
            return extending;
        }

        @Override
        public void pave(ServicePaving service, Environment environment) {
            paving.accept(service, environment);
        }
    }
}
