package dev.idp.tests.kubernetes.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idp.kubernetes.admission.AdmissionPolicies;
import dev.idp.kubernetes.admission.Refusal;
import dev.idp.kubernetes.admission.UnexportedRule;
import dev.idp.kubernetes.admission.ValidationAction;
import dev.idp.kubernetes.check.Checks;
import dev.idp.kubernetes.check.Condition;
import dev.idp.kubernetes.check.HasFields;
import dev.idp.kubernetes.check.ManifestRules;
import dev.idp.kubernetes.check.ObjectSet;
import dev.idp.policy.Rule;
import dev.idp.policy.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdmissionPoliciesTest {

    private static final Condition<HasFields> UNPRIVILEGED =
            Condition.field("securityContext", "privileged").isNotTrue();

    private static final Rule<ObjectSet> RULE = ManifestRules.forContainers("not-privileged")
            .because("a privileged container is root on its node")
            .severity(Severity.ERROR)
            .fix("leave it out")
            .must(UNPRIVILEGED, "it is privileged");

    private static AdmissionPolicies policies(Rule<ObjectSet> rule) {
        return AdmissionPolicies.of(List.of(rule));
    }

    @Test
    void aPolicyCanBeRead() throws IOException {
        try (InputStream expected = AdmissionPoliciesTest.class.getResourceAsStream("not-privileged.yaml")) {
            assertThat(policies(RULE).toYaml()).isEqualTo(new String(expected.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void withoutWaiversAPolicySaysItsDemandAlone() {
        Rule<ObjectSet> rule = ManifestRules.forKind("no-node-port", "", "Service")
                .because("a port of every node is open to whoever reaches one")
                .must(Condition.field("spec", "type").isNot("NodePort"), "it is open on every node");

        assertThat(policies(rule).withoutWaivers().toYaml()).contains("""
                  validations:
                  - expression: |-
                      !has(object.spec) ||
                      type(object.spec) != map ||
                      !has(object.spec.type) ||
                      object.spec.type != "NodePort"
                    message: it is open on every node
                """);
    }

    static List<UnexportedRule> unexported() {
        return List.of(
                new UnexportedRule("token-unasked", "it looks at several objects at once"),
                new UnexportedRule("ingress-tls", "its check is Java code"),
                new UnexportedRule("namespace", "its demand is Java code, and no condition"),
                new UnexportedRule("service-account-own", "its demand is Java code, and no condition"));
    }

    @ParameterizedTest
    @MethodSource("unexported")
    void aRuleThatIsNoPolicySaysWhy(UnexportedRule rule) {
        AdmissionPolicies policies = AdmissionPolicies.of(Checks.thorough().only(rule.rule()));

        assertThat(policies.unexported()).containsExactly(rule);
        assertThat(policies.objects()).isEmpty();
    }

    @Test
    void everyRuleIsAPolicyOrSaysWhyItIsNone() {
        Checks checks = Checks.thorough();
        AdmissionPolicies policies = AdmissionPolicies.of(checks);

        assertThat(Stream.concat(
                        policies.policies().stream().map(policy -> policy.rule()),
                        policies.unexported().stream().map(UnexportedRule::rule)))
                .containsExactlyInAnyOrderElementsOf(
                        checks.rules().stream().map(Rule::id).toList());
    }

    @Test
    void aRuleOnObjectsOfEveryKindIsNoPolicy() {
        Rule<ObjectSet> rule = ManifestRules.forObjects("labelled")
                .because("people sort by it")
                .must(Condition.field("metadata", "labels", "team").isPresent(), "it has no team");

        assertThat(policies(rule).unexported())
                .hasToString(
                        "[labelled: it looks at objects of every kind, and a policy on leases and events could stop a"
                                + " cluster]");
    }

    @Test
    void theResourceOfACustomKindIsSaid() {
        Rule<ObjectSet> rule = ManifestRules.forKind("three-instances", "postgresql.cnpg.io", "Cluster")
                .because("a quorum survives one of them")
                .must(Condition.field("spec", "instances").isAtLeast(3), "it has no quorum");
        ObjectSet small = ObjectSet.parse(
                "prod",
                "db.yaml",
                "{apiVersion: postgresql.cnpg.io/v1, kind: Cluster, metadata: {name: db}, spec: {instances: 1}}");

        AdmissionPolicies named = policies(rule).resource("postgresql.cnpg.io", "Cluster", "clusters");

        assertThat(policies(rule).unexported())
                .hasToString(
                        "[three-instances: the resource of kind Cluster of postgresql.cnpg.io has no known name: say it"
                                + " with resource()]");
        assertThat(named.unexported()).isEmpty();
        assertThat(named.offline().judge(small)).hasToString("[three-instances: it has no quorum]");
    }

    @Test
    void theIdOfARuleIsPartOfAName() {
        Rule<ObjectSet> rule =
                ManifestRules.forContainers("Not_a_name").because("it is one").must(UNPRIVILEGED, "it is");

        assertThat(policies(rule).unexported()).hasToString("[Not_a_name: its id is no part of a name in Kubernetes]");
    }

    @Test
    void whatAClusterDoesFollowsTheSeverityUntilSomebodySaysOtherwise() {
        AdmissionPolicies standard = AdmissionPolicies.of(
                Checks.thorough().only("node-port", "job-ttl").with(RULE));

        assertThat(standard.policies())
                .extracting(policy -> policy.rule() + " " + policy.binding().get("spec", "validationActions"))
                .containsExactly("job-ttl [Audit]", "node-port [Warn]", "not-privileged [Deny]");
        assertThat(standard.action(Severity.WARNING, ValidationAction.DENY, ValidationAction.AUDIT)
                        .policies())
                .extracting(policy -> policy.rule() + " " + policy.binding().get("spec", "validationActions"))
                .containsExactly("job-ttl [Audit]", "node-port [Deny, Audit]", "not-privileged [Deny]");
        assertThatThrownBy(() -> standard.action(Severity.ERROR, ValidationAction.DENY, ValidationAction.WARN))
                .hasMessage("what is denied is not warned of as well: the refusal says it all");
    }

    @Test
    void policiesHoldWhereTheyAreMeantTo() {
        AdmissionPolicies policies =
                policies(RULE).prefix("shop-").inNamespaces("stage", "prod").inNamespaces("team", "web");

        assertThat(policies.policies()).hasToString("[shop-not-privileged]");
        assertThat(policies.toYaml()).endsWith("""
                kind: ValidatingAdmissionPolicyBinding
                metadata:
                  annotations:
                    dev.idp/rule: not-privileged
                  name: shop-not-privileged
                spec:
                  policyName: shop-not-privileged
                  validationActions:
                  - Deny
                  matchResources:
                    namespaceSelector:
                      matchLabels:
                        stage: prod
                        team: web
                """);
    }

    /** A pod of two privileged containers. */
    private static ObjectSet pod(String annotation) {
        return ObjectSet.parse("prod", "web.yaml", """
                apiVersion: v1
                kind: Pod
                metadata: {name: web, annotations: {%s}}
                spec:
                  containers:
                  - {name: app, securityContext: {privileged: true}}
                  - {name: proxy, securityContext: {privileged: true}}
                """.formatted(annotation));
    }

    @Test
    void aRefusalNamesTheContainers() {
        assertThat(policies(RULE).offline().judge(pod("")))
                .containsExactly(new Refusal(
                        "not-privileged",
                        "container 'app', 'proxy': it is privileged; leave it out",
                        Set.of(ValidationAction.DENY)));
    }

    @Test
    void aWaiverOfOneContainerLeavesTheOther() {
        assertThat(policies(RULE)
                        .offline()
                        .judge(pod("waiver.dev.idp/not-privileged.app: 'until 2027-01-31, by web: it loads modules'")))
                .hasToString("[not-privileged: container 'proxy': it is privileged; leave it out]");
    }

    @Test
    void aWaiverOfTheObjectIsHeardUnlessPoliciesAreDeafOrItHasExpired() {
        ObjectSet waived = pod("waiver.dev.idp/not-privileged: 'until 2027-01-31, by web: it loads modules'");

        assertThat(policies(RULE).offline().judge(waived)).isEmpty();
        assertThat(policies(RULE).asOf(LocalDate.of(2027, 1, 31)).offline().judge(waived))
                .isEmpty();
        assertThat(policies(RULE).asOf(LocalDate.of(2027, 2, 1)).offline().judge(waived))
                .hasSize(1);
        assertThat(policies(RULE).withoutWaivers().offline().judge(waived)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "waiver.dev.idp/not-privileged: 'yes'",
                "waiver.dev.idp/not-privileged: 'until 2027-13-31, by web: it loads modules'",
                "waiver.dev.idp/not-privileged: 'until 2027-01-31, by web: '",
                "waiver.dev.idp/other: 'until 2027-01-31, by web: it loads modules'"
            })
    void whatIsNoWaiverIsNotHeard(String annotation) {
        ObjectSet pod = pod(annotation);

        assertThat(policies(RULE).offline().judge(pod)).hasSize(1);
        assertThat(Checks.of(RULE).check(pod, LocalDate.of(2026, 11, 22)).open())
                .hasSize(2);
    }
}
