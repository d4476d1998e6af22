package dev.idp.tests.kubernetes.facets;

import static dev.idp.tests.kubernetes.Documents.at;
import static dev.idp.tests.kubernetes.Documents.references;
import static dev.idp.tests.kubernetes.Documents.yaml;
import static dev.idp.tests.kubernetes.Platforms.job;
import static dev.idp.tests.kubernetes.Platforms.render;
import static dev.idp.tests.kubernetes.Platforms.service;
import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.ExternalService;
import dev.idp.Port;
import dev.idp.Service;
import dev.idp.kubernetes.Manifests;
import dev.idp.tests.kubernetes.Lines;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import org.junit.jupiter.api.Test;

class JobNetworkPolicyTest {

    private static final Lines LINES = Lines.of(JobNetworkPolicyTest.class);

    @Test
    void aJobIsLetOutAndWhatItCallsLetsItIn() {
        ExternalService bank = ExternalService.named("bank")
                .at("api.bank.example", 443)
                .within("203.0.113.0/24")
                .build();
        Manifests manifests = render(
                job("seed").env("STORE", Service.ref("store").address()).uses(bank),
                service("store").port(Port.tcp(5432)));

        assertThat(at(manifests.get(NetworkPolicy.class, "seed"), "/spec")).isEqualTo(yaml("""
                podSelector: {matchLabels: {app.kubernetes.io/name: seed}}
                policyTypes: [Ingress, Egress]
                egress:
                - to: [{ipBlock: {cidr: 203.0.113.0/24}}]
                  ports: [{port: 443, protocol: TCP}]
                - to: [{podSelector: {matchLabels: {app.kubernetes.io/name: store}}}]
                  ports: [{port: 5432, protocol: TCP}]
                """));
        assertThat(at(manifests.get(NetworkPolicy.class, "store"), "/spec/ingress"))
                .isEqualTo(yaml("""
                        - from: [{podSelector: {matchLabels: {app.kubernetes.io/name: seed}}}]
                          ports: [{port: 5432, protocol: TCP}]
                        """));
    }

    @Test
    void aJobThatCallsNobodyIsDeniedWithTheOthers() {
        assertThat(references(render(job("seed")))).doesNotContain("NetworkPolicy/seed");
    }

    @Test
    void isExplained() {
        Manifests manifests = render(
                job("seed").env("STORE", Service.ref("store").address()), // (calls)
                service("store").port(Port.tcp(5432)));

        assertThat(manifests
                        .explain(
                                "NetworkPolicy/store",
                                "/spec/ingress/0/from/0/podSelector/matchLabels/app.kubernetes.io~1name")
                        .toText())
                .contains("    rule   the caller refers to the service\n    from   jobs/seed/name")
                .contains("since  jobs/seed/env/STORE")
                .contains(LINES.at("calls"));
    }
}
