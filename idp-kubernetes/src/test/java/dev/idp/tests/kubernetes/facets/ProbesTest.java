package dev.idp.tests.kubernetes.facets;

import static dev.idp.tests.kubernetes.Documents.at;
import static dev.idp.tests.kubernetes.Documents.yaml;
import static dev.idp.tests.kubernetes.Platforms.render;
import static dev.idp.tests.kubernetes.Platforms.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.idp.Port;
import dev.idp.Probe;
import dev.idp.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ProbesTest {

    @ParameterizedTest
    @MethodSource
    void areAskedAsTheServiceSays(Probe probe, String expected) {
        String container = "/spec/template/spec/containers/0";

        Deployment live = deployment(withPorts().liveness(probe));
        Deployment ready = deployment(withPorts().readiness(probe));

        assertThat(at(live, container + "/livenessProbe")).isEqualTo(yaml(expected));
        assertThat(at(live, container + "/readinessProbe")).isEqualTo(yaml("null"));
        assertThat(at(ready, container + "/readinessProbe")).isEqualTo(yaml(expected));
        assertThat(at(ready, container + "/livenessProbe")).isEqualTo(yaml("null"));
    }

    static Stream<Arguments> areAskedAsTheServiceSays() {
        return Stream.of(
                arguments(Probe.httpGet("/live"), "httpGet: {path: /live, port: http}"),
                arguments(
                        Probe.httpGet("/live").header("B", "2").header("A", "1"),
                        "httpGet: {path: /live, port: http, httpHeaders: [{name: A, value: '1'}, {name: B, value: '2'}]}"),
                // The kubelet takes no name here: it is the number that the process listens on.
                arguments(Probe.grpcHealth(), "grpc: {port: 9555}"),
                arguments(Probe.tcpConnect().onPort("raft"), "tcpSocket: {port: raft}"),
                arguments(
                        Probe.tcpConnect().onPort("http").initialDelay(Duration.ofSeconds(0)),
                        "{tcpSocket: {port: http}, initialDelaySeconds: 0}"),
                arguments(
                        Probe.grpcHealth().initialDelay(Duration.ofMinutes(1)).period(Duration.ofSeconds(5)),
                        "{grpc: {port: 9555}, initialDelaySeconds: 60, periodSeconds: 5}"));
    }

    @Test
    void areAbsentWhenTheServiceSaysNothing() {
        Deployment deployment = deployment(withPorts());

        assertThat(at(deployment, "/spec/template/spec/containers/0"))
                .doesNotContain("Probe")
                .contains("ports");
    }

    private static Service.Builder withPorts() {
        return service("orders")
                .port(Port.http(8080).servedOn(80))
                .port(Port.grpc(9555).servedOn(5000))
                .port(Port.tcp(7000).named("raft"));
    }

    private static Deployment deployment(Service.Builder service) {
        return render(service).get(Deployment.class, "orders");
    }
}
