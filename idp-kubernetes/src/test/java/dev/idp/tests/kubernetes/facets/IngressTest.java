package dev.idp.tests.kubernetes.facets;

import static dev.idp.tests.kubernetes.Documents.at;
import static dev.idp.tests.kubernetes.Documents.references;
import static dev.idp.tests.kubernetes.Documents.yaml;
import static dev.idp.tests.kubernetes.Platforms.ENTRY;
import static dev.idp.tests.kubernetes.Platforms.render;
import static dev.idp.tests.kubernetes.Platforms.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idp.Environment;
import dev.idp.Port;
import dev.idp.Route;
import dev.idp.Service;
import dev.idp.kubernetes.KubernetesSettings;
import dev.idp.tests.kubernetes.Lines;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import org.junit.jupiter.api.Test;

class IngressTest {

    private static final Lines LINES = Lines.of(IngressTest.class);

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
    void hasTheAnnotationsThatTheEntryReads() {
        Service.Builder orders =
                service("orders").port(Port.http(8080)).publicAt("www").annotation("a.example/b", "c");
        orders.set(KubernetesSettings.ENTRY_ANNOTATION, "nginx.ingress.kubernetes.io/proxy-body-size", "8m"); // (body)
        var manifests = render(orders);

        assertThat(at(manifests.get(Ingress.class, "orders"), "/metadata/annotations"))
                .isEqualTo(yaml("""
                        a.example/b: c
                        nginx.ingress.kubernetes.io/proxy-body-size: 8m
                        """));
        assertThat(at(manifests.get(Deployment.class, "orders"), "/metadata/annotations"))
                .isEqualTo(yaml("a.example/b: c"));
        assertThat(manifests
                        .explain("Ingress/orders", "/metadata/annotations/nginx.ingress.kubernetes.io~1proxy-body-size")
                        .toText())
                .contains("set    8m by service orders, " + LINES.at("body"));
    }

    @Test
    void annotationsThatNoEntryReadsAreRefused() {
        assertThatThrownBy(() -> render(service("orders")
                        .port(Port.http(8080))
                        .set(KubernetesSettings.ENTRY_ANNOTATION, "nginx.ingress.kubernetes.io/x", "y"))) // (unread)
                .hasMessage(LINES.cite("""
                        1 problem in platform 'shop':
                          orders in prod: it is not public, so no entry reads entry-annotation nginx.ingress.kubernetes.io/x
                              said {unread}
                              fix  say publicAt(...), or remove the annotation"""));
        assertThatThrownBy(() -> render(service("orders")
                        .port(Port.http(8080))
                        .publicAt("www")
                        .set(KubernetesSettings.ENTRY_ANNOTATION, "cert-manager.io/cluster-issuer", "mine")))
                .hasMessageContaining(
                        "entry-annotation cert-manager.io/cluster-issuer has a meaning of its own on Kubernetes");
    }

    @Test
    void theServiceSaysThatCallsFromOutsideAreHttp2() {
        var manifests = render(
                service("orders")
                        .port(Port.grpc(9555))
                        .port(Port.grpc(9556).named("inner"))
                        .publicAt(Route.at("www").toPort("grpc")), // (calls)
                service("stock").port(Port.grpc(9555)));

        assertThat(at(manifests.get(io.fabric8.kubernetes.api.model.Service.class, "orders"), "/spec/ports"))
                .isEqualTo(yaml("""
                        - {name: grpc, port: 9555, targetPort: grpc, protocol: TCP, appProtocol: kubernetes.io/h2c}
                        - {name: inner, port: 9556, targetPort: inner, protocol: TCP}
                        """));
        assertThat(at(
                        manifests.get(io.fabric8.kubernetes.api.model.Service.class, "stock"),
                        "/spec/ports/0/appProtocol"))
                .isEqualTo(yaml("null"));
        assertThat(manifests
                        .explain("Service/orders", "/spec/ports/0/appProtocol")
                        .toText())
                .contains("the public entry must speak HTTP/2 to it", LINES.at("calls"));
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
