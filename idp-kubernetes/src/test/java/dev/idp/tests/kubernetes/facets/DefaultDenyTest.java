package dev.idp.tests.kubernetes.facets;

import static dev.idp.tests.kubernetes.Documents.at;
import static dev.idp.tests.kubernetes.Documents.references;
import static dev.idp.tests.kubernetes.Documents.yaml;
import static dev.idp.tests.kubernetes.Platforms.prod;
import static dev.idp.tests.kubernetes.Platforms.render;
import static dev.idp.tests.kubernetes.Platforms.service;
import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.Environment;
import dev.idp.Platform;
import dev.idp.kubernetes.Kubernetes;
import dev.idp.kubernetes.Manifests;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import org.junit.jupiter.api.Test;

class DefaultDenyTest {

    @Test
    void deniesEveryPodEverythingButAskingForNames() {
        NetworkPolicy policy = render(service("orders")).get(NetworkPolicy.class, "default-deny");

        assertThat(at(policy, "")).isEqualTo(yaml("""
                apiVersion: networking.k8s.io/v1
                kind: NetworkPolicy
                metadata:
                  name: default-deny
                  namespace: shop-prod
                  labels:
                    app.kubernetes.io/instance: prod
                    app.kubernetes.io/managed-by: idp
                    app.kubernetes.io/part-of: shop
                spec:
                  podSelector: {}
                  policyTypes:
                  - Ingress
                  - Egress
                  egress:
                  - to:
                    - namespaceSelector:
                        matchLabels:
                          kubernetes.io/metadata.name: kube-system
                      podSelector:
                        matchLabels:
                          k8s-app: kube-dns
                    ports:
                    - port: 53
                      protocol: UDP
                    - port: 53
                      protocol: TCP
                """));
    }

    @Test
    void isThereEvenWhereNoServiceIs() {
        Environment dev = Environment.named("dev").build();
        Environment prod = prod().build();
        Platform platform = Platform.named("shop")
                .environments(dev, prod)
                .services(service("orders").onlyIn(prod).build())
                .build();

        Manifests manifests = Kubernetes.backend().render(platform.plan().in(dev));

        assertThat(references(manifests)).containsExactly("Namespace/shop-dev", "NetworkPolicy/default-deny");
    }
}
