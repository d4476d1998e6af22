package dev.idp.tests.kubernetes.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.kubernetes.check.Checks;
import dev.idp.kubernetes.check.ObjectSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Elements of a list that Kubernetes cannot tell apart. */
class DuplicateKeyTest {

    private static final String POD = """
            apiVersion: v1
            kind: Pod
            metadata: {name: web}
            spec:
              containers:
              - {name: web, image: "registry.example/web:1", %s}
              %s
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "env: [{name: A, value: a}, {name: A, value: b}] | {} | WARNING |"
                        + " spec.containers[0].env[1] has the same name as spec.containers[0].env[0], and the last one holds",
                "ports: [{containerPort: 80}, {containerPort: 80, protocol: TCP}] | {} | ERROR |"
                        + " spec.containers[0].ports[1] has the same containerPort and protocol as"
                        + " spec.containers[0].ports[0]",
                "volumeMounts: [{name: a, mountPath: /a}, {name: b, mountPath: /a}] | {} | ERROR |"
                        + " spec.containers[0].volumeMounts[1] has the same mountPath as"
                        + " spec.containers[0].volumeMounts[0]",
                "tty: false | volumes: [{name: a}, {name: a}] | ERROR | spec.volumes[1] has the same name as spec.volumes[0]",
                "tty: false | imagePullSecrets: [{name: a}, {name: a}] | ERROR |"
                        + " spec.imagePullSecrets[1] has the same name as spec.imagePullSecrets[0]",
                "tty: false | initContainers: [{name: web, image: a}] | ERROR |"
                        + " the name 'web' of a container of containers is that of one of initContainers",
            })
    void twoThatKubernetesCannotTellApartAreFound(String container, String spec, String severity, String message) {
        assertThat(Checks.thorough().only("duplicate-key").findings(pod(container, spec)))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.severity()).hasToString(severity);
                    assertThat(finding.message()).isEqualTo("Pod/web: " + message);
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ports: [{containerPort: 80}, {containerPort: 80, protocol: UDP}] | {}",
                "ports: [{name: a}, {name: b}] | {}",
                "env: [{name: A}, {name: a}] | volumes: [{name: A}]",
                "args: [a, a] | tolerations: [{key: a}, {key: a}]",
            })
    void whatDiffersInAKeyOrHasNoneIsNotFound(String container, String spec) {
        assertThat(Checks.thorough().only("duplicate-key").findings(pod(container, spec)))
                .isEmpty();
    }

    private static ObjectSet pod(String container, String spec) {
        return ObjectSet.parse("prod", "web.yaml", POD.formatted(container, spec.replace("{}", "")));
    }
}
