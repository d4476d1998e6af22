package dev.idp.kubernetes.internal.facets;

import dev.idp.Cpu;
import dev.idp.Memory;
import dev.idp.Port;
import dev.idp.Protocol;
import dev.idp.Setting;
import dev.idp.Settings;
import dev.idp.Text;
import dev.idp.explain.Decision;
import dev.idp.kubernetes.internal.render.Trace;
import dev.idp.plan.ServicePlan;
import dev.idp.plan.WorkloadPlan;
import io.fabric8.kubernetes.api.model.Capabilities;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.SecurityContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The container that runs a workload's image. */
final class Containers {

    private Containers() {}

    static Container main(Trace trace, WorkloadPlan workload, Volumes volumes) {
        Container container = new Container();
        container.setName(trace.value("/name", workload.identity()));
        container.setImage(
                trace.value("/image", workload.decision(Settings.IMAGE)).reference());
        container.setCommand(command(trace, workload.decision(Settings.COMMAND)));
        container.setArgs(arguments(trace, workload.decision(Settings.ARGUMENTS)));
        container.setEnvFrom(Variables.plain(trace, workload));
        container.setEnv(Variables.secret(trace, workload));
        container.setResources(resources(trace.at("/resources"), workload));
        container.setSecurityContext(security(trace.at("/securityContext"), workload));
        container.setVolumeMounts(volumes.all(trace));
        if (workload instanceof ServicePlan service) {
            container.setPorts(ports(trace, service));
            container.setStartupProbe(Probes.of(trace, "/startupProbe", service, Settings.STARTUP));
            container.setLivenessProbe(Probes.of(trace, "/livenessProbe", service, Settings.LIVENESS));
            container.setReadinessProbe(Probes.of(trace, "/readinessProbe", service, Settings.READINESS));
        }
        return container;
    }

    private static List<String> command(Trace trace, Decision<List<String>> words) {
        if (!words.isPresent()) {
            trace.absent("/command", Settings.COMMAND.reason(), words);
            return Editable.list();
        }
        return verbatim(trace.value("/command", words));
    }

    private static List<String> arguments(Trace trace, Decision<List<Text>> words) {
        if (!words.isPresent()) {
            trace.absent("/args", Settings.ARGUMENTS.reason(), words);
            return Editable.list();
        }
        return verbatim(trace.value("/args", words).stream().map(Texts::plain).toList());
    }

    static List<String> verbatim(List<String> words) {
        return Editable.list(words.stream().map(Texts::verbatim).toList());
    }

    private static List<ContainerPort> ports(Trace trace, ServicePlan service) {
        List<ContainerPort> ports = new ArrayList<>();
        for (Decision<Port> decided : service.entries(Settings.PORT).values()) {
            Trace at = trace.at("/ports", ports.size());
            Port port = decided.get();
            at.cite("", decided);
            ContainerPort rendered = new ContainerPort();
            rendered.setName(port.name());
            rendered.setContainerPort(port.listening());
            rendered.setProtocol(transport(port));
            ports.add(rendered);
        }
        return ports;
    }

    static String transport(Port port) {
        return port.protocol() == Protocol.UDP ? "UDP" : "TCP";
    }

    private static @Nullable ResourceRequirements resources(Trace trace, WorkloadPlan workload) {
        ResourceRequirements resources = new ResourceRequirements();
        resources.setRequests(quantities(trace, "/requests", workload, Settings.CPU, Settings.MEMORY));
        resources.setLimits(quantities(trace, "/limits", workload, Settings.CPU_LIMIT, Settings.MEMORY_LIMIT));
        return resources.getRequests().isEmpty() && resources.getLimits().isEmpty() ? null : resources;
    }

    private static Map<String, Quantity> quantities(
            Trace trace, String pointer, WorkloadPlan workload, Setting<Cpu> cpu, Setting<Memory> memory) {
        Map<String, Quantity> quantities = new LinkedHashMap<>();
        put(trace, pointer, "cpu", quantities, cpu, workload.decision(cpu));
        put(trace, pointer, "memory", quantities, memory, workload.decision(memory));
        return quantities;
    }

    private static void put(
            Trace trace,
            String pointer,
            String name,
            Map<String, Quantity> quantities,
            Setting<?> setting,
            Decision<?> amount) {
        Trace at = trace.at(pointer, name);
        if (amount.isPresent()) {
            quantities.put(name, new Quantity(at.value("", amount).toString()));
        } else {
            at.absent("", setting.reason(), amount);
        }
    }

    static SecurityContext security(Trace trace, WorkloadPlan workload) {
        SecurityContext context = new SecurityContext();
        context.setAllowPrivilegeEscalation(trace.because("/allowPrivilegeEscalation", false, Pods.RESTRICTED));
        Capabilities capabilities = new Capabilities();
        capabilities.setDrop(trace.because("/capabilities/drop", Editable.list("ALL"), Pods.RESTRICTED));
        context.setCapabilities(capabilities);
        context.setReadOnlyRootFilesystem(
                Pods.holds(trace, "/readOnlyRootFilesystem", workload.decision(Settings.READ_ONLY_ROOT)));
        return context;
    }
}
