package dev.idp.tests.kubernetes.admission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.kubernetes.admission.AdmissionPolicies;
import dev.idp.kubernetes.admission.ValidationAction;
import dev.idp.kubernetes.check.Checks;
import dev.idp.policy.Rule;
import dev.idp.policy.Severity;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A real API server refuses an object of the table exactly where a rule finds something in it; where its policies only warn, it
 * names exactly the rules that do.
 */
@EnabledIfEnvironmentVariable(
        named = "KUBE_API_TEST_DIR",
        matches = ".+",
        disabledReason = "there are no binaries of a Kubernetes API server: name their directory in KUBE_API_TEST_DIR")
class PolicyServerTest {

    private static final String DENYING = "policies-deny";
    private static final String WARNING = "policies-warn";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Checks CHECKS = AdmissionTable.checks();
    private static final PolicyServer SERVER = new PolicyServer();

    @BeforeAll
    static void enforce() throws Exception {
        SERVER.enforce(policies("deny-", ValidationAction.DENY), DENYING);
        SERVER.enforce(policies("warn-", ValidationAction.WARN), WARNING);
        awaitThatAllHold();
    }

    @AfterAll
    static void lift() throws Exception {
        SERVER.delete(policies("deny-", ValidationAction.DENY).toYaml());
        SERVER.delete(policies("warn-", ValidationAction.WARN).toYaml());
    }

    private static AdmissionPolicies policies(String prefix, ValidationAction action) {
        AdmissionPolicies policies = AdmissionPolicies.of(CHECKS).prefix(prefix);
        for (Severity severity : Severity.values()) {
            policies = policies.action(severity, action);
        }
        return policies;
    }

    /** Each policy holds once it was heard of: a server takes a second or so to learn of new ones. */
    private static void awaitThatAllHold() throws Exception {
        Set<String> missing = names("warn-", ids(CHECKS));
        long start = System.nanoTime();
        while (!missing.isEmpty() || !isDenied()) {
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .as("policies that do not hold yet: " + missing)
                    .isLessThan(PATIENCE);
            for (AdmissionTable.Case object : cases()) {
                missing.removeAll(
                        SERVER.create(object.kind(), object.yaml(), WARNING).warned());
            }
        }
    }

    /** What one rule alone finds, one policy alone refuses. */
    private static boolean isDenied() throws Exception {
        for (AdmissionTable.Case object : cases()) {
            boolean isFound = object.foundBy(CHECKS).size() == 1;
            if (isFound
                    && SERVER.create(object.kind(), object.yaml(), DENYING)
                            .denied()
                            .isEmpty()) {
                return false;
            }
        }
        return true;
    }

    static List<AdmissionTable.Case> cases() {
        return AdmissionTable.cases();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theServerRefusesWhatTheRulesFind(AdmissionTable.Case object) throws Exception {
        PolicyServer.Answer answer = SERVER.create(object.kind(), object.yaml(), DENYING);

        Set<String> found = names("deny-", object.foundBy(CHECKS));
        assertThat(answer.status()).as(answer.body()).isEqualTo(found.isEmpty() ? 201 : 422);
        assertThat(found).containsAll(answer.denied());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theServerWarnsOfTheVeryRulesThatFindSomething(AdmissionTable.Case object) throws Exception {
        PolicyServer.Answer answer = SERVER.create(object.kind(), object.yaml(), WARNING);

        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        assertThat(answer.warned()).isEqualTo(names("warn-", object.foundBy(CHECKS)));
    }

    @Test
    void theMessageNamesTheContainerAndSaysWhatToDo() throws Exception {
        AdmissionTable.Case object = AdmissionTable.object(
                "v1",
                "Pod",
                "spec: {containers: [{name: app, image: nginx}, {"
                        + AdmissionTable.good().replace("app", "b") + "}]}");

        assertThat(SERVER.create("Pod", object.yaml(), WARNING).warnings())
                .anyMatch(warning -> warning.contains("'warn-fixed-image'")
                        && warning.contains("container 'app': its image is no fixed one; name a version or a digest"));
    }

    @Test
    void containersThatAreAddedToARunningPodAreJudged() throws Exception {
        String running = AdmissionTable.object("v1", "Pod", "spec: {containers: [{" + AdmissionTable.good() + "}]}")
                .yaml();
        SERVER.send("POST", "api/v1/namespaces/" + WARNING + "/pods", running);

        String looking = running.replace(
                "spec: {",
                "spec: {ephemeralContainers: [{name: look, image: 'registry.example/sh:1', securityContext: {privileged: true}}], ");
        PolicyServer.Answer answer = SERVER.send(
                "PUT", "api/v1/namespaces/" + WARNING + "/pods/web/ephemeralcontainers?dryRun=All", looking);

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.warned()).contains("warn-pod-security-privileged").doesNotContain("warn-read-only-root");
    }

    private static Set<String> ids(Checks checks) {
        return checks.rules().stream().map(Rule::id).collect(Collectors.toSet());
    }

    private static Set<String> names(String prefix, Set<String> ids) {
        return ids.stream().map(id -> prefix + id).collect(Collectors.toSet());
    }
}
