package dev.idp.kubernetes.internal.facets;

import dev.idp.Port;
import dev.idp.Protocol;
import dev.idp.Settings;
import dev.idp.explain.Decision;
import dev.idp.kubernetes.internal.render.Output;
import dev.idp.kubernetes.internal.render.ServiceFacet;
import dev.idp.kubernetes.internal.render.Trace;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.ServicePlan;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.ServiceSpec;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The address of a service within the cluster.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/services-networking/service/#application-protocol">Application protocol</a>
 */
final class NetworkingFacet implements ServiceFacet {

    @Override
    public void render(ServicePlan service, EnvironmentPlan environment, Output output) {
        if (service.entries(Settings.PORT).isEmpty()) {
            return;
        }
        Trace trace = output.start();
        Service rendered = new Service();
        rendered.setMetadata(Metadata.ofWorkload(trace, "Service", service, environment));
        ServiceSpec spec = new ServiceSpec();
        spec.setSelector(Metadata.selected(trace.at("/spec/selector"), service.identity()));
        spec.setPorts(ports(trace, service));
        rendered.setSpec(spec);
        output.add(rendered);
    }

    static List<ServicePort> ports(Trace trace, ServicePlan service) {
        List<ServicePort> ports = new ArrayList<>();
        for (Decision<Port> decided : service.entries(Settings.PORT).values()) {
            Trace at = trace.at("/spec/ports", ports.size());
            at.cite("", decided);
            Port port = decided.get();
            ServicePort rendered = new ServicePort();
            if (port.protocol() == Protocol.GRPC) {
                rendered.setAppProtocol(protocol(at, decided, service));
            }
            rendered.setName(port.name());
            rendered.setPort(port.reachedUnder());
            // By name, so that the number that the process listens on stands in one place.
            rendered.setTargetPort(new IntOrString(port.name()));
            rendered.setProtocol(Containers.transport(port));
            ports.add(rendered);
        }
        return ports;
    }

    /** A proxy would speak HTTP/1.1 to it; who calls it within the cluster knows what it speaks. */
    private static @Nullable String protocol(Trace trace, Decision<Port> port, ServicePlan service) {
        Decision<?>[] routes = service.entries(Settings.ROUTE).values().stream()
                .filter(route -> route.get().port().equals(port.get().name()))
                .toArray(Decision<?>[]::new);
        if (routes.length == 0) {
            return null;
        }
        trace.cite("/appProtocol", port);
        trace.rule("/appProtocol", "the public entry must speak HTTP/2 to it", routes);
        return "kubernetes.io/h2c";
    }
}
