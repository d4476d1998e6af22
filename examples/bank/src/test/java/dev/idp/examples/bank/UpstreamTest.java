package dev.idp.examples.bank;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.kubernetes.Kubernetes;
import dev.idp.kubernetes.Manifests;
import dev.idp.plan.Plan;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The bank's services are the published ones. */
class UpstreamTest {

    private static final Plan PLAN = BankOfAnthos.platform().plan();
    private static final Manifests DEV = Kubernetes.backend().render(PLAN.in("dev"));
    private static final Manifests PROD = Kubernetes.backend().render(PLAN.in("prod"));

    @ParameterizedTest
    @FieldSource("dev.idp.examples.bank.Upstream#SERVICES")
    void runThePublishedImageAndInProductionTheVeryOneThatWasReleased(Upstream upstream) {
        assertThat(container(DEV, upstream).getImage()).isEqualTo(upstream.image() + ":v0.6.10");
        assertThat(container(PROD, upstream).getImage()).matches(upstream.image() + "@sha256:[0-9a-f]{64}");
    }

    @ParameterizedTest
    @FieldSource("dev.idp.examples.bank.Upstream#SERVICES")
    void haveThePublishedSize(Upstream upstream) {
        for (Manifests manifests : new Manifests[] {DEV, PROD}) {
            ResourceRequirements resources = container(manifests, upstream).getResources();
            assertThat(Stream.of("cpu", "memory")
                            .flatMap(name -> Stream.of(resources.getRequests(), resources.getLimits())
                                    .map(quantities -> String.valueOf(quantities.get(name))))
                            .toList())
                    .isEqualTo(upstream.resources());
        }
    }

    @ParameterizedTest
    @FieldSource("dev.idp.examples.bank.Upstream#SERVICES")
    void listenAndAreReachedOnThePublishedPorts(Upstream upstream) {
        assertThat(container(DEV, upstream).getPorts())
                .singleElement()
                .satisfies(port -> assertThat(port.getContainerPort()).isEqualTo(8080));
        assertThat(DEV.get(Service.class, upstream.name()).getSpec().getPorts())
                .singleElement()
                .satisfies(port -> assertThat(port.getPort()).isEqualTo(upstream.reachedUnder()));
    }

    @ParameterizedTest
    @FieldSource("dev.idp.examples.bank.Upstream#SERVICES")
    void haveThePublishedVariables(Upstream upstream) {
        Map<String, String> expected = upstream.variables();
        // Traces and metrics go to a cloud that development does not run in.
        expected.computeIfPresent("ENABLE_TRACING", (name, value) -> "false");
        expected.computeIfPresent("ENABLE_METRICS", (name, value) -> "false");

        Map<String, String> variables = variables(upstream);
        assertThat(variables.remove("SPRING_DATASOURCE_URL") != null)
                .isEqualTo(upstream.secrets().contains("SPRING_DATASOURCE_USERNAME"));
        assertThat(variables.remove("JVM_OPTS") != null)
                .isEqualTo(upstream.env().containsKey("ENABLE_METRICS"));
        assertThat(variables).isEqualTo(expected);
    }

    @ParameterizedTest
    @FieldSource("dev.idp.examples.bank.Upstream#SERVICES")
    void keepSecretWhatIsPublishedInPlainSight(Upstream upstream) {
        assertThat(container(DEV, upstream).getEnv())
                .filteredOn(variable -> !variable.getName().matches(".*_PART_[12]|NAMESPACE"))
                .extracting(variable -> variable.getName())
                .containsExactlyElementsOf(upstream.secrets());
    }

    @ParameterizedTest
    @FieldSource("dev.idp.examples.bank.Upstream#SERVICES")
    void areAskedHowTheyAreAsPublished(Upstream upstream) {
        Container container = container(DEV, upstream);

        assertThat(text(container.getStartupProbe())).isEqualTo(upstream.startup());
        assertThat(text(container.getLivenessProbe())).isEqualTo(upstream.liveness());
        assertThat(text(container.getReadinessProbe())).isEqualTo(upstream.readiness());
    }

    private static Container container(Manifests manifests, Upstream upstream) {
        return manifests
                .get(Deployment.class, upstream.name())
                .getSpec()
                .getTemplate()
                .getSpec()
                .getContainers()
                .get(0);
    }

    private static Map<String, String> variables(Upstream upstream) {
        return container(DEV, upstream).getEnvFrom().stream()
                .map(from -> DEV.get(ConfigMap.class, from.getConfigMapRef().getName()))
                .findFirst()
                .map(ConfigMap::getData)
                .orElseThrow();
    }

    private static String text(@Nullable Probe probe) {
        if (probe == null) {
            return "-";
        }
        return probe.getHttpGet().getPath() + " " + orDash(probe.getInitialDelaySeconds()) + " "
                + orDash(probe.getPeriodSeconds()) + " " + orDash(probe.getTimeoutSeconds());
    }

    private static String orDash(@Nullable Integer seconds) {
        return seconds == null ? "-" : seconds.toString();
    }
}
