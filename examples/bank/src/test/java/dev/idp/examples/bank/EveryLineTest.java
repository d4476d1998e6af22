package dev.idp.examples.bank;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.explain.Decision;
import dev.idp.explain.Explanation;
import dev.idp.explain.Layer;
import dev.idp.explain.Source;
import dev.idp.kubernetes.Kubernetes;
import dev.idp.kubernetes.Manifests;
import dev.idp.plan.EnvironmentPlan;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every line of every manifest says why it is what it is. */
class EveryLineTest {

    static List<EnvironmentPlan> environments() {
        return BankOfAnthos.platform().plan().environments();
    }

    @ParameterizedTest
    @MethodSource("environments")
    void isADecisionOrARuleWithItsReason(EnvironmentPlan environment) {
        assertThat(explanations(environment)).hasSizeGreaterThan(1000).allSatisfy(line -> {
            assertThat(line.value()).isPresent();
            assertThat(line.decisions().isEmpty() && line.reason().isEmpty())
                    .as("%s is unexplained", line)
                    .isFalse();
            assertThat(line.decisions())
                    .allSatisfy(decision -> assertThat(decision.winner()).isPresent());
        });
    }

    @ParameterizedTest
    @MethodSource("environments")
    void citesFileAndLineWhereThePlatformSaidIt(EnvironmentPlan environment) {
        List<Source> said = explanations(environment)
                .flatMap(line -> line.decisions().stream())
                .map(Decision::winner)
                .flatMap(Optional::stream)
                .map(winner -> winner.source())
                .filter(source -> source.layer() != Layer.LIBRARY)
                .filter(source -> !source.speaker().contains("in-cluster-postgres"))
                .distinct()
                .toList();

        assertThat(said).isNotEmpty().allSatisfy(source -> assertThat(
                        source.origin().toString())
                .as("%s", source)
                .matches("([A-Z]\\w+\\.java|prod\\.properties):\\d+"));
    }

    private static Stream<Explanation> explanations(EnvironmentPlan environment) {
        Manifests manifests = Kubernetes.backend().render(environment);
        return manifests.objects().flatMap(object -> manifests.explain(reference(object)).stream());
    }

    /** Teams have namespaces of their own, and some objects are called the same in each. */
    private static String reference(HasMetadata object) {
        ObjectMeta meta = object.getMetadata();
        return object.getKind() + "/" + (meta.getNamespace() == null ? "" : meta.getNamespace() + "/") + meta.getName();
    }
}
