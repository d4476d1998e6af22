package dev.idp.tests.kubernetes.facets;

import static dev.idp.tests.kubernetes.Documents.at;
import static dev.idp.tests.kubernetes.Documents.yaml;
import static dev.idp.tests.kubernetes.Platforms.render;
import static dev.idp.tests.kubernetes.Platforms.service;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import org.junit.jupiter.api.Test;

class ScratchTest {

    @Test
    void directoriesAreEmptyVolumesThatEndWithThePod() {
        Deployment deployment =
                render(service("orders").scratch("/var/cache").scratch("/tmp")).get(Deployment.class, "orders");

        assertThat(at(deployment, "/spec/template/spec/volumes")).isEqualTo(yaml("""
                - {name: scratch-0, emptyDir: {}}
                - {name: scratch-1, emptyDir: {}}
                """));
        assertThat(at(deployment, "/spec/template/spec/containers/0/volumeMounts"))
                .isEqualTo(yaml("""
                - {name: scratch-0, mountPath: /tmp}
                - {name: scratch-1, mountPath: /var/cache}
                """));
    }

    @Test
    void aServiceWithoutScratchHasNoVolume() {
        Deployment deployment = render(service("orders")).get(Deployment.class, "orders");

        assertThat(at(deployment, "/spec/template/spec")).doesNotContain("volume");
    }
}
