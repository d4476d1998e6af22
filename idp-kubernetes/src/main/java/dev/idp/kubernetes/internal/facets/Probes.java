package dev.idp.kubernetes.internal.facets;

import dev.idp.Port;
import dev.idp.Probe;
import dev.idp.Setting;
import dev.idp.Settings;
import dev.idp.explain.Decision;
import dev.idp.kubernetes.internal.render.Trace;
import dev.idp.plan.ServicePlan;
import io.fabric8.kubernetes.api.model.ExecAction;
import io.fabric8.kubernetes.api.model.GRPCAction;
import io.fabric8.kubernetes.api.model.HTTPGetAction;
import io.fabric8.kubernetes.api.model.HTTPHeader;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.TCPSocketAction;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How the kubelet asks a service how it is. */
final class Probes {

    private Probes() {}

    static io.fabric8.kubernetes.api.model.@Nullable Probe of(
            Trace trace, String pointer, ServicePlan service, Setting<Probe> setting) {
        Decision<Probe> decided = service.decision(setting);
        Trace at = trace.at(pointer);
        if (!decided.isPresent()) {
            at.absent("", setting.reason(), decided);
            return null;
        }
        at.cite("", decided);
        Probe probe = decided.get();
        io.fabric8.kubernetes.api.model.Probe rendered = new io.fabric8.kubernetes.api.model.Probe();
        rendered.setInitialDelaySeconds(
                seconds(at, "/initialDelaySeconds", probe.initialDelay(), "which starts at once", decided));
        rendered.setPeriodSeconds(
                seconds(at, "/periodSeconds", probe.period(), "which asks every 10 seconds", decided));
        rendered.setTimeoutSeconds(
                seconds(at, "/timeoutSeconds", probe.timeout(), "which waits 1 second for an answer", decided));
        if (probe.failures().isPresent()) {
            rendered.setFailureThreshold(probe.failures().get());
        } else {
            at.absent("/failureThreshold", "left to Kubernetes, for which the third wrong answer counts", decided);
        }
        ask(at, rendered, probe, service.decisions().decision(Settings.PORT, probe.port()), decided);
        return rendered;
    }

    private static @Nullable Integer seconds(
            Trace trace, String pointer, Optional<Duration> given, String otherwise, Decision<Probe> probe) {
        if (given.isEmpty()) {
            trace.absent(pointer, "left to Kubernetes, " + otherwise, probe);
            return null;
        }
        return Math.toIntExact(given.get().toSeconds());
    }

    private static void ask(
            Trace trace,
            io.fabric8.kubernetes.api.model.Probe rendered,
            Probe probe,
            Decision<Port> port,
            Decision<Probe> decided) {
        switch (probe.kind()) {
            case HTTP_GET -> {
                HTTPGetAction get = new HTTPGetAction();
                get.setPath(probe.path());
                get.setPort(new IntOrString(probe.port()));
                get.setHttpHeaders(Editable.list(probe.headers().entrySet().stream()
                        .map(header -> new HTTPHeader(header.getKey(), header.getValue()))
                        .toList()));
                rendered.setHttpGet(get);
            }
            case GRPC -> {
                // The one kind of probe that takes no name of a port.
                trace.cite("/grpc/port", decided, port);
                GRPCAction grpc = new GRPCAction();
                grpc.setPort(port.get().listening());
                rendered.setGrpc(grpc);
            }
            case TCP -> {
                TCPSocketAction tcp = new TCPSocketAction();
                tcp.setPort(new IntOrString(probe.port()));
                rendered.setTcpSocket(tcp);
            }
            case EXEC -> rendered.setExec(new ExecAction(Editable.list(probe.command())));
        }
    }
}
