package dev.idp.internal.planning;

import dev.idp.EnvironmentSettings;
import dev.idp.Port;
import dev.idp.Probe;
import dev.idp.Protocol;
import dev.idp.Route;
import dev.idp.Setting;
import dev.idp.Settings;
import dev.idp.explain.Decision;
import dev.idp.plan.Decisions;
import dev.idp.plan.Problem;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Completes the probes and the routes of a service by the port that they mean and the domain that they are in. */
final class PortChoices {

    private static final List<Setting<Probe>> PROBES = List.of(Settings.STARTUP, Settings.LIVENESS, Settings.READINESS);

    private final String environment;
    private final Decisions settings;
    private final Problems problems;

    PortChoices(String environment, Decisions settings, Problems problems) {
        this.environment = environment;
        this.settings = settings;
        this.problems = problems;
    }

    void complete(Decided service, Decisions.Builder decisions) {
        if (!service.sound()) {
            return;
        }
        for (Setting<Probe> setting : PROBES) {
            Decision<Probe> probe = service.decision(setting);
            if (probe.isPresent() && probe.get().needsPort()) {
                complete(service, setting, probe, decisions);
            }
        }
        for (Map.Entry<String, Decision<Route>> route :
                service.entries(Settings.ROUTE).entrySet()) {
            complete(service, route.getKey(), route.getValue(), decisions);
        }
    }

    private void complete(Decided service, Setting<Probe> setting, Decision<Probe> probe, Decisions.Builder decisions) {
        Probe value = probe.get();
        Decision<Port> port = choose(service, setting.id(), probe, value.port(), fits(value.kind()));
        if (port != null) {
            decisions.put(setting, "", probe.resolvedTo(value.onPort(port.get().name()), List.of(port)));
        }
    }

    private void complete(Decided service, String entry, Decision<Route> route, Decisions.Builder decisions) {
        checkReachable(service, route);
        Decision<Port> port =
                choose(service, "route " + route.get(), route, route.get().port(), PortChoices::isForBrowsers);
        if (port != null) {
            Route complete =
                    new Route(host(route.get()), route.get().path(), port.get().name());
            Settings.ROUTE
                    .flawOf(entry, complete)
                    .filter(flaw -> hasHost(route.get())
                            && Settings.ROUTE.flawOf(entry, route.get()).isEmpty())
                    .ifPresent(flaw -> problems.add(Problem.of(service.name(), environment, flaw.message())
                            .cite("public", route.source())
                            .fix(flaw.fix())));
            decisions.put(Settings.ROUTE, entry, route.resolvedTo(complete, parts(route.get(), port)));
        }
    }

    private static Predicate<Port> fits(Probe.Kind kind) {
        return port -> switch (kind) {
            case HTTP_GET -> port.protocol() == Protocol.HTTP;
            case GRPC -> port.protocol() == Protocol.GRPC;
            case TCP -> port.protocol() != Protocol.UDP;
            case EXEC -> false;
        };
    }

    private static boolean isForBrowsers(Port port) {
        return port.protocol() == Protocol.HTTP || port.protocol() == Protocol.GRPC;
    }

    private List<Decision<?>> parts(Route route, Decision<Port> port) {
        return isAbsolute(route) ? List.of(port) : List.of(settings.decision(EnvironmentSettings.DOMAIN_NAME), port);
    }

    private String host(Route route) {
        return isAbsolute(route)
                ? route.host()
                : route.host() + "."
                        + settings.get(EnvironmentSettings.DOMAIN_NAME).orElse("");
    }

    private static boolean isAbsolute(Route route) {
        return route.host().contains(".");
    }

    private boolean hasHost(Route route) {
        return isAbsolute(route)
                || settings.decision(EnvironmentSettings.DOMAIN_NAME).isPresent();
    }

    private void checkReachable(Decided service, Decision<Route> route) {
        if (!settings.decision(EnvironmentSettings.PUBLIC_ENTRY).isPresent()) {
            problems.add(Problem.of(
                            service.name(),
                            environment,
                            "it is public, and nobody said where public traffic comes from")
                    .cite("public", route.source())
                    .fix("add publicThrough(...) to environment " + environment));
        }
        if (!hasHost(route.get())) {
            problems.add(Problem.of(
                            service.name(),
                            environment,
                            "it is public at '" + route.get().host() + "', and the environment has no domain")
                    .cite("public", route.source())
                    .fix("add domain(...) to environment " + environment));
        }
    }

    private @Nullable Decision<Port> choose(
            Decided service, String what, Decision<?> asking, String name, Predicate<Port> fits) {
        return Ports.choose(
                service,
                name,
                fits,
                (message, fix) ->
                        problems.add(Problem.of(service.name(), environment, what + " needs a port, and " + message)
                                .cite("said", asking.source())
                                .fix(fix)));
    }
}
