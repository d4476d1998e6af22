package dev.idp.tests.kubernetes.facets;

import static dev.idp.tests.kubernetes.Documents.at;
import static dev.idp.tests.kubernetes.Documents.references;
import static dev.idp.tests.kubernetes.Documents.yaml;
import static dev.idp.tests.kubernetes.Platforms.render;
import static dev.idp.tests.kubernetes.Platforms.service;
import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.Cpu;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisruptionBudgetTest {

    @Test
    void takesOneCopyAfterTheOther() {
        PodDisruptionBudget budget = render(service("orders").replicas(2)).get(PodDisruptionBudget.class, "orders");

        assertThat(at(budget, "")).isEqualTo(yaml("""
                apiVersion: policy/v1
                kind: PodDisruptionBudget
                metadata:
                  name: orders
                  namespace: shop-prod
                  labels:
                    app.kubernetes.io/instance: prod
                    app.kubernetes.io/managed-by: idp
                    app.kubernetes.io/name: orders
                    app.kubernetes.io/part-of: shop
                spec:
                  maxUnavailable: 1
                  selector:
                    matchLabels:
                      app.kubernetes.io/name: orders
                """));
    }

    /** A budget for one copy would keep its node from ever being drained. */
    @ParameterizedTest
    @CsvSource({"1, 1, false", "1, 9, false", "2, 2, true", "2, 9, true", "5, 5, true"})
    void isThereOnceTheServiceNeverHasFewerThanTwoCopies(int minimum, int maximum, boolean expected) {
        assertThat(references(render(service("orders").cpu(Cpu.millis(100)).replicas(minimum, maximum)))
                        .contains("PodDisruptionBudget/orders"))
                .isEqualTo(expected);
    }
}
