package dev.idp.tests.kubernetes.facets;

import static dev.idp.tests.kubernetes.Documents.at;
import static dev.idp.tests.kubernetes.Documents.references;
import static dev.idp.tests.kubernetes.Documents.yaml;
import static dev.idp.tests.kubernetes.Platforms.render;
import static dev.idp.tests.kubernetes.Platforms.service;
import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.Port;
import dev.idp.kubernetes.Manifests;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import org.junit.jupiter.api.Test;

class PortsTest {

    private static final Manifests MANIFESTS = render(service("orders")
            .port(Port.http(8080).servedOn(80))
            .port(Port.grpc(9000))
            .port(Port.tcp(7000).named("raft"))
            .port(Port.udp(8125).servedOn(125).named("stats")));

    @Test
    void areOpenedWhereTheProcessListens() {
        Deployment deployment = MANIFESTS.get(Deployment.class, "orders");

        assertThat(at(deployment, "/spec/template/spec/containers/0/ports")).isEqualTo(yaml("""
                - {name: grpc, containerPort: 9000, protocol: TCP}
                - {name: http, containerPort: 8080, protocol: TCP}
                - {name: raft, containerPort: 7000, protocol: TCP}
                - {name: stats, containerPort: 8125, protocol: UDP}
                """));
    }

    @Test
    void areReachedUnderTheirOwnNumbersAndLeadToThePortsOfThoseNames() {
        Service service = MANIFESTS.get(Service.class, "orders");

        assertThat(at(service, "")).isEqualTo(yaml("""
                apiVersion: v1
                kind: Service
                metadata:
                  name: orders
                  namespace: shop-prod
                  labels:
                    app.kubernetes.io/instance: prod
                    app.kubernetes.io/managed-by: idp
                    app.kubernetes.io/name: orders
                    app.kubernetes.io/part-of: shop
                spec:
                  selector:
                    app.kubernetes.io/name: orders
                  ports:
                  - {name: grpc, port: 9000, targetPort: grpc, protocol: TCP}
                  - {name: http, port: 80, targetPort: http, protocol: TCP}
                  - {name: raft, port: 7000, targetPort: raft, protocol: TCP}
                  - {name: stats, port: 125, targetPort: stats, protocol: UDP}
                """));
    }

    @Test
    void nothingLeadsToAServiceWithoutPorts() {
        assertThat(references(render(service("orders")))).doesNotContain("Service/orders");
    }
}
