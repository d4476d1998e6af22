package dev.idp.examples.bank;

import static dev.idp.Cpu.millis;
import static dev.idp.Memory.mebibytes;
import static dev.idp.Probe.httpGet;
import static dev.idp.examples.bank.BankService.seconds;

import dev.idp.Environment;
import dev.idp.Job;
import dev.idp.ServicePath;
import dev.idp.ServicePaving;
import dev.idp.kubernetes.Kubernetes;
import dev.idp.resources.Postgres;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarSource;
import io.fabric8.kubernetes.api.model.ObjectFieldSelector;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.Optional;

/** For services written with Spring Boot on one database, whose schema is there before they start. */
record SpringService(BankService base, Postgres database, Job migration) implements ServicePath {

    @Override
    public String id() {
        return "spring-service";
    }

    @Override
    public String version() {
        return "1.0";
    }

    @Override
    public Optional<ServicePath> extending() {
        return Optional.of(base);
    }

    @Override
    public void pave(ServicePaving service, Environment environment) {
        service.defaults()
                .migratedBy(migration)
                .env("SPRING_DATASOURCE_URL", database.jdbcUrl())
                .secret("SPRING_DATASOURCE_USERNAME", database.username())
                .secret("SPRING_DATASOURCE_PASSWORD", database.password())
                .env("ENABLE_METRICS", Boolean.toString(environment.isProduction()))
                .env("JVM_OPTS", "-XX:+UnlockExperimentalVMOptions -XX:+UseCGroupMemoryLimitForHeap -Xms256m -Xmx512m")
                .cpu(millis(100), millis(500))
                .memory(mebibytes(256), mebibytes(512));
        service.defaults("a virtual machine takes a minute to start on so little CPU")
                .startup(httpGet("/healthy").period(seconds(10)).failingAfter(30))
                .readiness(httpGet("/ready")
                        .initialDelay(seconds(60))
                        .period(seconds(5))
                        .timeout(seconds(10)))
                .liveness(httpGet("/healthy")
                        .initialDelay(seconds(120))
                        .period(seconds(5))
                        .timeout(seconds(10)));
        service.defaults("its metrics name the namespace that they are from")
                .with(Kubernetes.edit("namespace-variable", Deployment.class, SpringService::addNamespace));
    }

    private static void addNamespace(Deployment deployment) {
        EnvVarSource pod = new EnvVarSource();
        pod.setFieldRef(new ObjectFieldSelector("v1", "metadata.namespace"));
        deployment
                .getSpec()
                .getTemplate()
                .getSpec()
                .getContainers()
                .get(0)
                .getEnv()
                .add(new EnvVar("NAMESPACE", null, pod));
    }
}
