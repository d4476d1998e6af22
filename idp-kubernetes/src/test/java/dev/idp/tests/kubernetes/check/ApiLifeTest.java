package dev.idp.tests.kubernetes.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.kubernetes.check.Checks;
import dev.idp.kubernetes.check.KubernetesVersion;
import dev.idp.kubernetes.check.ObjectSet;
import dev.idp.policy.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** APIs that a version of Kubernetes no longer has, or warns of. */
class ApiLifeTest {

    private static List<Finding> found(String version, String apiVersion, String kind) {
        return Checks.thorough(KubernetesVersion.of(version))
                .only("removed-api", "deprecated-api")
                .findings(ObjectSet.parse(
                        "prod",
                        "old.yaml",
                        "{apiVersion: " + apiVersion + ", kind: " + kind + ", metadata: {name: a}}"));
    }

    @ParameterizedTest
    @CsvSource({
        "1.20, batch/v1beta1, CronJob,",
        "1.21, batch/v1beta1, CronJob, deprecated-api",
        "1.24, batch/v1beta1, CronJob, deprecated-api",
        "1.25, batch/v1beta1, CronJob, removed-api",
        "1.34, batch/v1, CronJob,",
        "1.34, extensions/v1beta1, Deployment, removed-api",
        "1.34, extensions/v1beta1, Ingress, removed-api",
        "1.34, networking.k8s.io/v1beta1, Ingress, removed-api",
        "1.33, networking.k8s.io/v1beta1, ServiceCIDR,",
        "1.34, networking.k8s.io/v1beta1, ServiceCIDR, deprecated-api",
        "1.25, autoscaling/v2beta2, HorizontalPodAutoscaler, deprecated-api",
        "1.26, autoscaling/v2beta2, HorizontalPodAutoscaler, removed-api",
        "1.26, storage.k8s.io/v1beta1, CSIStorageCapacity, deprecated-api",
        "1.27, storage.k8s.io/v1beta1, CSIStorageCapacity, removed-api",
        "1.29, flowcontrol.apiserver.k8s.io/v1beta2, FlowSchema, removed-api",
        "1.31, flowcontrol.apiserver.k8s.io/v1beta3, FlowSchema, deprecated-api",
        "1.32, flowcontrol.apiserver.k8s.io/v1beta3, FlowSchema, removed-api",
        "1.32, v1, Endpoints,",
        "1.33, v1, Endpoints, deprecated-api",
        "1.34, v1, ComponentStatus, deprecated-api",
        "1.34, example.org/v1beta1, CronJob,",
    })
    void anApiEndsWithAVersion(String version, String apiVersion, String kind, String rule) {
        assertThat(found(version, apiVersion, kind))
                .extracting(Finding::rule)
                .isEqualTo(rule == null ? List.of() : List.of(rule));
    }

    @Test
    void whatTookItsPlaceIsSaid() {
        assertThat(found("1.34", "policy/v1beta1", "PodDisruptionBudget"))
                .hasToString("[ERROR removed-api: PodDisruptionBudget/a in prod: PodDisruptionBudget/a:"
                        + " PodDisruptionBudget of policy/v1beta1 is gone since Kubernetes 1.25 (old.yaml:1 /apiVersion);"
                        + " fix: use policy/v1]");
        assertThat(found("1.25", "autoscaling/v2beta2", "HorizontalPodAutoscaler"))
                .hasToString("[WARNING deprecated-api: HorizontalPodAutoscaler/a in prod: HorizontalPodAutoscaler/a:"
                        + " HorizontalPodAutoscaler of autoscaling/v2beta2 is deprecated since Kubernetes 1.23, and gone"
                        + " from 1.26 on (old.yaml:1 /apiVersion); fix: use autoscaling/v2]");
    }
}
