package dev.idp.kubernetes.internal.facets;

import dev.idp.Cpu;
import dev.idp.Memory;
import dev.idp.Port;
import dev.idp.Protocol;
import dev.idp.SecretText;
import dev.idp.Segment;
import dev.idp.Setting;
import dev.idp.Settings;
import dev.idp.explain.Decision;
import dev.idp.kubernetes.internal.render.Trace;
import dev.idp.plan.ServicePlan;
import io.fabric8.kubernetes.api.model.Capabilities;
import io.fabric8.kubernetes.api.model.ConfigMapEnvSource;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.EnvFromSource;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarSource;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.SecretKeySelector;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The container that runs a service's image. */
final class Containers {

    private Containers() {}

    static Container main(Trace trace, ServicePlan service) {
        Container container = new Container();
        container.setName(trace.value("/name", service.identity()));
        container.setImage(
                trace.value("/image", service.decision(Settings.IMAGE)).reference());
        container.setPorts(ports(trace, service));
        container.setEnvFrom(plainVariables(trace, service));
        container.setEnv(secretVariables(trace, service));
        container.setResources(resources(trace.at("/resources"), service));
        container.setStartupProbe(Probes.of(trace, "/startupProbe", service, Settings.STARTUP));
        container.setLivenessProbe(Probes.of(trace, "/livenessProbe", service, Settings.LIVENESS));
        container.setReadinessProbe(Probes.of(trace, "/readinessProbe", service, Settings.READINESS));
        container.setSecurityContext(security(trace.at("/securityContext"), service));
        container.setVolumeMounts(mounts(trace, service));
        return container;
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

    private static List<EnvFromSource> plainVariables(Trace trace, ServicePlan service) {
        Configuration configuration = new Configuration(service);
        if (configuration.isEmpty()) {
            return Editable.list();
        }
        trace.cite("/envFrom/0/configMapRef/name", configuration.nameParts());
        EnvFromSource source = new EnvFromSource();
        source.setConfigMapRef(new ConfigMapEnvSource(configuration.name(), null));
        return Editable.list(source);
    }

    private static List<EnvVar> secretVariables(Trace trace, ServicePlan service) {
        List<EnvVar> variables = new ArrayList<>();
        Set<String> taken = new HashSet<>(service.entries(Settings.ENV).keySet());
        taken.addAll(service.entries(Settings.SECRET).keySet());
        service.entries(Settings.SECRET).forEach((name, decision) -> {
            int first = variables.size();
            variables.addAll(variable(name, decision.get(), taken));
            for (int i = first; i < variables.size(); i++) {
                trace.at("/env", i).cite("", decision);
            }
        });
        return variables;
    }

    /**
     * A secret alone is referred to. A text composed with secrets takes them from variables of their own, which Kubernetes
     * <a href="https://kubernetes.io/docs/tasks/inject-data-application/define-interdependent-environment-variables/">
     * puts in</a> when the container starts.
     */
    private static List<EnvVar> variable(String name, SecretText text, Set<String> taken) {
        if (text.segments().size() == 1 && text.segments().get(0) instanceof Segment.Key key) {
            return List.of(reference(name, key));
        }
        List<EnvVar> variables = new ArrayList<>();
        StringBuilder composed = new StringBuilder();
        for (Segment segment : text.segments()) {
            if (segment instanceof Segment.Key key) {
                String part = name + "_PART_" + (variables.size() + 1);
                while (!taken.add(part)) {
                    part += "_";
                }
                variables.add(reference(part, key));
                composed.append("$(").append(part).append(')');
            } else if (segment instanceof Segment.Host host) {
                composed.append(host.service());
            } else if (segment instanceof Segment.Literal literal) {
                composed.append(literal.text().replace("$", "$$"));
            }
        }
        variables.add(new EnvVar(name, composed.toString(), null));
        return variables;
    }

    private static EnvVar reference(String name, Segment.Key key) {
        EnvVarSource source = new EnvVarSource();
        source.setSecretKeyRef(new SecretKeySelector(key.key(), key.secret(), null));
        return new EnvVar(name, null, source);
    }

    private static @Nullable ResourceRequirements resources(Trace trace, ServicePlan service) {
        ResourceRequirements resources = new ResourceRequirements();
        resources.setRequests(quantities(trace, "/requests", service, Settings.CPU, Settings.MEMORY));
        resources.setLimits(quantities(trace, "/limits", service, Settings.CPU_LIMIT, Settings.MEMORY_LIMIT));
        return resources.getRequests().isEmpty() && resources.getLimits().isEmpty() ? null : resources;
    }

    private static Map<String, Quantity> quantities(
            Trace trace, String pointer, ServicePlan service, Setting<Cpu> cpu, Setting<Memory> memory) {
        Map<String, Quantity> quantities = new LinkedHashMap<>();
        put(trace, pointer, "cpu", quantities, cpu, service.decision(cpu));
        put(trace, pointer, "memory", quantities, memory, service.decision(memory));
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

    private static SecurityContext security(Trace trace, ServicePlan service) {
        SecurityContext context = new SecurityContext();
        context.setAllowPrivilegeEscalation(trace.because("/allowPrivilegeEscalation", false, Pods.RESTRICTED));
        Capabilities capabilities = new Capabilities();
        capabilities.setDrop(trace.because("/capabilities/drop", Editable.list("ALL"), Pods.RESTRICTED));
        context.setCapabilities(capabilities);
        context.setReadOnlyRootFilesystem(
                Pods.holds(trace, "/readOnlyRootFilesystem", service.decision(Settings.READ_ONLY_ROOT)));
        return context;
    }

    private static List<VolumeMount> mounts(Trace trace, ServicePlan service) {
        List<VolumeMount> mounts = new ArrayList<>();
        Collection<Decision<String>> paths = service.entries(Settings.SCRATCH).values();
        paths.forEach(path -> {
            int index = mounts.size();
            Trace at = trace.at("/volumeMounts", index);
            VolumeMount mount = new VolumeMount();
            mount.setName(Pods.scratchName(at, index, paths));
            mount.setMountPath(at.value("/mountPath", path));
            mounts.add(mount);
        });
        return mounts;
    }
}
