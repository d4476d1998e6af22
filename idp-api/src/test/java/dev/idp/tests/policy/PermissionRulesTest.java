package dev.idp.tests.policy;

import static dev.idp.tests.Shop.DEV;
import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.Permission;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.policy.Finding;
import dev.idp.policy.Policy;
import dev.idp.policy.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PermissionRulesTest {

    private static final Checks WILDCARD = Checks.of(PermissionRulesTest.class, "permission-not-wildcard");
    private static final Checks DANGEROUS = Checks.of(PermissionRulesTest.class, "permission-not-dangerous");

    @Test
    void aWildcardIsAnError() {
        WILDCARD.finds(
                Checks.orders(DEV, s -> s.may(Permission.on("configmaps", "*"))), // (wildcard)
                """
                ERROR permission-not-wildcard: orders in dev: its permission '* on configmaps' has a wildcard (service \
                orders, {wildcard}); fix: name the kinds and the actions that it needs""");
        WILDCARD.finds(may(Permission.on("*", "get")), Severity.ERROR);
        WILDCARD.finds(may(Permission.on("leases", "get").inGroup("*")), Severity.ERROR);
        WILDCARD.findsNothing(may(Permission.toRead("configmaps")));
    }

    @Test
    void readingSecretsIsFound() {
        DANGEROUS.finds(
                Checks.nightly(DEV, job -> job.may(Permission.toRead("secrets"))), // (secrets)
                """
                WARNING permission-not-dangerous: nightly in dev: with 'get, list, watch on secrets' it can read every \
                secret (job nightly, {secrets}); fix: do without it, or let something smaller do that part""");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            secrets               | ''    | list        | read every secret
            secrets               | ''    | *           | read every secret
            secrets               | *     | get         | read every secret
            pods                  | ''    | create      | start pods, and with them read every secret and be every account
            deployments           | apps  | patch       | start pods, and with them read every secret and be every account
            cronjobs              | batch | update      | start pods, and with them read every secret and be every account
            pods/exec             | ''    | create      | run commands in other pods
            pods/exec             | ''    | get         | run commands in other pods
            pods/attach           | ''    | create      | run commands in other pods
            serviceaccounts/token | ''    | create      | be every account
            roles                 | rbac.authorization.k8s.io | escalate | give itself every permission
            clusterroles          | rbac.authorization.k8s.io | bind     | give itself every permission
            users                 | ''    | impersonate | act as somebody else
            """)
    void someNamesDoNotTellHowMuchTheyAllow(String kind, String group, String action, String meaning) {
        assertThat(dangers(may(Permission.on(kind, action).inGroup(group))))
                .singleElement()
                .asString()
                .contains("it can " + meaning + " (service orders, ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            configmaps  | ''      | get
            pods        | ''      | delete
            pods/log    | ''      | get
            secrets     | ''      | delete
            secrets     | example | get
            deployments | apps    | get
            leases      | coordination.k8s.io | create
            """)
    void mostAllowWhatTheySay(String kind, String group, String action) {
        assertThat(dangers(may(Permission.on(kind, action).inGroup(group)))).isEmpty();
    }

    private static List<Finding> dangers(EnvironmentPlan plan) {
        return Policy.standard().only("permission-not-dangerous").findings(plan);
    }

    private static EnvironmentPlan may(Permission permission) {
        return Checks.orders(DEV, s -> s.may(permission));
    }
}
