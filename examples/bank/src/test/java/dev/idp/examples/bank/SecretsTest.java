package dev.idp.examples.bank;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.Settings;
import dev.idp.kubernetes.Kubernetes;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.Plan;
import dev.idp.plan.WorkloadPlan;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** No secret is anywhere but where it is kept. */
class SecretsTest {

    private static final Plan PLAN = BankOfAnthos.platform().plan();

    static final List<EnvironmentPlan> ENVIRONMENTS = PLAN.environments();

    @ParameterizedTest
    @FieldSource("ENVIRONMENTS")
    void areInNoManifest(EnvironmentPlan environment) {
        assertThat(Kubernetes.backend().render(environment).toYaml())
                .doesNotContain("kind: Secret\n", "accounts-pwd", "bankofanthos", "PRIVATE KEY", "PGPASSWORD: ");
    }

    @ParameterizedTest
    @FieldSource("ENVIRONMENTS")
    void whoSignsHasThePrivateKeyAndNobodyElse(EnvironmentPlan environment) {
        assertThat(filesHolding(environment, "jwtRS256.key}")).containsExactly("userservice /tmp/.ssh/privatekey");
        assertThat(filesHolding(environment, "jwtRS256.key.pub}"))
                .hasSize(6)
                .allMatch(file -> file.endsWith(" /tmp/.ssh/publickey"));
    }

    private static Stream<String> filesHolding(EnvironmentPlan environment, String key) {
        return environment.workloads().stream().flatMap(workload -> files(workload, key));
    }

    private static Stream<String> files(WorkloadPlan workload, String key) {
        return workload.entries(Settings.SECRET_FILE).entrySet().stream()
                .filter(file -> file.getValue().get().toString().endsWith(key))
                .map(file -> workload.name() + " " + file.getKey());
    }
}
