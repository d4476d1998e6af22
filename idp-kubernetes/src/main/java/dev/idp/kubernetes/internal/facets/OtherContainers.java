package dev.idp.kubernetes.internal.facets;

import dev.idp.Settings;
import dev.idp.explain.Decision;
import dev.idp.kubernetes.internal.render.Trace;
import dev.idp.plan.WorkloadPlan;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sidecars and init steps.
 *
 * <p>Sidecars are <a href="https://kubernetes.io/docs/concepts/workloads/pods/sidecar-containers/">native</a> ones (since
 * Kubernetes 1.29): init containers that go on running, and that stop with the copy, so that a job can have them too. They
 * come before the init steps, which may need them: a migration that runs as an init step can already speak through the
 * proxy of its database. What a sidecar needs beforehand it must therefore bring itself.
 */
final class OtherContainers {

    private static final String SIDECAR =
            "a sidecar is an init container that goes on running, and stops with the copy";

    private OtherContainers() {}

    /** Adds them to those that come before them. */
    static void add(Trace trace, List<Container> containers, WorkloadPlan workload, Volumes volumes) {
        for (Decision<dev.idp.Container> sidecar :
                workload.entries(Settings.SIDECAR).values()) {
            Trace at = trace.at("/initContainers", containers.size());
            Container container = container(at, workload, sidecar, volumes);
            container.setRestartPolicy(at.because("/restartPolicy", "Always", SIDECAR));
            containers.add(container);
        }
        for (Decision<dev.idp.Container> step :
                workload.entries(Settings.INIT_STEP).values()) {
            Trace at = trace.at("/initContainers", containers.size());
            containers.add(container(at, workload, step, volumes));
        }
    }

    private static Container container(
            Trace trace, WorkloadPlan workload, Decision<dev.idp.Container> decided, Volumes volumes) {
        trace.cite("", decided);
        dev.idp.Container said = decided.get();
        Container container = new Container();
        container.setName(said.name());
        container.setImage(said.image().reference());
        container.setCommand(Containers.verbatim(said.command()));
        container.setArgs(
                Containers.verbatim(said.arguments().stream().map(Texts::plain).toList()));
        container.setEnv(Variables.of(said));
        container.setResources(resources(said));
        container.setSecurityContext(Containers.security(trace.at("/securityContext"), workload));
        container.setVolumeMounts(volumes.shared(trace, decided));
        return container;
    }

    static @Nullable ResourceRequirements resources(dev.idp.Container said) {
        Map<String, Quantity> requests = new LinkedHashMap<>();
        said.cpu().ifPresent(cpu -> requests.put("cpu", new Quantity(cpu.toString())));
        said.memory().ifPresent(memory -> requests.put("memory", new Quantity(memory.toString())));
        Map<String, Quantity> limits = new LinkedHashMap<>();
        said.memoryLimit().ifPresent(memory -> limits.put("memory", new Quantity(memory.toString())));
        if (requests.isEmpty() && limits.isEmpty()) {
            return null;
        }
        ResourceRequirements resources = new ResourceRequirements();
        resources.setRequests(requests);
        resources.setLimits(limits);
        return resources;
    }
}
