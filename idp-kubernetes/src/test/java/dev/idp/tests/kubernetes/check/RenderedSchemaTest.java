package dev.idp.tests.kubernetes.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.kubernetes.Kubernetes;
import dev.idp.kubernetes.Manifests;
import dev.idp.kubernetes.check.Checks;
import dev.idp.kubernetes.check.KubernetesVersion;
import dev.idp.kubernetes.check.ObjectSet;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.tests.kubernetes.explain.RichPlatform;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What this library renders, and a real API server accepts, has nothing wrong with it: as objects, and as YAML. */
class RenderedSchemaTest {

    private static final Checks CHECKS = Checks.thorough(KubernetesVersion.of("1.34"))
            .only(
                    "unknown-field",
                    "wrong-type",
                    "missing-field",
                    "unknown-value",
                    "bad-value",
                    "bad-quantity",
                    "duplicate-key",
                    "custom-resource-schema",
                    "removed-api",
                    "deprecated-api");

    static List<EnvironmentPlan> environments() {
        return RichPlatform.platform().plan().environments();
    }

    @ParameterizedTest
    @MethodSource("environments")
    void everythingThatIsRenderedKeepsToItsSchema(EnvironmentPlan environment) {
        Manifests manifests = Kubernetes.backend().render(environment);
        ObjectSet read = ObjectSet.parse(environment.name(), "all.yaml", manifests.toYaml());

        assertThat(CHECKS.findings(ObjectSet.of(manifests))).isEmpty();
        assertThat(CHECKS.findings(read)).isEmpty();
        assertThat(read.objects()).hasSize((int) manifests.objects().count()).isNotEmpty();
    }
}
