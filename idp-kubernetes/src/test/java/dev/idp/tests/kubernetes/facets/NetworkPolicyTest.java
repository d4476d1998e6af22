package dev.idp.tests.kubernetes.facets;

import static dev.idp.tests.kubernetes.Documents.at;
import static dev.idp.tests.kubernetes.Documents.references;
import static dev.idp.tests.kubernetes.Documents.yaml;
import static dev.idp.tests.kubernetes.Platforms.render;
import static dev.idp.tests.kubernetes.Platforms.service;
import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.ExternalService;
import dev.idp.Port;
import dev.idp.Route;
import dev.idp.Service;
import dev.idp.kubernetes.Manifests;
import dev.idp.resources.Redis;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import org.junit.jupiter.api.Test;

class NetworkPolicyTest {

    @Test
    void letsCallersInAndOutOnThePortThatTheProcessListensOn() {
        Manifests manifests = render(
                service("orders").env("PAYMENTS", Service.ref("payments").url()),
                service("payments").port(Port.http(8080).servedOn(80)));

        assertThat(spec(manifests, "orders")).isEqualTo(yaml("""
                podSelector: {matchLabels: {app.kubernetes.io/name: orders}}
                policyTypes: [Ingress, Egress]
                egress:
                - to:
                  - podSelector: {matchLabels: {app.kubernetes.io/name: payments}}
                  ports:
                  - {port: 8080, protocol: TCP}
                """));
        assertThat(spec(manifests, "payments")).isEqualTo(yaml("""
                podSelector: {matchLabels: {app.kubernetes.io/name: payments}}
                policyTypes: [Ingress, Egress]
                ingress:
                - from:
                  - podSelector: {matchLabels: {app.kubernetes.io/name: orders}}
                  ports:
                  - {port: 8080, protocol: TCP}
                """));
    }

    @Test
    void opensOnlyThePortsThatAreReferredTo() {
        Manifests manifests = render(
                service("orders").env("STATS", Service.ref("payments").address("stats")),
                service("batch").env("PAYMENTS", Service.ref("payments").address("grpc")),
                service("payments")
                        .port(Port.grpc(9000))
                        .port(Port.udp(8125).named("stats"))
                        .port(Port.tcp(7000).named("raft")));

        assertThat(ingress(manifests, "payments")).isEqualTo(yaml("""
                - from:
                  - podSelector: {matchLabels: {app.kubernetes.io/name: batch}}
                  ports:
                  - {port: 9000, protocol: TCP}
                - from:
                  - podSelector: {matchLabels: {app.kubernetes.io/name: orders}}
                  ports:
                  - {port: 8125, protocol: UDP}
                """));
    }

    @Test
    void opensAnAddressAndNothingElseWhereTheHostIsOne() {
        ExternalService mainframe =
                ExternalService.named("mainframe").at("10.1.2.3", 3270).build();

        assertThat(egress(render(service("orders").uses(mainframe)), "orders")).isEqualTo(yaml("""
                - to:
                  - ipBlock: {cidr: 10.1.2.3/32}
                  ports:
                  - {port: 3270, protocol: TCP}
                """));
    }

    @Test
    void opensAllPortsOfAServiceThatIsUsedAsAWhole() {
        Manifests manifests = render(
                service("orders").uses(Service.ref("payments")),
                service("payments").port(Port.grpc(9000)).port(Port.http(8080)));

        assertThat(egress(manifests, "orders")).isEqualTo(yaml("""
                - to:
                  - podSelector: {matchLabels: {app.kubernetes.io/name: payments}}
                  ports:
                  - {port: 9000, protocol: TCP}
                - to:
                  - podSelector: {matchLabels: {app.kubernetes.io/name: payments}}
                  ports:
                  - {port: 8080, protocol: TCP}
                """));
    }

    @Test
    void letsPublicTrafficInToThePortsOfItsRoutesAlone() {
        Manifests manifests = render(service("orders")
                .port(Port.http(8080).servedOn(80))
                .port(Port.http(9000).named("admin"))
                .publicAt(Route.at("www").toPort("http")));

        assertThat(spec(manifests, "orders")).isEqualTo(yaml("""
                podSelector: {matchLabels: {app.kubernetes.io/name: orders}}
                policyTypes: [Ingress, Egress]
                ingress:
                - from:
                  - namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: ingress-nginx}}
                  ports:
                  - {port: 8080, protocol: TCP}
                """));
    }

    @Test
    void letsCallersInBesideThePublic() {
        Manifests manifests = render(
                service("web").port(Port.http(8080)).publicAt("www"),
                service("batch").env("WEB", Service.ref("web").url()));

        assertThat(ingress(manifests, "web")).isEqualTo(yaml("""
                - from:
                  - podSelector: {matchLabels: {app.kubernetes.io/name: batch}}
                  - namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: ingress-nginx}}
                  ports:
                  - {port: 8080, protocol: TCP}
                """));
    }

    @Test
    void opensOnlyTheNetworksOfAnExternalService() {
        ExternalService bank = ExternalService.named("bank")
                .at("api.bank.example", 443)
                .within("203.0.113.0/24", "2001:db8::/32")
                .build();

        assertThat(egress(render(service("orders").uses(bank)), "orders")).isEqualTo(yaml("""
                - to:
                  - ipBlock: {cidr: 203.0.113.0/24}
                  - ipBlock: {cidr: '2001:db8::/32'}
                  ports:
                  - {port: 443, protocol: TCP}
                """));
    }

    @Test
    void opensThePortOfAnExternalServiceWhoseNetworksNobodyKnows() {
        ExternalService mail =
                ExternalService.named("mail-relay").at("smtp.example", 587).build();

        assertThat(egress(render(service("orders").env("MAIL", mail.address())), "orders"))
                .isEqualTo(yaml("""
                        - ports:
                          - {port: 587, protocol: TCP}
                        """));
    }

    @Test
    void opensThePortOfAnExternalServiceForItsTransportAlone() {
        ExternalService time =
                ExternalService.named("time").at("time.example", 123).overUdp().build();

        assertThat(egress(render(service("orders").uses(time)), "orders")).isEqualTo(yaml("""
                - ports:
                  - {port: 123, protocol: UDP}
                """));
    }

    @Test
    void letsTheUsersOfAResourceReachWhatSuppliesIt() {
        Manifests manifests =
                render(service("cart").env("REDIS", Redis.named("cart-store").address()));

        assertThat(ingress(manifests, "cart-store")).isEqualTo(yaml("""
                - from:
                  - podSelector: {matchLabels: {app.kubernetes.io/name: cart}}
                  ports:
                  - {port: 6379, protocol: TCP}
                """));
    }

    @Test
    void hasBothSidesOfACycle() {
        Manifests manifests = render(
                service("a").port(Port.http(1001)).env("B", Service.ref("b").url()),
                service("b").port(Port.http(1002)).env("A", Service.ref("a").url()));

        assertThat(ingress(manifests, "a")).contains("name: b", "port: 1001").doesNotContain("1002");
        assertThat(egress(manifests, "a")).contains("name: b", "port: 1002").doesNotContain("1001");
    }

    @Test
    void isAbsentWhereTheDefaultSaysEverything() {
        assertThat(references(render(service("alone").port(Port.http(8080)))))
                .contains("NetworkPolicy/default-deny")
                .doesNotContain("NetworkPolicy/alone");
    }

    private static String spec(Manifests manifests, String service) {
        return at(manifests.get(NetworkPolicy.class, service), "/spec");
    }

    private static String ingress(Manifests manifests, String service) {
        return at(manifests.get(NetworkPolicy.class, service), "/spec/ingress");
    }

    private static String egress(Manifests manifests, String service) {
        return at(manifests.get(NetworkPolicy.class, service), "/spec/egress");
    }
}
