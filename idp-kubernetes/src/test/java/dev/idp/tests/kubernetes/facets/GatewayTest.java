package dev.idp.tests.kubernetes.facets;

import static dev.idp.tests.kubernetes.Documents.at;
import static dev.idp.tests.kubernetes.Documents.references;
import static dev.idp.tests.kubernetes.Documents.yaml;
import static dev.idp.tests.kubernetes.Platforms.render;
import static dev.idp.tests.kubernetes.Platforms.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idp.Environment;
import dev.idp.Port;
import dev.idp.PublicEntry;
import dev.idp.Route;
import dev.idp.Service;
import dev.idp.kubernetes.Manifests;
import dev.idp.plan.PlatformException;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.GRPCRoute;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GatewayTest {

    private static final Environment PROD = behind(PublicEntry.gateway("public", "gateways"));

    @Test
    void leadsFromAHostToThePortOfThatName() {
        HTTPRoute route = render(
                        PROD,
                        service("orders")
                                .port(Port.http(8080).servedOn(80))
                                .publicAt(Route.at("www").below("/orders")))
                .get(HTTPRoute.class, "orders");

        assertThat(at(route, "")).isEqualTo(yaml("""
                apiVersion: gateway.networking.k8s.io/v1
                kind: HTTPRoute
                metadata:
                  name: orders
                  namespace: shop-prod
                  labels:
                    app.kubernetes.io/instance: prod
                    app.kubernetes.io/managed-by: idp
                    app.kubernetes.io/name: orders
                    app.kubernetes.io/part-of: shop
                spec:
                  parentRefs:
                  - name: public
                    namespace: gateways
                  hostnames:
                  - www.shop.example
                  rules:
                  - matches:
                    - path: {type: PathPrefix, value: /orders}
                    backendRefs:
                    - name: orders
                      port: 80
                """));
    }

    @Test
    void hasARouteForEveryHostAndProtocol() {
        Manifests manifests = render(PROD, manyRoutes());

        assertThat(references(manifests))
                .contains("HTTPRoute/orders", "HTTPRoute/orders.2", "GRPCRoute/orders")
                .doesNotContain("Ingress/orders");
        assertThat(at(manifests.get(HTTPRoute.class, "orders"), "/spec/hostnames"))
                .isEqualTo(yaml("[pay.shop.example]"));
        assertThat(at(manifests.get(HTTPRoute.class, "orders.2"), "/spec/rules"))
                .isEqualTo(yaml("""
                - matches:
                  - path: {type: PathPrefix, value: /}
                  backendRefs:
                  - {name: orders, port: 8080}
                - matches:
                  - path: {type: PathPrefix, value: /shop.Orders}
                  backendRefs:
                  - {name: orders, port: 9000}
                """));
        assertThat(at(manifests.get(GRPCRoute.class, "orders"), "/spec")).isEqualTo(yaml("""
                parentRefs:
                - name: public
                  namespace: gateways
                hostnames:
                - api.elsewhere.example
                rules:
                - backendRefs:
                  - {name: orders, port: 9000}
                """));
    }

    @Test
    void letsTheGatewaysProcessesIn() {
        Manifests manifests =
                render(PROD, service("orders").port(Port.http(8080)).publicAt("www"));

        assertThat(manifests.explain("NetworkPolicy/orders", "/spec/ingress/0/from/0/namespaceSelector/matchLabels"))
                .asString()
                .contains("gateway public in gateways");
    }

    @ParameterizedTest
    @CsvSource({
        "HTTPRoute/orders,/spec/hostnames/0,services/orders/route/pay/",
        "HTTPRoute/orders,/spec/parentRefs/0/name,environment/public-entry",
        "HTTPRoute/orders,/spec/rules/0/matches/0/path/value,services/orders/route/pay/",
        "HTTPRoute/orders.2,/metadata/name,services/orders/name",
        "HTTPRoute/orders.2,/spec/rules/0/backendRefs/0/port,services/orders/port/http",
        "GRPCRoute/orders,/spec/rules/0/backendRefs/0/port,services/orders/port/grpc",
        "GRPCRoute/orders,/spec/rules/0/backendRefs/0/name,services/orders/name",
    })
    void aLineOfARouteSaysWhatItIsMadeOf(String object, String pointer, String subject) {
        assertThat(render(PROD, manyRoutes()).explain(object, pointer).decisions())
                .extracting(decision -> decision.subject())
                .contains(subject);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTPRoute/orders", "HTTPRoute/orders.2", "GRPCRoute/orders"})
    void everyLineOfARouteIsExplained(String route) {
        assertThat(render(PROD, manyRoutes()).explain(route))
                .hasSizeGreaterThan(10)
                .noneMatch(leaf -> leaf.reason().isEmpty() && leaf.decisions().isEmpty());
    }

    @Test
    void aGatewayHasItsCertificatesItself() {
        Environment prod = behind(PublicEntry.gateway("public", "gateways").certificatesFrom("letsencrypt"));

        assertThatThrownBy(() -> render(prod, manyRoutes()))
                .isInstanceOf(PlatformException.class)
                .hasMessageContaining("gateway 'public' has its certificates itself, not its routes")
                .hasMessageContaining("fix  say terminatingTls() if it has any");
    }

    private static Environment behind(PublicEntry entry) {
        return Environment.named("prod")
                .domain("shop.example")
                .publicThrough(entry)
                .build();
    }

    private static Service.Builder manyRoutes() {
        return service("orders")
                .port(Port.http(8080))
                .port(Port.grpc(9000))
                .publicAt(Route.at("www").toPort("http"))
                .publicAt(Route.at("www").below("/shop.Orders").toPort("grpc"))
                .publicAt(Route.at("pay").toPort("http"))
                .publicAt(Route.at("api.elsewhere.example").toPort("grpc"));
    }
}
