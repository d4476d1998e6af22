package dev.idp.tests.kubernetes.apply.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.kubernetes.apply.ApplySet;
import dev.idp.kubernetes.apply.ChangeSet;
import dev.idp.kubernetes.apply.Drift;
import dev.idp.kubernetes.apply.Outcome;
import dev.idp.kubernetes.apply.Outcome.Result;
import dev.idp.tests.kubernetes.apply.TestCluster;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Objects as large as a server takes them, and larger. */
@EnabledIfEnvironmentVariable(
        named = "KUBE_API_TEST_DIR",
        matches = ".+",
        disabledReason = "there are no binaries of a Kubernetes API server: name their directory in KUBE_API_TEST_DIR")
class ManyMegabytesTest {

    private static final int LARGE = 850_000;

    private TestCluster test;

    @BeforeEach
    void open() throws Exception {
        test = TestCluster.open();
    }

    @AfterEach
    void close() {
        test.close();
    }

    private static ConfigMap config(String name, int size) {
        return new ConfigMapBuilder()
                .withNewMetadata()
                .withName(name)
                .endMetadata()
                .addToData("text", "ä\n".repeat(size / 3))
                .build();
    }

    private ApplySet set(ConfigMap... more) {
        List<HasMetadata> objects = new ArrayList<>(List.of(more));
        objects.add(new NamespaceBuilder()
                .withNewMetadata()
                .withName(test.namespace())
                .endMetadata()
                .build());
        for (int i = 0; i < 12; i++) {
            objects.add(config("large" + i, LARGE));
        }
        return ApplySet.of("set", test.namespace(), objects);
    }

    @Test
    void tenMegabytesAreApplied() {
        Outcome first = test.cluster().apply(set(), Trials.AT_ONCE);
        Outcome again = test.cluster().apply(set(), Trials.AT_ONCE);
        Drift drift = test.cluster().drift(set());
        ChangeSet changes = test.cluster().diff(set());

        assertThat(first.with(Result.CREATED)).as(first.toText()).hasSize(13);
        assertThat(again.with(Result.UNCHANGED)).as(again.toText()).hasSize(13);
        assertThat(drift.isInSync()).as(drift.toText()).isTrue();
        assertThat(changes.isEmpty()).isTrue();
        System.out.printf(
                "12 objects of 850 kB: applied in %d ms, again in %d ms%n",
                first.took().toMillis(), again.took().toMillis());
    }

    /** Beyond a megabyte it is invalid, beyond what a request may hold it is not even read. */
    @ParameterizedTest
    @CsvSource({"1200000, (422 Invalid)", "4000000, reads 3145728"})
    void whatIsTooLargeFailsAlone(int size, String why) {
        Outcome outcome = test.cluster().apply(set(config("too-large", size)), Trials.AT_ONCE);

        assertThat(outcome.with(Result.CREATED)).hasSize(13);
        assertThat(outcome.with(Result.FAILED)).singleElement().satisfies(large -> {
            assertThat(large.object().isCalled("ConfigMap/too-large")).isTrue();
            assertThat(large.message())
                    .contains(why)
                    .containsPattern("(?i)too (long|large)")
                    .hasSizeLessThan(700);
        });
    }
}
