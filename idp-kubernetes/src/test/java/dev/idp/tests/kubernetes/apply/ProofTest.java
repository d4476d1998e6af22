package dev.idp.tests.kubernetes.apply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.kubernetes.Kubernetes;
import dev.idp.kubernetes.apply.ApplyOptions;
import dev.idp.kubernetes.apply.ApplySet;
import dev.idp.kubernetes.apply.Outcome;
import dev.idp.kubernetes.apply.Outcome.Result;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.tests.kubernetes.apiserver.CustomKinds;
import dev.idp.tests.kubernetes.explain.RichPlatform;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.LimitRange;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** That nothing would change is proven by what a server notes, for every kind of object and field that this library renders. */
@EnabledIfEnvironmentVariable(
        named = "KUBE_API_TEST_DIR",
        matches = ".+",
        disabledReason = "there are no binaries of a Kubernetes API server: name their directory in KUBE_API_TEST_DIR")
class ProofTest {

    static List<EnvironmentPlan> environments() {
        return RichPlatform.platform().plan().environments();
    }

    @ParameterizedTest
    @MethodSource("environments")
    void asksNothingMoreOfWhatWasAppliedJustNow(EnvironmentPlan environment) throws Exception {
        try (TestCluster test = TestCluster.open()) {
            ApplyOptions atOnce = ApplyOptions.defaults().withoutWaiting();
            test.cluster()
                    .apply(
                            ApplySet.of(
                                    "definitions",
                                    "default",
                                    List.of(ClusterObjects.read(CustomKinds.CILIUM_POLICIES))),
                            atOnce)
                    .orThrow();
            ApplySet set = ApplySet.of(Kubernetes.backend().render(environment));
            List<HasMetadata> objects =
                    Kubernetes.backend().render(environment).objects().toList();
            test.cluster().apply(set, atOnce).orThrow();

            Outcome again = test.cluster().apply(set, atOnce).orThrow();

            assertThat(again.with(Result.UNCHANGED)).hasSize(set.size());
            assertThat(again.requests())
                    .as("the inventory, versions of groups, kinds in namespaces, what is made up or derived")
                    .isEqualTo(1 + versions(objects) + shelves(objects, set) + madeUp(objects) + derived(objects));
        }
    }

    private static long versions(List<HasMetadata> objects) {
        return objects.stream().map(HasMetadata::getApiVersion).distinct().count();
    }

    private static long shelves(List<HasMetadata> objects, ApplySet set) {
        Set<String> namespaces = new HashSet<>(Set.of(set.namespace()));
        Set<String> namespaced = new HashSet<>();
        Set<String> others = new HashSet<>();
        for (HasMetadata object : objects) {
            String namespace = object.getMetadata().getNamespace();
            if (namespace == null) {
                others.add(object.getKind());
            } else {
                namespaces.add(namespace);
                namespaced.add(object.getKind());
            }
        }
        return (long) namespaces.size() * namespaced.size() + others.size();
    }

    /** Nobody reads such a Secret back, so that only applying it tells whether it is as it shall be. */
    private static long madeUp(List<HasMetadata> objects) {
        return objects.stream()
                .map(object -> object.getMetadata().getAnnotations())
                .filter(annotations -> annotations != null && annotations.containsKey("dev.idp/made-up"))
                .count();
    }

    /** Of a range without a default the server makes the greatest value the default, which nobody could tell from a word. */
    private static long derived(List<HasMetadata> objects) {
        return objects.stream()
                .filter(LimitRange.class::isInstance)
                .flatMap(object -> ((LimitRange) object).getSpec().getLimits().stream())
                .filter(limits -> !limits.getDefault()
                        .keySet()
                        .containsAll(limits.getMax().keySet()))
                .count();
    }
}
