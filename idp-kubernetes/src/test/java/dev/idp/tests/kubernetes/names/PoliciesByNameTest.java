package dev.idp.tests.kubernetes.names;

import static dev.idp.tests.kubernetes.Documents.at;
import static dev.idp.tests.kubernetes.Documents.references;
import static dev.idp.tests.kubernetes.Documents.yaml;
import static dev.idp.tests.kubernetes.Platforms.prod;
import static dev.idp.tests.kubernetes.Platforms.render;
import static dev.idp.tests.kubernetes.Platforms.service;
import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.Environment;
import dev.idp.ExternalService;
import dev.idp.Platform;
import dev.idp.Port;
import dev.idp.Service;
import dev.idp.kubernetes.CallsByName;
import dev.idp.kubernetes.Kubernetes;
import dev.idp.kubernetes.Manifests;
import dev.idp.kubernetes.NamePolicies;
import dev.idp.tests.kubernetes.Lines;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where the network knows names, external services of which only the name is known are allowed by it. */
class PoliciesByNameTest {

    private static final Lines LINES = Lines.of(PoliciesByNameTest.class);

    private static final ExternalService MAIL =
            ExternalService.named("mail-relay").at("SMTP.example", 587).build(); // (mail)

    private static final ExternalService BANK = ExternalService.named("bank")
            .at("api.bank.example", 443)
            .within("203.0.113.0/24")
            .build();

    @Test
    void ciliumAllowsAHostByItsNameAndReadsTheAnswersOfTheDns() {
        GenericKubernetesResource policy =
                render(cilium(), service("orders").uses(MAIL)).get(GenericKubernetesResource.class, "orders");

        assertThat(policy.getApiVersion()).isEqualTo("cilium.io/v2");
        assertThat(policy.getKind()).isEqualTo("CiliumNetworkPolicy");
        assertThat(at(policy, "/metadata")).isEqualTo(yaml("""
                name: orders
                namespace: shop-prod
                labels:
                  app.kubernetes.io/instance: prod
                  app.kubernetes.io/managed-by: idp
                  app.kubernetes.io/name: orders
                  app.kubernetes.io/part-of: shop
                """));
        assertThat(at(policy, "/spec")).isEqualTo(yaml("""
                endpointSelector: {matchLabels: {app.kubernetes.io/name: orders}}
                egress:
                - toFQDNs:
                  - {matchName: smtp.example}
                  toPorts:
                  - ports:
                    - {port: '587', protocol: TCP}
                - toEndpoints:
                  - matchLabels: {'k8s:io.kubernetes.pod.namespace': kube-system, 'k8s:k8s-app': kube-dns}
                  toPorts:
                  - ports:
                    - {port: '53', protocol: ANY}
                    rules:
                      dns:
                      - {matchPattern: '*'}
                """));
    }

    @Test
    void aHostIsAllowedForItsTransportAlone() {
        ExternalService time =
                ExternalService.named("time").at("time.example", 123).overUdp().build();

        assertThat(at(
                        render(cilium(), service("orders").uses(time)).get(GenericKubernetesResource.class, "orders"),
                        "/spec/egress/0/toPorts/0/ports"))
                .isEqualTo(yaml("- {port: '123', protocol: UDP}"));
    }

    @Test
    void theNetworkPolicyKeepsEverythingElse() {
        Manifests manifests = render(
                cilium(),
                service("orders").uses(MAIL).uses(BANK).uses(Service.ref("stock")),
                service("stock").port(Port.http(8080)));

        assertThat(egress(manifests, "orders")).isEqualTo(yaml("""
                - to:
                  - ipBlock: {cidr: 203.0.113.0/24}
                  ports:
                  - {port: 443, protocol: TCP}
                - to:
                  - podSelector: {matchLabels: {app.kubernetes.io/name: stock}}
                  ports:
                  - {port: 8080, protocol: TCP}
                """));
        assertThat(references(manifests))
                .contains("CiliumNetworkPolicy/orders")
                .doesNotContain("CiliumNetworkPolicy/stock");
    }

    @Test
    void whatNeedsNoNameGetsNoPolicyByName() {
        ExternalService old = ExternalService.named("old").at("10.1.2.3", 80).build();
        ExternalService older =
                ExternalService.named("older").at("2001:db8::1", 80).build();

        Manifests manifests =
                render(cilium(), service("orders").uses(old).uses(older).uses(BANK));

        assertThat(references(manifests)).doesNotContain("CiliumNetworkPolicy/orders");
        assertThat(egress(manifests, "orders")).isEqualTo(yaml("""
                - to:
                  - ipBlock: {cidr: 203.0.113.0/24}
                  ports:
                  - {port: 443, protocol: TCP}
                - to:
                  - ipBlock: {cidr: 10.1.2.3/32}
                  ports:
                  - {port: 80, protocol: TCP}
                - to:
                  - ipBlock: {cidr: 2001:db8::1/128}
                  ports:
                  - {port: 80, protocol: TCP}
                """));
    }

    @Test
    void everyLineSaysWhy() {
        Environment prod = prod().with(Kubernetes.policiesByName(NamePolicies.cilium())) // (said)
                .build();
        Manifests manifests = render(prod, service("orders").uses(MAIL)); // (uses)

        assertThat(manifests.explain("CiliumNetworkPolicy/orders", "/spec/egress/0/toFQDNs/0/matchName"))
                .hasToString(LINES.cite("""
                        CiliumNetworkPolicy/orders in prod
                          /spec/egress/0/toFQDNs/0/matchName = "smtp.example"
                            rule   the caller refers to the service
                            from   externals/mail-relay
                              set    mail-relay at SMTP.example:587 by external service mail-relay, {mail}
                            since  services/orders/uses/mail-relay
                              set    mail-relay at SMTP.example:587 by service orders, {uses}"""));
        assertThat(manifests.explain("CiliumNetworkPolicy/orders", "/spec/egress/1/toPorts/0/rules/dns/0/matchPattern"))
                .hasToString(LINES.cite("""
                        CiliumNetworkPolicy/orders in prod
                          /spec/egress/1/toPorts/0/rules/dns/0/matchPattern = "*"
                            rule   Cilium learns addresses from the answers that it sees, and sees those it is told of
                            since  environment/extension/policies-by-name
                              set    policies by name by environment prod, {said}"""));
        assertThat(manifests.explain("NetworkPolicy/orders", "/spec/egress/0")).hasToString(LINES.cite("""
                        NetworkPolicy/orders in prod
                          /spec/egress/0 is not set
                            rule   what is called by its name is allowed by the policies of the network itself
                            since  environment/extension/policies-by-name
                              set    policies by name by environment prod, {said}
                            since  externals/mail-relay
                              set    mail-relay at SMTP.example:587 by external service mail-relay, {mail}
                            since  services/orders/uses/mail-relay
                              set    mail-relay at SMTP.example:587 by service orders, {uses}"""));
    }

    @Test
    void anotherNetworkPluginMakesObjectsOfItsOwn() {
        List<String> seen = new ArrayList<>();
        NamePolicies other = calls -> {
            seen.add(calls + " in " + calls.namespace() + " of " + calls.environment());
            return List.of(policy(calls));
        };
        Environment prod = prod().with(Kubernetes.policiesByName(other)) // (other)
                .build();

        Manifests manifests = render(prod, service("orders").uses(MAIL).uses(BANK), service("stock")); // (other-uses)

        assertThat(references(manifests)).contains("FqdnPolicy/orders").doesNotContain("FqdnPolicy/stock");
        assertThat(seen).containsOnly("orders calls SMTP.example in shop-prod of prod");
        assertThat(egress(manifests, "orders")).contains("443").doesNotContain("587");
        assertThat(manifests.explain("FqdnPolicy/orders", "/spec/hosts/0")).hasToString(LINES.cite("""
                        FqdnPolicy/orders in prod
                          /spec/hosts/0 = "SMTP.example:587"
                            from   environment/extension/policies-by-name
                              set    policies by name by environment prod, {other}
                              with   mail-relay at SMTP.example:587 by external service mail-relay, {mail}
                              with   mail-relay at SMTP.example:587 by service orders, {other-uses}"""));
        assertThat(manifests
                        .explain("FqdnPolicy/orders", "/metadata/labels/app.kubernetes.io~1name")
                        .value())
                .contains("\"orders\"");
    }

    @Test
    void aPolicyOfOnesOwnCanAddToThoseOfCilium() {
        NamePolicies more = calls -> {
            List<HasMetadata> objects = new ArrayList<>(NamePolicies.cilium().allow(calls));
            objects.add(policy(calls));
            return objects;
        };

        Manifests manifests = render(
                prod().with(Kubernetes.policiesByName(more)).build(),
                service("orders").uses(MAIL));

        HasMetadata ours =
                render(cilium(), service("orders").uses(MAIL)).get(GenericKubernetesResource.class, "orders");
        assertThat(references(manifests)).contains("FqdnPolicy/orders");
        assertThat(manifests.objects()).contains(ours);
    }

    @Test
    void whatAnEnvironmentSaysReplacesWhatThePlatformSays() {
        Environment prod = prod().with(Kubernetes.policiesByName(calls -> List.of(policy(calls))))
                .build();
        Environment dev = Environment.named("dev").build();
        var plan = Platform.named("shop")
                .environments(prod, dev)
                .with(Kubernetes.policiesByName(NamePolicies.cilium()))
                .services(service("orders").uses(MAIL).build())
                .build()
                .plan();

        assertThat(references(Kubernetes.backend().render(plan.in(dev)))).contains("CiliumNetworkPolicy/orders");
        assertThat(references(Kubernetes.backend().render(plan.in(prod))))
                .contains("FqdnPolicy/orders")
                .doesNotContain("CiliumNetworkPolicy/orders");
    }

    @Test
    void aWorkloadsEditFindsItsPolicy() {
        Manifests manifests = render(
                cilium(),
                service("orders")
                        .uses(MAIL)
                        .with(Kubernetes.edit("described", "cilium.io/v2", "CiliumNetworkPolicy", policy -> {
                            policy.getMetadata().getAnnotations().put("shop.example/why", "mail");
                            policy.<List<Object>>get("spec", "egress").remove(1);
                        })));

        GenericKubernetesResource policy = manifests.get(GenericKubernetesResource.class, "orders");
        assertThat(policy.getMetadata().getAnnotations()).containsEntry("shop.example/why", "mail");
        assertThat(policy.<List<Object>>get("spec", "egress")).hasSize(1);
    }

    @Test
    void namesInTheClusterAreAllowedWhereThereAreAny() {
        Environment prod = prod().with(Kubernetes.policiesByName(NamePolicies.cilium()))
                .with(Kubernetes.externalNames())
                .build();

        assertThat(at(
                        render(prod, service("orders").uses(MAIL)).get(GenericKubernetesResource.class, "orders"),
                        "/spec/egress/0/toFQDNs"))
                .isEqualTo(yaml("""
                        - {matchName: smtp.example}
                        - {matchName: mail-relay.shop-prod.svc.cluster.local}
                        """));
    }

    private static Environment cilium() {
        return prod().with(Kubernetes.policiesByName(NamePolicies.cilium())).build();
    }

    private static String egress(Manifests manifests, String service) {
        return at(manifests.get(NetworkPolicy.class, service), "/spec/egress");
    }

    private static HasMetadata policy(CallsByName calls) {
        GenericKubernetesResource policy = new GenericKubernetesResource();
        policy.setApiVersion("network.example/v1");
        policy.setKind("FqdnPolicy");
        policy.setMetadata(new ObjectMeta());
        policy.getMetadata().setName(calls.workload().name());
        policy.setAdditionalProperty(
                "spec",
                Map.of(
                        "pods",
                        calls.podLabels(),
                        "hosts",
                        calls.hosts().stream()
                                .map(host -> host.hostName() + ":" + host.portNumber())
                                .toList()));
        return policy;
    }
}
