package dev.idp.tests.kubernetes.apply.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.kubernetes.apply.ApplyOptions;
import dev.idp.kubernetes.apply.ApplySet;
import dev.idp.kubernetes.apply.ChangeSet;
import dev.idp.kubernetes.apply.Outcome;
import dev.idp.tests.kubernetes.apiserver.ApiServer;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** Two pipelines apply the same set at the same time, or two versions of it. */
@EnabledIfEnvironmentVariable(
        named = "KUBE_API_TEST_DIR",
        matches = ".+",
        disabledReason = "there are no binaries of a Kubernetes API server: name their directory in KUBE_API_TEST_DIR")
class TwoEnginesTest {

    private static final ApplyOptions PRUNING = Trials.AT_ONCE.pruning();

    private final SmallSet set = new SmallSet(Trials.newNamespace());
    private final InCluster found = new InCluster(ApiServer.shared(), set.namespace());
    private Trials trials;

    @BeforeEach
    void open() throws Exception {
        trials = new Trials();
    }

    @AfterEach
    void close() throws Exception {
        found.removeDefinition();
        trials.close();
    }

    private CompletableFuture<Outcome> begin(ApplySet version) {
        return CompletableFuture.supplyAsync(() -> trials.cluster().apply(version, PRUNING));
    }

    private void expectConverged(ApplySet version, Set<String> names) throws Exception {
        Map<String, String> passwords = found.passwords();
        Outcome again = trials.cluster().apply(version, PRUNING);
        ChangeSet left = trials.cluster().diff(version);

        assertThat(again.isSuccess()).as(again.toText()).isTrue();
        assertThat(left.isEmpty()).as(left.toText()).isTrue();
        assertThat(found.marked(version.id())).isEqualTo(names);
        assertThat(found.rememberedKinds()).isEqualTo(InCluster.kinds(names));
        assertThat(passwords).hasSize(2);
        assertThat(found.passwords()).isEqualTo(passwords);
    }

    @RepeatedTest(10)
    void ofTheSameSetBothSucceed() throws Exception {
        CompletableFuture<Outcome> one = begin(set.whole());
        CompletableFuture<Outcome> other = begin(set.whole());

        assertThat(one.join().isSuccess()).as(one.join().toText()).isTrue();
        assertThat(other.join().isSuccess()).as(other.join().toText()).isTrue();
        expectConverged(set.whole(), set.namesOfWhole());
    }

    @RepeatedTest(10)
    void ofTwoVersionsTheNextRunDecides() throws Exception {
        trials.cluster().apply(set.whole(), Trials.AT_ONCE).orThrow();
        Map<String, String> passwords = found.passwords();

        CompletableFuture.allOf(begin(set.whole()), begin(set.half())).join();

        assertThat(found.passwords()).isEqualTo(passwords);
        expectConverged(set.half(), set.namesOfHalf());
    }

    /** The one prunes what the other has announced and not made yet. */
    @Test
    void nothingIsForgottenThatTheOtherIsAboutToMake() throws Exception {
        trials.play.begin(Script.first("PATCH", "/services/orders", Fault.beforeForwarding(() -> trials.cluster()
                .apply(set.half(), PRUNING)
                .orThrow())));

        Outcome slow = trials.faultyCluster().apply(set.whole(), PRUNING.parallelism(1));

        assertThat(slow.isSuccess()).as(slow.toText()).isTrue();
        assertThat(found.rememberedKinds())
                .containsAll(InCluster.kinds(found.marked(set.whole().id())));
        expectConverged(set.half(), set.namesOfHalf());
    }
}
