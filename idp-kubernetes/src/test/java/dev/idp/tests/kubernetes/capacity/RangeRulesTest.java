package dev.idp.tests.kubernetes.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.kubernetes.check.Checks;
import dev.idp.kubernetes.check.ObjectSet;
import dev.idp.policy.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What one container, pod or claim asks for is within the range of its namespace. */
class RangeRulesTest {

    private static final Checks FITS = Checks.standard().only("limit-range-fits");

    private static List<Finding> found(String range, String resources) {
        return FITS.findings(ObjectSet.parse("prod", "all.yaml", """
                apiVersion: v1
                kind: LimitRange
                metadata: {name: range, namespace: shop}
                spec: {limits: [%s]}
                ---
                apiVersion: apps/v1
                kind: StatefulSet
                metadata: {name: web, namespace: shop}
                spec:
                  template: {spec: {containers: [{name: main, resources: {%s}}, {name: side, resources: {%s}}]}}
                  volumeClaimTemplates:
                  - {metadata: {name: data}, spec: {resources: {requests: {storage: 10Gi}}}}
                """.formatted(range, resources, resources)));
    }

    static List<Arguments> violations() {
        String both = "StatefulSet/web: container 'main': ";
        return List.of(
                Arguments.of(
                        "{type: Container, max: {memory: 1Gi}}",
                        "limits: {memory: 2Gi}",
                        both + "its memory limit 2Gi is above the 1Gi of LimitRange/range"),
                Arguments.of(
                        "{type: Container, max: {memory: 1Gi}}",
                        "requests: {memory: 2Gi}",
                        both + "its memory request 2Gi is above the 1Gi of LimitRange/range"),
                Arguments.of(
                        "{type: Container, min: {cpu: 100m}}",
                        "requests: {cpu: 50m}",
                        both + "its cpu request 50m is below the 100m of LimitRange/range"),
                Arguments.of(
                        "{type: Container, max: {cpu: 1}, min: {cpu: 100m}}",
                        "requests: {cpu: 50m}, limits: {cpu: 2}",
                        both + "its cpu request 50m is below the 100m of LimitRange/range; its cpu limit 2 is above the"
                                + " 1 of LimitRange/range"),
                Arguments.of(
                        "{type: Container, maxLimitRequestRatio: {cpu: 4}}",
                        "requests: {cpu: 250m}, limits: {cpu: 2}",
                        both + "its cpu limit 2 is 8 times its request 250m, and LimitRange/range allows 4"),
                Arguments.of(
                        "{type: Container, maxLimitRequestRatio: {cpu: 4}}",
                        "requests: {cpu: 250m}",
                        both + "it has no cpu limit, and LimitRange/range allows a limit of at most 4 times the"
                                + " request"),
                Arguments.of(
                        "{type: Container, default: {memory: 512Mi}}",
                        "requests: {memory: 1Gi}",
                        both + "its memory request 1Gi is above the limit 512Mi that it gets from LimitRange/range"),
                Arguments.of(
                        "{type: Pod, max: {cpu: 3}}",
                        "limits: {cpu: 2}",
                        "StatefulSet/web: its pods together: its cpu limit 4 is above the 3 of LimitRange/range"),
                Arguments.of(
                        "{type: Pod, max: {cpu: 3}}",
                        "requests: {cpu: 1}",
                        "StatefulSet/web: its pods together: it has no cpu limit, and LimitRange/range allows at most"
                                + " 3"),
                Arguments.of(
                        "{type: Pod, min: {memory: 1Gi}}",
                        "",
                        "StatefulSet/web: its pods together: it asks for no memory, and LimitRange/range wants at least"
                                + " 1Gi"),
                Arguments.of(
                        "{type: PersistentVolumeClaim, max: {storage: 5Gi}}",
                        "",
                        "StatefulSet/web: claim 'data of web': its storage request 10Gi is above the 5Gi of"
                                + " LimitRange/range"),
                Arguments.of(
                        "{type: PersistentVolumeClaim, min: {storage: 20Gi}}",
                        "",
                        "StatefulSet/web: claim 'data of web': its storage request 10Gi is below the 20Gi of"
                                + " LimitRange/range"));
    }

    @ParameterizedTest
    @MethodSource("violations")
    void whatIsOutsideIsFoundWithBothNumbers(String range, String resources, String message) {
        List<Finding> found = found(range, resources);

        assertThat(found.get(0).message()).isEqualTo(message);
        assertThat(found).hasSize(message.contains("container 'main'") ? 2 : 1);
    }

    static List<Arguments> within() {
        return List.of(
                Arguments.of("{type: Container, max: {memory: 1Gi}, min: {cpu: 10m}}", ""),
                Arguments.of("{type: Container, max: {memory: 1Gi}}", "limits: {memory: 1Gi}"),
                Arguments.of(
                        "{type: Container, default: {memory: 512Mi}}",
                        "requests: {memory: 1Gi}, limits: {memory: 1Gi}"),
                Arguments.of(
                        "{type: Container, maxLimitRequestRatio: {cpu: 4}}", "requests: {cpu: 250m}, limits: {cpu: 1}"),
                Arguments.of(
                        "{type: Container, maxLimitRequestRatio: {cpu: 4}, default: {cpu: 1}}",
                        "requests: {cpu: 500m}"),
                Arguments.of("{type: Pod, max: {cpu: 4}}", "limits: {cpu: 2}"),
                Arguments.of("{type: PersistentVolumeClaim, max: {storage: 10Gi}, min: {storage: 1Gi}}", ""),
                Arguments.of("{type: openshift.io/Image, max: {storage: 1Gi}}", ""));
    }

    @ParameterizedTest
    @MethodSource("within")
    void whatIsWithinIsNotFound(String range, String resources) {
        assertThat(found(range, resources)).isEmpty();
    }

    @Test
    void itIsFoundAtTheContainer() {
        assertThat(found("{type: Container, max: {memory: 1Gi}}", "limits: {memory: 2Gi}")
                        .get(0))
                .hasToString("ERROR limit-range-fits: StatefulSet/web in prod: StatefulSet/web: container 'main': its"
                        + " memory limit 2Gi is above the 1Gi of LimitRange/range (all.yaml:10"
                        + " /spec/template/spec/containers/0/resources); fix: ask for what the range allows, or widen"
                        + " the range");
    }

    @Test
    void whatAPodSaysForItselfCountsAndItsRuntimesOverheadDoesNot() {
        assertThat(FITS.findings(ObjectSet.parse("prod", "all.yaml", """
                {apiVersion: v1, kind: LimitRange, metadata: {name: range}, spec: {limits: [{type: Pod, max: {cpu: 1}}]}}
                ---
                {apiVersion: v1, kind: Pod, metadata: {name: within}, spec: {resources: {limits: {cpu: 1}},
                  overhead: {cpu: 1}, containers: [{name: a}]}}
                ---
                {apiVersion: v1, kind: Pod, metadata: {name: beyond}, spec: {resources: {limits: {cpu: 2}},
                  containers: [{name: a}]}}
                """)))
                .extracting(Finding::message)
                .containsExactly("Pod/beyond: its pods together: its cpu limit 2 is above the 1 of LimitRange/range");
    }
}
