package dev.idp.examples.boutique;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.kubernetes.Kubernetes;
import dev.idp.kubernetes.Manifests;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The development environment runs what the published manifests run. */
class UpstreamTest {

    private static final Manifests DEV =
            Kubernetes.backend().render(OnlineBoutique.platform().plan().in("dev"));

    @ParameterizedTest
    @FieldSource("dev.idp.examples.boutique.Upstream#SERVICES")
    void runsThePublishedImageWithThePublishedSize(Upstream upstream) {
        Container container = container(upstream);

        assertThat(container.getImage()).isEqualTo(upstream.image());
        ResourceRequirements resources = container.getResources();
        assertThat(Stream.of("cpu", "memory")
                        .flatMap(name -> Stream.of(resources.getRequests(), resources.getLimits())
                                .map(quantities -> String.valueOf(quantities.get(name))))
                        .toList())
                .isEqualTo(upstream.resources());
    }

    @ParameterizedTest
    @FieldSource("dev.idp.examples.boutique.Upstream#SERVICES")
    void listensAndIsReachedOnThePublishedPorts(Upstream upstream) {
        if (upstream.listening() == 0) {
            assertThat(container(upstream).getPorts()).isEmpty();
            return;
        }
        assertThat(container(upstream).getPorts()).singleElement().satisfies(port -> assertThat(port.getContainerPort())
                .isEqualTo(upstream.listening()));
        assertThat(DEV.get(Service.class, upstream.name()).getSpec().getPorts())
                .singleElement()
                .satisfies(port -> assertThat(port.getPort()).isEqualTo(upstream.reachedUnder()));
    }

    @ParameterizedTest
    @FieldSource("dev.idp.examples.boutique.Upstream#SERVICES")
    void hasThePublishedVariables(Upstream upstream) {
        Map<String, String> expected = new TreeMap<>(upstream.env());
        expected.putAll(upstream.calls());
        // The one service that the published manifests refer to without containing it: here somebody else runs it.
        expected.computeIfPresent("SHOPPING_ASSISTANT_SERVICE_ADDR", (name, address) -> "assistant.example:80");

        assertThat(variables(upstream)).isEqualTo(expected);
    }

    @ParameterizedTest
    @FieldSource("dev.idp.examples.boutique.Upstream#SERVICES")
    void isAskedHowItIsAsPublished(Upstream upstream) {
        assertThat(text(container(upstream).getLivenessProbe())).isEqualTo(upstream.liveness());
        assertThat(text(container(upstream).getReadinessProbe())).isEqualTo(upstream.readiness());
    }

    private static Container container(Upstream upstream) {
        return DEV.get(Deployment.class, upstream.name())
                .getSpec()
                .getTemplate()
                .getSpec()
                .getContainers()
                .get(0);
    }

    private static Map<String, String> variables(Upstream upstream) {
        return container(upstream).getEnvFrom().stream()
                .map(from -> DEV.get(ConfigMap.class, from.getConfigMapRef().getName()))
                .findFirst()
                .map(ConfigMap::getData)
                .orElse(Map.of());
    }

    private static String text(Probe probe) {
        if (probe == null) {
            return "-";
        }
        String kind = probe.getGrpc() != null ? "grpc" : "http";
        return kind + " " + orDash(probe.getInitialDelaySeconds()) + " " + orDash(probe.getPeriodSeconds());
    }

    private static String orDash(Integer seconds) {
        return seconds == null ? "-" : seconds.toString();
    }
}
