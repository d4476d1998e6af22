package dev.idp.tests.kubernetes.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.Setting;
import dev.idp.Settings;
import dev.idp.explain.Claim;
import dev.idp.explain.Decision;
import dev.idp.explain.Explanation;
import dev.idp.explain.Layer;
import dev.idp.kubernetes.Kubernetes;
import dev.idp.kubernetes.KubernetesSettings;
import dev.idp.kubernetes.Manifests;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.Plan;
import dev.idp.tests.kubernetes.Documents;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is said of a workload stands in the explanation of some line, or of why there is none. */
class NothingIsDroppedTest {

    private static final Plan PLAN = RichPlatform.platform().plan();

    /** About planning and policies, and nothing that runs. */
    private static final Set<Setting<?>> OF_NO_OBJECT = Set.of(Settings.WAIVER, Settings.WAIVED);

    @Test
    void thePlatformOfTheTestSaysEverythingThatCanBeSaid() {
        Set<Setting<?>> said = new HashSet<>();
        PLAN.environments().forEach(environment -> environment.workloads().forEach(workload -> workload.decisions()
                .settings()
                .forEach(setting -> workload.entries(setting).values().stream()
                        .filter(NothingIsDroppedTest::isOfTheProgram)
                        .forEach(decision -> said.add(setting)))));
        said.addAll(OF_NO_OBJECT);

        Set<Setting<?>> all = new HashSet<>(Settings.all());
        all.addAll(List.of(KubernetesSettings.all()));
        assertThat(said).containsExactlyInAnyOrderElementsOf(all);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod", "teams"})
    void everyStatementIsFoundInSomeExplanation(String environment) {
        EnvironmentPlan plan = PLAN.in(environment);
        Manifests manifests = Kubernetes.backend().render(plan);
        Set<String> explained = new HashSet<>();
        manifests.objects().forEach(object -> {
            String reference = Documents.qualified(object);
            manifests.explain(reference).forEach(leaf -> add(leaf, explained));
        });

        Set<String> dropped = new TreeSet<>();
        plan.workloads().forEach(workload -> workload.decisions().all().stream()
                .filter(Decision::isPresent)
                .filter(NothingIsDroppedTest::isOfTheProgram)
                .map(Decision::subject)
                .filter(subject -> !explained.contains(subject))
                .forEach(dropped::add));
        RichExtensions.besideWorkloads(plan)
                .map(Decision::subject)
                .filter(subject -> !explained.contains(subject))
                .forEach(dropped::add);
        plan.graph().starts().stream()
                .flatMap(start -> start.because().stream())
                .map(Decision::subject)
                .filter(subject -> !explained.contains(subject))
                .forEach(dropped::add);

        assertThat(dropped).isEmpty();
    }

    private static void add(Explanation explanation, Set<String> subjects) {
        Stream.of(explanation.decisions(), explanation.conditions())
                .flatMap(List::stream)
                .forEach(decision -> subjects.add(decision.subject()));
    }

    private static boolean isOfTheProgram(Decision<?> decision) {
        return decision.winner()
                .map(Claim::source)
                .filter(source ->
                        source.layer() != Layer.LIBRARY && source.origin().isKnown())
                .isPresent();
    }
}
