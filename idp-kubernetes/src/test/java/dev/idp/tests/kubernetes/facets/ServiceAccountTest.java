package dev.idp.tests.kubernetes.facets;

import static dev.idp.tests.kubernetes.Documents.at;
import static dev.idp.tests.kubernetes.Documents.yaml;
import static dev.idp.tests.kubernetes.Platforms.render;
import static dev.idp.tests.kubernetes.Platforms.service;
import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.kubernetes.Manifests;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import org.junit.jupiter.api.Test;

class ServiceAccountTest {

    @Test
    void isTheServicesOwnAndMountsNoToken() {
        ServiceAccount account = render(service("orders")).get(ServiceAccount.class, "orders");

        assertThat(at(account, "")).isEqualTo(yaml("""
                apiVersion: v1
                kind: ServiceAccount
                metadata:
                  name: orders
                  namespace: shop-prod
                  labels:
                    app.kubernetes.io/instance: prod
                    app.kubernetes.io/managed-by: idp
                    app.kubernetes.io/name: orders
                    app.kubernetes.io/part-of: shop
                automountServiceAccountToken: false
                """));
    }

    @Test
    void isUsedByThePodsOfItsServiceAlone() {
        Manifests manifests = render(service("orders"), service("payments"));

        for (String name : new String[] {"orders", "payments"}) {
            PodSpec pod = manifests
                    .get(Deployment.class, name)
                    .getSpec()
                    .getTemplate()
                    .getSpec();
            assertThat(pod.getServiceAccountName()).isEqualTo(name);
            assertThat(pod.getAutomountServiceAccountToken()).isFalse();
        }
    }
}
