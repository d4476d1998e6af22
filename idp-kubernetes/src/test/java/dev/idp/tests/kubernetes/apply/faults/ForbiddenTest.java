package dev.idp.tests.kubernetes.apply.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idp.kubernetes.apply.ApplyException;
import dev.idp.kubernetes.apply.Cluster;
import dev.idp.kubernetes.apply.ObjectOutcome;
import dev.idp.kubernetes.apply.Outcome;
import dev.idp.kubernetes.apply.Outcome.Result;
import dev.idp.tests.kubernetes.apiserver.ApiServer;
import dev.idp.tests.kubernetes.apply.TestCluster;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** Who may not do all that a set asks for is told what, and by which command to see it. */
@EnabledIfEnvironmentVariable(
        named = "KUBE_API_TEST_DIR",
        matches = ".+",
        disabledReason = "there are no binaries of a Kubernetes API server: name their directory in KUBE_API_TEST_DIR")
class ForbiddenTest {

    private static final String CONFIG = "{apiVersion: v1, kind: ConfigMap, metadata: {name: config}, data: {a: b}}";
    private static final String SERVICE =
            "{apiVersion: v1, kind: Service, metadata: {name: orders}, spec: {selector: {a: b}, ports: [{port: 80}]}}";

    private TestCluster test;
    private KubernetesClient nobody;

    @BeforeEach
    void open() throws Exception {
        test = TestCluster.open();
        nobody = TestCluster.client(ApiServer.shared().kubeConfigOfNobody());
    }

    @AfterEach
    void close() {
        nobody.close();
        test.close();
    }

    private Cluster clusterOfNobody() {
        return Cluster.of(nobody).patience(Duration.ofSeconds(10), Duration.ofSeconds(10));
    }

    @Test
    void whoMayNothingIsToldSoAndNothingIsDone() throws Exception {
        Outcome outcome = clusterOfNobody().apply(test.set(CONFIG), Trials.AT_ONCE);

        assertThat(outcome.failure())
                .contains("configmaps", "forbidden", "\"nobody\"")
                .contains("kubectl auth can-i get configmaps -n " + test.namespace());
        assertThat(outcome.objects()).isEmpty();
        assertThat(test.kubectl("get", "namespaces", "-o", "name").lines())
                .doesNotContain("namespace/" + test.namespace());
        assertThatThrownBy(() -> clusterOfNobody().diff(test.set(CONFIG)))
                .isInstanceOf(ApplyException.class)
                .hasMessage(outcome.failure());
        assertThatThrownBy(() -> clusterOfNobody().drift(test.set(CONFIG))).isInstanceOf(ApplyException.class);
    }

    /** As a team that was given a namespace: the namespace is there, and is no object of its set. */
    @Test
    void rightsInOneNamespaceAreEnough() throws Exception {
        test.kubectl("create", "namespace", test.namespace());
        allow("get,list,create,patch,delete", "configmaps,services");
        Cluster cluster = clusterOfNobody();

        Outcome outcome = cluster.apply(test.withoutNamespace(CONFIG, SERVICE), Trials.AT_ONCE);
        Outcome again = cluster.apply(test.withoutNamespace(CONFIG), Trials.AT_ONCE.pruning());

        assertThat(outcome.isSuccess()).as(outcome.toText()).isTrue();
        assertThat(outcome.with(Result.CREATED)).hasSize(2);
        assertThat(again.with(Result.PRUNED)).as(again.toText()).hasSize(1);
        assertThat(cluster.drift(test.withoutNamespace(CONFIG)).isInSync()).isTrue();
    }

    @Test
    void whatIsForbiddenFailsAloneAndNamesTheCommand() throws Exception {
        test.kubectl("create", "namespace", test.namespace());
        allow("get,list,create,patch,delete", "configmaps");
        allow("get,list", "services");

        Outcome outcome = clusterOfNobody().apply(test.withoutNamespace(CONFIG, SERVICE), Trials.AT_ONCE);

        ObjectOutcome service = outcome.with(Result.FAILED).get(0);
        assertThat(service.object().isCalled("Service/orders")).isTrue();
        assertThat(service.message())
                .contains("403 Forbidden", "\"nobody\"")
                .contains("kubectl auth can-i patch services -n " + test.namespace());
        assertThat(outcome.with(Result.CREATED)).singleElement().satisfies(config -> assertThat(
                        config.object().isCalled("ConfigMap/config"))
                .isTrue());
        assertThat(test.isThere("service/orders")).isFalse();
    }

    private void allow(String verbs, String resources) throws Exception {
        String name = "may-" + resources.replace(',', '-');
        test.kubectl("create", "role", name, "--verb=" + verbs, "--resource=" + resources);
        test.kubectl("create", "rolebinding", name, "--role=" + name, "--user=nobody");
    }
}
