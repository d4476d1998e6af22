package dev.idp.tests.kubernetes.apply.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.kubernetes.apply.ApplySet;
import dev.idp.kubernetes.apply.Drift;
import dev.idp.tests.kubernetes.apply.ClusterObjects;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** A list of several pages whose rest is gone by the time it is asked for. */
@EnabledIfEnvironmentVariable(
        named = "KUBE_API_TEST_DIR",
        matches = ".+",
        disabledReason = "there are no binaries of a Kubernetes API server: name their directory in KUBE_API_TEST_DIR")
class ExpiredListTest {

    private static final int MORE_THAN_A_PAGE = 501;

    @Test
    void isReadAnew() throws Exception {
        String namespace = Trials.newNamespace();
        List<HasMetadata> objects = new ArrayList<>();
        objects.add(object("{apiVersion: v1, kind: Namespace, metadata: {name: " + namespace + "}}"));
        for (int i = 0; i < MORE_THAN_A_PAGE; i++) {
            objects.add(object("{apiVersion: v1, kind: ConfigMap, metadata: {name: c" + i + "}, data: {a: b}}"));
        }
        ApplySet set = ApplySet.of("set", namespace, objects);
        try (Trials trials = new Trials()) {
            trials.cluster().apply(set, Trials.AT_ONCE).orThrow();
            trials.play.begin(Script.first("GET", "continue=", Fault.expired()));

            Drift drift = trials.faultyCluster().drift(set);

            assertThat(trials.play.met()).isEqualTo(1);
            assertThat(drift.isInSync()).as(drift.toText()).isTrue();
            assertThat(drift.objects()).hasSize(1 + MORE_THAN_A_PAGE);
        }
    }

    private static HasMetadata object(String yaml) {
        return ClusterObjects.object(ClusterObjects.documents(yaml).get(0));
    }
}
