package dev.idp.tests.kubernetes.facets;

import static dev.idp.tests.kubernetes.Documents.at;
import static dev.idp.tests.kubernetes.Documents.yaml;
import static dev.idp.tests.kubernetes.Platforms.prod;
import static dev.idp.tests.kubernetes.Platforms.render;
import static dev.idp.tests.kubernetes.Platforms.service;
import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.kubernetes.Manifests;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import org.junit.jupiter.api.Test;

class NamespaceTest {

    private static final String ENFORCE = "pod-security.kubernetes.io/enforce";

    @Test
    void isNamedAfterPlatformAndEnvironmentAndEnforcesTheRestrictedStandard() {
        Namespace namespace = render(service("orders")).get(Namespace.class, "shop-prod");

        assertThat(at(namespace, "")).isEqualTo(yaml("""
                apiVersion: v1
                kind: Namespace
                metadata:
                  name: shop-prod
                  labels:
                    app.kubernetes.io/instance: prod
                    app.kubernetes.io/managed-by: idp
                    app.kubernetes.io/part-of: shop
                    pod-security.kubernetes.io/enforce: restricted
                """));
    }

    @Test
    void hasTheNameThatTheEnvironmentSaysAndEverythingElseIsInIt() {
        Manifests manifests = render(prod().namespace("webshop").build(), service("orders"));

        assertThat(manifests.get(Namespace.class, "webshop").getMetadata().getNamespace())
                .isNull();
        assertThat(manifests.objects().filter(object -> !(object instanceof Namespace)))
                .isNotEmpty()
                .allSatisfy(object ->
                        assertThat(object.getMetadata().getNamespace()).isEqualTo("webshop"));
    }

    @Test
    void enforcesTheBaselineStandardOnceOneServiceRunsAsRoot() {
        Manifests manifests =
                render(service("orders"), service("legacy").runAsRoot("it was written in 1998"), service("payments"));

        assertThat(enforced(manifests.get(Namespace.class, "shop-prod"))).isEqualTo("baseline");
    }

    @Test
    void staysRestrictedWhenAServiceLiftsWhatTheStandardDoesNotAskFor() {
        Manifests manifests = render(service("orders").writableRootFilesystem("it unpacks itself"));

        assertThat(enforced(manifests.get(Namespace.class, "shop-prod"))).isEqualTo("restricted");
    }

    @Test
    void isTheFirstObjectSinceAllOthersNeedIt() {
        assertThat(render(service("orders")).objects().findFirst())
                .map(HasMetadata::getKind)
                .contains("Namespace");
    }

    private static String enforced(Namespace namespace) {
        return namespace.getMetadata().getLabels().get(ENFORCE);
    }
}
