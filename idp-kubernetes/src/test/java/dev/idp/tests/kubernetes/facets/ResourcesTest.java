package dev.idp.tests.kubernetes.facets;

import static dev.idp.Cpu.cores;
import static dev.idp.Cpu.millis;
import static dev.idp.Memory.gibibytes;
import static dev.idp.Memory.mebibytes;
import static dev.idp.tests.kubernetes.Documents.at;
import static dev.idp.tests.kubernetes.Documents.yaml;
import static dev.idp.tests.kubernetes.Platforms.render;
import static dev.idp.tests.kubernetes.Platforms.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.idp.Memory;
import dev.idp.Service;
import dev.idp.Settings;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ResourcesTest {

    @ParameterizedTest
    @MethodSource
    void areWhatTheServiceSaysAndNoMore(Service.Builder service, String expected) {
        Deployment deployment = render(service).get(Deployment.class, "orders");

        assertThat(at(deployment, "/spec/template/spec/containers/0/resources")).isEqualTo(yaml(expected));
    }

    static Stream<Arguments> areWhatTheServiceSaysAndNoMore() {
        return Stream.of(
                arguments(service("orders"), "null"),
                arguments(service("orders").cpu(millis(250)), "requests: {cpu: 250m}"),
                arguments(service("orders").memory(mebibytes(64)), "requests: {memory: 64Mi}"),
                arguments(
                        service("orders").cpu(cores(1), cores(2)).memory(gibibytes(1), new Memory(1_500_000_000)),
                        "{requests: {cpu: 1000m, memory: 1Gi}, limits: {cpu: 2000m, memory: '1500000000'}}"),
                arguments(service("orders").set(Settings.MEMORY_LIMIT, mebibytes(128)), "limits: {memory: 128Mi}"));
    }
}
