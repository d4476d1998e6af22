package dev.idp.tests.kubernetes.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.idp.kubernetes.check.Checks;
import dev.idp.kubernetes.check.ObjectSet;
import dev.idp.policy.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the rules on schemas say of Kubernetes' own kinds, and to which field and line it leads. */
class SchemaMessageTest {

    private static final Checks CHECKS = Checks.thorough()
            .only(
                    "unknown-field",
                    "wrong-type",
                    "missing-field",
                    "unknown-value",
                    "bad-value",
                    "bad-quantity",
                    "custom-resource-schema");

    private static final String POD = """
            apiVersion: v1
            kind: Pod
            metadata: {name: web}
            spec:
              containers:
              - name: web
                image: registry.example/web:1
                %s
            """;

    private static List<Finding> found(String yaml) {
        return CHECKS.findings(ObjectSet.parse("prod", "web.yaml", yaml));
    }

    static List<Arguments> lines() {
        String at = "Pod/web in prod: Pod/web: ";
        return List.of(
                arguments(
                        "imagepullPolicy: Always",
                        "ERROR unknown-field: " + at
                                + "no field spec.containers[0].imagepullPolicy is known, did you mean 'imagePullPolicy'?"
                                + " (web.yaml:8 /spec/containers/0/imagepullPolicy); fix: write imagePullPolicy"),
                arguments(
                        "replicas: 3",
                        "ERROR unknown-field: " + at + "no field spec.containers[0].replicas is known"
                                + " (web.yaml:8 /spec/containers/0/replicas); fix: take it away: the API server refuses it, or"
                                + " drops it"),
                arguments(
                        "stdin: 'true'",
                        "ERROR wrong-type: " + at
                                + "spec.containers[0].stdin is a text, not true or false"
                                + " (web.yaml:8 /spec/containers/0/stdin); fix: write true or false"),
                arguments(
                        "args: {a: b}",
                        "ERROR wrong-type: " + at
                                + "spec.containers[0].args is a map, not a list"
                                + " (web.yaml:8 /spec/containers/0/args); fix: write a list"),
                arguments(
                        "env: [{value: a}]",
                        "ERROR missing-field: " + at
                                + "spec.containers[0].env[0].name is missing"
                                + " (web.yaml:8 /spec/containers/0/env/0/name); fix: add it"),
                arguments(
                        "imagePullPolicy: IfMissing",
                        "ERROR unknown-value: " + at
                                + "spec.containers[0].imagePullPolicy is 'IfMissing', not one of Always, IfNotPresent, Never"
                                + " (web.yaml:8 /spec/containers/0/imagePullPolicy); fix: write one of them"),
                arguments(
                        "ports: [{containerPort: 80, protocol: tcp}]",
                        "ERROR unknown-value: " + at
                                + "spec.containers[0].ports[0].protocol is 'tcp', not one of SCTP, TCP, UDP"
                                + " (web.yaml:8 /spec/containers/0/ports/0/protocol); fix: write TCP"),
                arguments(
                        "ports: [{containerPort: 70000}]",
                        "ERROR bad-value: " + at
                                + "spec.containers[0].ports[0].containerPort is 70000, more than 65535"
                                + " (web.yaml:8 /spec/containers/0/ports/0/containerPort); fix: write a number within the"
                                + " bounds"),
                arguments(
                        "readinessProbe: {tcpSocket: {port: -1}}",
                        "ERROR bad-value: " + at
                                + "spec.containers[0].readinessProbe.tcpSocket.port is not a port from 1 to 65535 or the name of"
                                + " one (web.yaml:8 /spec/containers/0/readinessProbe/tcpSocket/port); fix: write a port from 1"
                                + " to 65535 or the name of one"),
                arguments(
                        "resources: {limits: {memory: 1GB}}",
                        "ERROR bad-quantity: " + at
                                + "spec.containers[0].resources.limits.memory is not a quantity like 500m or 1Gi"
                                + " (web.yaml:8 /spec/containers/0/resources/limits/memory); fix: write a quantity like 500m or"
                                + " 1Gi"));
    }

    @ParameterizedTest
    @MethodSource("lines")
    void aLineOfAPodIsFoundWhereItStands(String line, String message) {
        assertThat(found(POD.formatted(line))).hasToString("[" + message + "]");
    }

    @Test
    void valuesOfSecretsAreNotRepeated() {
        assertThat(found("""
                        apiVersion: v1
                        kind: Secret
                        metadata: {name: db}
                        data: {password: hunter*2}
                        """))
                .hasToString(
                        "[ERROR bad-value: Secret/db in prod: Secret/db: data.password is not a text encoded in Base64"
                                + " (web.yaml:4 /data/password); fix: write a text encoded in Base64]");
    }

    @Test
    void kindsThatNobodyKnowsArePassedOver() {
        assertThat(found("{apiVersion: example.org/v1, kind: Database, sizes: [1]}"))
                .isEmpty();
        assertThat(found("{apiVersion: apps/v7, kind: Deployment, sizes: [1]}")).isEmpty();
    }

    @Test
    void anObjectThatHoldsItselfManyTimesOverIsReadToItsEnd() {
        String deep = "{a: ".repeat(60) + "b" + "}".repeat(60);

        assertThat(found("{apiVersion: v1, kind: ConfigMap, metadata: {name: deep}, data: {a: " + deep + "}}"))
                .extracting(Finding::rule)
                .containsExactly("wrong-type");
    }
}
