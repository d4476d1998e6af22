package dev.idp.tests.kubernetes.apiserver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.kubernetes.check.Checks;
import dev.idp.kubernetes.check.ClusterSchema;
import dev.idp.kubernetes.check.ObjectSet;
import dev.idp.policy.Finding;
import dev.idp.policy.Severity;
import dev.idp.tests.kubernetes.check.Verdicts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A real API server and the rules on schemas come to the same verdict about every object of the table, whether the rules know
 * what this library knows or what the server says of itself.
 */
@EnabledIfEnvironmentVariable(
        named = "KUBE_API_TEST_DIR",
        matches = ".+",
        disabledReason = "there are no binaries of a Kubernetes API server: name their directory in KUBE_API_TEST_DIR")
class SchemaVerdictServerTest {

    @TempDir
    static Path directory;

    private static Kubectl kubectl;
    private static Checks against;

    @BeforeAll
    static void start() throws Exception {
        kubectl = ApiServer.shared().kubectl();
        Kubectl.Answer kinds = kubectl.run("get", "--raw", "/openapi/v2");
        assertThat(kinds.code()).as(kinds.text()).isZero();
        against = Checks.standard().against(ClusterSchema.ofOpenApi(kinds.text()));
        createAccount();
    }

    /** Which a cluster has in each namespace, and without which there are no pods. */
    private static void createAccount() throws Exception {
        Path account = Files.writeString(
                directory.resolve("account.yaml"), "{apiVersion: v1, kind: ServiceAccount, metadata: {name: default}}");
        Kubectl.Answer answer = kubectl.run("apply", "--server-side", "-f", account.toString());
        assertThat(answer.code()).as(answer.text()).isZero();
    }

    static List<Verdicts.Verdict> verdicts() {
        return Verdicts.all();
    }

    @ParameterizedTest
    @MethodSource("verdicts")
    void theServerAndTheRulesAgree(Verdicts.Verdict verdict) throws Exception {
        Path file = Files.writeString(directory.resolve("case.yaml"), verdict.yaml());
        Kubectl.Answer created = kubectl.run("create", "--dry-run=server", "--validate=strict", "-f", file.toString());
        Kubectl.Answer applied =
                kubectl.run("apply", "--server-side", "--dry-run=server", "--validate=strict", "-f", file.toString());

        // Either way may be the way of an object into the cluster.
        assertThat(created.code() == 0 && applied.code() == 0)
                .as(created.text() + applied.text())
                .isEqualTo(verdict.accepted());
        assertThat(isAcceptedBy(Checks.standard(), verdict)).isEqualTo(verdict.accepted());
        assertThat(isAcceptedBy(against, verdict)).isEqualTo(verdict.accepted());
    }

    private static boolean isAcceptedBy(Checks checks, Verdicts.Verdict verdict) {
        List<Finding> found = checks.findings(ObjectSet.parse("prod", "case.yaml", verdict.yaml()));
        return found.stream().noneMatch(finding -> finding.severity() == Severity.ERROR);
    }
}
