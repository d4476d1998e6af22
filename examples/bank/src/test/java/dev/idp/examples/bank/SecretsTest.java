package dev.idp.examples.bank;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.Settings;
import dev.idp.kubernetes.Kubernetes;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.Plan;
import dev.idp.plan.WorkloadPlan;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
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

    @Test
    void comeFromTheStoreInProductionAndToTeamsThatReadThemAlone() {
        assertThat(brought("prod"))
                .containsExactly(
                        "bank-prod-accounts/accounts-db: password username",
                        "bank-prod-accounts/docker-hub: .dockerconfigjson",
                        "bank-prod-accounts/jwt-key: jwtRS256.key jwtRS256.key.pub",
                        "bank-prod-frontend/docker-hub: .dockerconfigjson",
                        "bank-prod-frontend/jwt-key: jwtRS256.key.pub",
                        "bank-prod-ledger/docker-hub: .dockerconfigjson",
                        "bank-prod-ledger/jwt-key: jwtRS256.key.pub",
                        "bank-prod-ledger/ledger-db: password username",
                        "bank-prod-ledger/swift-client: client.pem");
    }

    @Test
    void areThoseOfTheOperatorForDatabasesInStaging() {
        assertThat(brought("staging"))
                .containsExactly(
                        "bank-staging/jwt-key: jwtRS256.key jwtRS256.key.pub", "bank-staging/swift-client: client.pem");
    }

    @Test
    void areMadeUpForDatabasesInDevelopment() {
        assertThat(Kubernetes.backend().render(PLAN.in("dev")).objects())
                .filteredOn(object -> object.getKind().equals("Password"))
                .extracting(object -> object.getMetadata().getName())
                .containsExactly("accounts-db-credentials", "ledger-db-credentials");
    }

    /** What the store brings to which namespace. */
    private static Stream<String> brought(String environment) {
        return Kubernetes.backend()
                .render(PLAN.in(environment))
                .objects()
                .filter(object -> object.getKind().equals("ExternalSecret"))
                .map(GenericKubernetesResource.class::cast)
                .map(secret -> secret.getMetadata().getNamespace() + "/"
                        + secret.getMetadata().getName() + ": "
                        + secret.<List<Map<String, Object>>>get("spec", "data").stream()
                                .map(entry -> String.valueOf(entry.get("secretKey")))
                                .collect(Collectors.joining(" ")))
                .sorted();
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
