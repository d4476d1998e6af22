package dev.idp.tests.kubernetes.edits;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.Map;

/** Custom resources as users make them. */
final class CustomResources {

    private CustomResources() {}

    static GenericKubernetesResource certificate(String name) {
        GenericKubernetesResource certificate = new GenericKubernetesResource();
        certificate.setApiVersion("cert-manager.io/v1");
        certificate.setKind("Certificate");
        certificate.setMetadata(new ObjectMeta());
        certificate.getMetadata().setName(name);
        certificate.setAdditionalProperty("spec", Map.of("secretName", name + "-tls"));
        return certificate;
    }
}
