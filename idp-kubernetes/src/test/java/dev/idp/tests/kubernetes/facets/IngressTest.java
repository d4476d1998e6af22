package dev.idp.tests.kubernetes.facets;

import static dev.idp.tests.kubernetes.Documents.at;
import static dev.idp.tests.kubernetes.Documents.references;
import static dev.idp.tests.kubernetes.Documents.yaml;
import static dev.idp.tests.kubernetes.Platforms.ENTRY;
import static dev.idp.tests.kubernetes.Platforms.render;
import static dev.idp.tests.kubernetes.Platforms.service;
import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.Environment;
import dev.idp.Port;
import dev.idp.Route;
import dev.idp.Service;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import org.junit.jupiter.api.Test;

class IngressTest {

    @Test
    void leadsFromAHostInTheDomainToThePortOfThatName() {
        Ingress ingress = render(service("orders")
                        .port(Port.http(8080).servedOn(80))
                        .port(Port.tcp(7000))
                        .publicAt("www"))
                .get(Ingress.class, "orders");

        assertThat(at(ingress, "")).isEqualTo(yaml("""
                apiVersion: networking.k8s.io/v1
                kind: Ingress
                metadata:
                  name: orders
                  namespace: shop-prod
                  labels:
                    app.kubernetes.io/instance: prod
                    app.kubernetes.io/managed-by: idp
                    app.kubernetes.io/name: orders
                    app.kubernetes.io/part-of: shop
                spec:
                  ingressClassName: nginx
                  rules:
                  - host: www.shop.example
                    http:
                      paths:
                      - path: /
                        pathType: Prefix
                        backend:
                          service:
                            name: orders
                            port:
                              name: http
                """));
    }

    @Test
    void hasARuleForEveryHostAndAPathForEveryRoute() {
        Ingress ingress = render(manyRoutes()).get(Ingress.class, "orders");

        assertThat(at(ingress, "/spec/rules")).isEqualTo(yaml("""
                - host: api.elsewhere.example
                  http:
                    paths:
                    - path: /
                      pathType: Prefix
                      backend: {service: {name: orders, port: {name: grpc}}}
                - host: www.shop.example
                  http:
                    paths:
                    - path: /
                      pathType: Prefix
                      backend: {service: {name: orders, port: {name: http}}}
                    - path: /grpc
                      pathType: Prefix
                      backend: {service: {name: orders, port: {name: grpc}}}
                """));
    }

    @Test
    void asksForOneCertificateForAllHostsWhereTheEntryNamesAnIssuer() {
        Environment prod = Environment.named("prod")
                .domain("shop.example")
                .publicThrough(ENTRY.certificatesFrom("letsencrypt"))
                .build();

        Ingress ingress = render(prod, manyRoutes()).get(Ingress.class, "orders");

        assertThat(at(ingress, "/metadata/annotations")).isEqualTo(yaml("cert-manager.io/cluster-issuer: letsencrypt"));
        assertThat(at(ingress, "/spec/tls")).isEqualTo(yaml("""
                - hosts:
                  - api.elsewhere.example
                  - www.shop.example
                  secretName: orders-tls
                """));
    }

    @Test
    void usesTheCertificateThatIsThereAlready() {
        Environment prod = Environment.named("prod")
                .domain("shop.example")
                .publicThrough(ENTRY.certificateIn("wildcard"))
                .build();

        Ingress ingress = render(prod, manyRoutes()).get(Ingress.class, "orders");

        assertThat(at(ingress, "/metadata/annotations")).isEqualTo(yaml("null"));
        assertThat(at(ingress, "/spec/tls")).isEqualTo(yaml("""
                - hosts:
                  - api.elsewhere.example
                  - www.shop.example
                  secretName: wildcard
                """));
    }

    @Test
    void hasNoTlsWhereTheEntryNamesNoIssuer() {
        Ingress ingress = render(manyRoutes()).get(Ingress.class, "orders");

        assertThat(at(ingress, "/spec/tls")).isEqualTo(yaml("null"));
        assertThat(at(ingress, "/metadata/annotations")).isEqualTo(yaml("null"));
    }

    @Test
    void isAbsentWhereTheServiceIsNotPublic() {
        assertThat(references(render(service("orders").port(Port.http(8080)))))
                .contains("Service/orders")
                .doesNotContain("Ingress/orders");
    }

    private static Service.Builder manyRoutes() {
        return service("orders")
                .port(Port.http(8080))
                .port(Port.grpc(9000))
                .publicAt(Route.at("www").toPort("http"))
                .publicAt(Route.at("www").below("/grpc").toPort("grpc"))
                .publicAt(Route.at("api.elsewhere.example").toPort("grpc"));
    }
}
