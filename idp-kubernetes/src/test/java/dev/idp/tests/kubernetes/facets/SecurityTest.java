package dev.idp.tests.kubernetes.facets;

import static dev.idp.tests.kubernetes.Documents.at;
import static dev.idp.tests.kubernetes.Documents.yaml;
import static dev.idp.tests.kubernetes.Platforms.render;
import static dev.idp.tests.kubernetes.Platforms.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.idp.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SecurityTest {

    @ParameterizedTest
    @MethodSource
    void liftsWhatTheServiceLiftsAndNothingElse(Service.Builder service, String pod, String container) {
        Deployment deployment = render(service).get(Deployment.class, "orders");

        assertThat(at(deployment, "/spec/template/spec/securityContext")).isEqualTo(yaml(pod));
        assertThat(at(deployment, "/spec/template/spec/containers/0/securityContext"))
                .isEqualTo(yaml(container));
    }

    static Stream<Arguments> liftsWhatTheServiceLiftsAndNothingElse() {
        String strict = "{allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}, readOnlyRootFilesystem: true}";
        return Stream.of(
                arguments(service("orders"), "{runAsNonRoot: true, seccompProfile: {type: RuntimeDefault}}", strict),
                arguments(
                        service("orders").runAsUser(1000),
                        "{runAsNonRoot: true, runAsUser: 1000, runAsGroup: 1000, fsGroup: 1000,"
                                + " seccompProfile: {type: RuntimeDefault}}",
                        strict),
                arguments(
                        service("orders").runAsRoot("it opens port 80").runAsUser(0),
                        "{runAsNonRoot: false, runAsUser: 0, runAsGroup: 0, fsGroup: 0,"
                                + " seccompProfile: {type: RuntimeDefault}}",
                        strict),
                arguments(
                        service("orders").writableRootFilesystem("it unpacks itself"),
                        "{runAsNonRoot: true, seccompProfile: {type: RuntimeDefault}}",
                        strict.replace("readOnlyRootFilesystem: true", "readOnlyRootFilesystem: false")));
    }
}
