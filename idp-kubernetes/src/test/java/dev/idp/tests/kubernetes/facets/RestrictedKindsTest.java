package dev.idp.tests.kubernetes.facets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.kubernetes.Kubernetes;
import dev.idp.tests.kubernetes.PodTemplates;
import dev.idp.tests.kubernetes.explain.RichPlatform;
import io.fabric8.kubernetes.api.model.PodSpec;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pods of every kind fit the restricted standard, with their sidecars and init steps. */
class RestrictedKindsTest {

    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void podsOfEveryKindFitTheRestrictedStandard(String environment) {
        Map<String, List<String>> violations = new TreeMap<>();
        pods(environment).forEach((reference, pod) -> violations.put(reference, RestrictedStandard.violationsOf(pod)));

        // One service of the platform says that it must run as root in production.
        List<String> ofApi = violations.remove("Deployment/api");
        assertThat(ofApi).isEqualTo(environment.equals("prod") ? List.of("running as non-root") : List.of());
        assertThat(violations)
                .allSatisfy(
                        (reference, found) -> assertThat(found).as(reference).isEmpty());
        assertThat(violations.keySet())
                .extracting(reference -> reference.substring(0, reference.indexOf('/')))
                .contains("CronJob", "DaemonSet", "Deployment", "Job", "StatefulSet");
    }

    /** The check itself must bite. */
    @Test
    void initStepsAndSidecarsAreChecked() {
        PodSpec pod = pods("dev").get("Deployment/web");
        pod.getInitContainers().get(0).setSecurityContext(null);

        assertThat(RestrictedStandard.violationsOf(pod)).containsExactly("privilege escalation", "capabilities");
    }

    private static Map<String, PodSpec> pods(String environment) {
        Map<String, PodSpec> pods = new TreeMap<>();
        PodTemplates.of(Kubernetes.backend()
                        .render(RichPlatform.platform().plan().in(environment)))
                .forEach((reference, template) -> pods.put(reference, template.getSpec()));
        return pods;
    }
}
