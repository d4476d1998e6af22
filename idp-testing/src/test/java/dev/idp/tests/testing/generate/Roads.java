package dev.idp.tests.testing.generate;

import dev.idp.Cpu;
import dev.idp.Environment;
import dev.idp.JobPath;
import dev.idp.JobPaving;
import dev.idp.Memory;
import dev.idp.Port;
import dev.idp.Probe;
import dev.idp.ServicePath;
import dev.idp.ServicePaving;

/** Golden paths to ask properties of. */
final class Roads {

    private Roads() {}

    /** A path as most are: defaults for all, mandates, more copies in production. */
    static final class SpringWeb implements ServicePath {

        @Override
        public String id() {
            return "spring-web";
        }

        @Override
        public String version() {
            return "2.1";
        }

        @Override
        public void pave(ServicePaving service, Environment environment) {
            service.defaults()
                    .port(Port.http(8080))
                    .liveness(Probe.httpGet("/live"))
                    .cpu(Cpu.millis(250))
                    .memory(Memory.mebibytes(512), Memory.mebibytes(512));
            service.mandates().runAsNonRoot().readOnlyRootFilesystem();
            if (environment.isProduction()) {
                service.defaults().replicas(3, 12);
            }
        }
    }

    /** A path that thinks that services have one port. */
    static final class Careless implements ServicePath {

        @Override
        public String id() {
            return "careless";
        }

        @Override
        public String version() {
            return "1.0";
        }

        @Override
        public void pave(ServicePaving service, Environment environment) {
            service.defaults().port(Port.http(8080)).readiness(Probe.tcpConnect());
        }
    }

    static final class Batch implements JobPath {

        @Override
        public String id() {
            return "batch";
        }

        @Override
        public String version() {
            return "1.0";
        }

        @Override
        public void pave(JobPaving job, Environment environment) {
            job.defaults().image("batch:1").schedule("@daily");
            job.mandates("jobs end").retries(1);
        }
    }
}
