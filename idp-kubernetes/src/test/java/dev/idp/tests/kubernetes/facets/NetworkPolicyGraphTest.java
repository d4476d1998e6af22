package dev.idp.tests.kubernetes.facets;

import static dev.idp.tests.kubernetes.Platforms.render;
import static dev.idp.tests.kubernetes.Platforms.service;
import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.ExternalService;
import dev.idp.Port;
import dev.idp.Protocol;
import dev.idp.Route;
import dev.idp.Secret;
import dev.idp.Service;
import dev.idp.ServiceRef;
import dev.idp.Text;
import dev.idp.kubernetes.Manifests;
import dev.idp.plan.Edge;
import dev.idp.plan.EnvironmentPlan;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random platforms, whose policies must allow the edges of the graph and nothing else. */
class NetworkPolicyGraphTest {

    private static final int SERVICES = 7;
    private static final List<Integer> NUMBERS = List.of(53, 80, 587, 7000, 8080);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void policiesAllowExactlyTheEdgesOfTheGraph(long seed) {
        Manifests manifests = render(randomServices(new Random(seed)));
        EnvironmentPlan plan = manifests.environment();
        Traffic traffic = new Traffic(manifests);

        Set<String> allowed = new TreeSet<>();
        for (int from = 0; from < SERVICES; from++) {
            for (int number : NUMBERS) {
                for (String protocol : List.of("TCP", "UDP")) {
                    for (int to = 0; to < SERVICES; to++) {
                        if (from != to && traffic.flows("s" + from, "s" + to, number, protocol)) {
                            allowed.add("s" + from + " -> s" + to + " " + number + "/" + protocol);
                        }
                    }
                }
            }
            if (traffic.flowsOut("s" + from, "203.0.113.0/24", 443)) {
                allowed.add("s" + from + " -> bank");
            }
            if (traffic.flowsOut("s" + from, "198.51.100.0/24", 587)) {
                allowed.add("s" + from + " -> mail");
            }
        }

        Set<String> declared = new TreeSet<>();
        plan.graph().edges().forEach(edge -> declared.add(text(edge, plan)));
        assertThat(allowed).isEqualTo(declared).hasSizeGreaterThan(SERVICES);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void publicTrafficReachesExactlyThePortsOfRoutes(long seed) {
        Manifests manifests = render(randomServices(new Random(seed)));
        Traffic traffic = new Traffic(manifests);

        Set<String> open = new TreeSet<>();
        Set<String> declared = new TreeSet<>();
        manifests.environment().services().forEach(service -> {
            for (int number : NUMBERS) {
                if (traffic.flowsFromNamespace("ingress-nginx", service.name(), number, "TCP")) {
                    open.add(service.name() + " " + number);
                }
                assertThat(traffic.flowsFromNamespace("default", service.name(), number, "TCP"))
                        .isFalse();
            }
            service.routes()
                    .forEach(route -> declared.add(
                            service.name() + " " + service.port(route.port()).listening()));
        });

        assertThat(open).isEqualTo(declared).isNotEmpty();
    }

    private static String text(Edge edge, EnvironmentPlan plan) {
        if (edge.port().isEmpty()) {
            return edge.from() + " -> " + edge.to();
        }
        Port port = plan.service(edge.to()).port(edge.port());
        return edge.from() + " -> " + edge.to() + " " + port.listening()
                + (port.protocol() == Protocol.UDP ? "/UDP" : "/TCP");
    }

    /** Ports share numbers across services, so that a rule which is too wide shows. */
    private static Service.Builder[] randomServices(Random random) {
        ExternalService bank = ExternalService.named("bank")
                .at("api.bank.example", 443)
                .within("203.0.113.0/24")
                .build();
        ExternalService mail =
                ExternalService.named("mail").at("smtp.example", 587).build();
        Service.Builder[] services = new Service.Builder[SERVICES];
        for (int i = 0; i < SERVICES; i++) {
            services[i] = service("s" + i)
                    .port(Port.http(number(random, 0)).servedOn(1000 + i))
                    .port(Port.tcp(number(random, 1)).named("second").servedOn(2000 + i))
                    .port(Port.udp(number(random, random.nextInt(5))).named("stats"));
            for (int called = 0; called < SERVICES; called++) {
                call(services[i], Service.ref("s" + called), random);
            }
            if (random.nextInt(4) == 0) {
                services[i].uses(bank);
            }
            if (random.nextInt(4) == 0) {
                services[i].env("MAIL", mail.address());
            }
            if (random.nextInt(3) == 0) {
                services[i].publicAt(Route.at("h" + i).toPort("http"));
            }
        }
        services[0].publicAt(Route.at("always").toPort("http"));
        return services;
    }

    /** Two different numbers for the two TCP ports. */
    private static int number(Random random, int which) {
        return NUMBERS.get(which == 0 ? random.nextInt(2) : 2 + random.nextInt(3));
    }

    private static void call(Service.Builder caller, ServiceRef called, Random random) {
        String variable = called.name().toUpperCase(Locale.ROOT);
        switch (random.nextInt(12)) {
            case 0 -> caller.env(variable, called.url("http"));
            case 1 -> caller.env(variable, called.address("second"));
            case 2 -> caller.env(variable, called.address("stats"));
            case 3 -> caller.env(variable, called.host());
            case 4 -> caller.uses(called);
            case 5 ->
                caller.secret(variable, Text.text("{}@{}", Secret.named("s").key("k"), called.address("http")));
            default -> {
                // It does not call it.
            }
        }
    }
}
