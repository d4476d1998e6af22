package dev.idp.examples.boutique;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.kubernetes.Kubernetes;
import dev.idp.kubernetes.Manifests;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.Plan;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Network policies allow the calls that the published manifests configure, and no others. */
class WiringTest {

    private static final Plan PLAN = OnlineBoutique.platform().plan();

    static List<EnvironmentPlan> environments() {
        return PLAN.environments();
    }

    @ParameterizedTest
    @MethodSource("environments")
    void whoMaySendIsWhoCalls(EnvironmentPlan environment) {
        Set<String> sent = new TreeSet<>();
        policies(environment).forEach(policy -> policy.getSpec().getEgress().forEach(rule -> rule.getTo()
                .forEach(peer -> rule.getPorts()
                        .forEach(port -> sent.add(name(policy) + " -> " + name(peer) + ":"
                                + port.getPort().getIntVal())))));

        assertThat(sent).isEqualTo(published(environment, true));
    }

    @ParameterizedTest
    @MethodSource("environments")
    void whoMayBeReachedIsWhoIsCalled(EnvironmentPlan environment) {
        Set<String> received = new TreeSet<>();
        policies(environment).forEach(policy -> policy.getSpec().getIngress().forEach(rule -> rule.getFrom()
                .forEach(peer -> rule.getPorts()
                        .forEach(port -> received.add(name(peer) + " -> " + name(policy) + ":"
                                + port.getPort().getIntVal())))));

        Set<String> expected = published(environment, false);
        expected.add("namespace ingress-nginx -> frontend:8080");
        assertThat(received).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("environments")
    void everythingElseIsDeniedBothWays(EnvironmentPlan environment) {
        NetworkPolicy deny = manifests(environment).get(NetworkPolicy.class, "default-deny");

        assertThat(deny.getSpec().getPodSelector()).isEqualTo(new LabelSelector());
        assertThat(deny.getSpec().getPolicyTypes()).containsExactly("Ingress", "Egress");
        assertThat(deny.getSpec().getIngress()).isEmpty();
        assertThat(deny.getSpec().getEgress()).singleElement().satisfies(rule -> assertThat(rule.getPorts())
                .allSatisfy(port -> assertThat(port.getPort().getIntVal()).isEqualTo(53)));
    }

    /** By the address variables of the published manifests, with the port that the called process listens on. */
    private static Set<String> published(EnvironmentPlan environment, boolean withExternals) {
        Set<String> calls = new TreeSet<>();
        for (Upstream service : Upstream.SERVICES) {
            if (environment.findService(service.name()).isPresent()) {
                service.calls().values().forEach(address -> {
                    String called = address.substring(0, address.indexOf(':'));
                    String to = to(environment, called);
                    if (withExternals || !to.startsWith("network")) {
                        calls.add(service.name() + " -> " + to);
                    }
                });
            }
        }
        return calls;
    }

    private static String to(EnvironmentPlan environment, String called) {
        if (called.equals("shoppingassistantservice")) {
            return "network 203.0.113.0/24:80";
        }
        if (called.equals("redis-cart")) {
            return environment.name().equals("prod") ? "network 10.20.0.0/24:6379" : "redis-cart:6379";
        }
        return Upstream.SERVICES.stream()
                .filter(service -> service.name().equals(called))
                .map(service -> called + ":" + service.listening())
                .findFirst()
                .orElseThrow();
    }

    private static Stream<NetworkPolicy> policies(EnvironmentPlan environment) {
        return manifests(environment)
                .objects()
                .filter(NetworkPolicy.class::isInstance)
                .map(NetworkPolicy.class::cast)
                .filter(policy -> !policy.getMetadata().getName().equals("default-deny"));
    }

    private static Manifests manifests(EnvironmentPlan environment) {
        return Kubernetes.backend().render(environment);
    }

    private static String name(NetworkPolicy policy) {
        return name(policy.getSpec().getPodSelector());
    }

    private static String name(NetworkPolicyPeer peer) {
        if (peer.getIpBlock() != null) {
            return "network " + peer.getIpBlock().getCidr();
        }
        if (peer.getNamespaceSelector() != null) {
            return "namespace " + peer.getNamespaceSelector().getMatchLabels().get("kubernetes.io/metadata.name");
        }
        return name(peer.getPodSelector());
    }

    private static String name(LabelSelector selector) {
        return String.valueOf(selector.getMatchLabels().get("app.kubernetes.io/name"));
    }
}
