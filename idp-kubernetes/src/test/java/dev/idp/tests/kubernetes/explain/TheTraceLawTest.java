package dev.idp.tests.kubernetes.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.explain.Claim;
import dev.idp.explain.Decision;
import dev.idp.explain.Explanation;
import dev.idp.explain.Layer;
import dev.idp.explain.Source;
import dev.idp.kubernetes.Kubernetes;
import dev.idp.kubernetes.Manifests;
import dev.idp.plan.Plan;
import dev.idp.tests.kubernetes.Documents;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every leaf has an explanation, and it is the true one: what it cites, and nothing else, changes the leaf. */
class TheTraceLawTest {

    private static final Plan PLAN = RichPlatform.platform().plan();

    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void everyLeafOfEveryObjectIsExplained(String environment) {
        Manifests manifests = manifests(PLAN, environment);
        List<String> unexplained = new ArrayList<>();
        Set<String> explained = new TreeSet<>();

        manifests.objects().forEach(object -> {
            String reference = Documents.reference(object);
            Documents.leaves(object).forEach((pointer, value) -> {
                Explanation explanation = manifests.explain(reference, pointer);
                assertThat(explanation.value()).contains(value.toString());
                if (explanation.reason().isEmpty() && explanation.decisions().isEmpty()) {
                    unexplained.add(reference + " " + pointer);
                }
                explained.add(object.getKind());
            });
        });

        assertThat(unexplained).isEmpty();
        assertThat(explained)
                .containsExactly(
                        "ConfigMap",
                        "Deployment",
                        "HorizontalPodAutoscaler",
                        "Ingress",
                        "Namespace",
                        "NetworkPolicy",
                        "PodDisruptionBudget",
                        "Service",
                        "ServiceAccount");
    }

    /** One sentence that covers everything would explain every leaf, and say nothing. */
    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void noExplanationCoversAWholeObjectOrItsSpec(String environment) {
        Map<String, ExplainedObject> objects = ExplainedObject.all(manifests(PLAN, environment), Map.of());

        objects.values().forEach(object -> {
            Map<String, Set<Object>> reasons = new LinkedHashMap<>();
            object.explanations().forEach((pointer, explanation) -> reasons.computeIfAbsent(
                            pointer.substring(0, Math.max(pointer.indexOf('/', 1), 0)), field -> new HashSet<>())
                    .add(List.of(explanation.reason(), explanation.decisions())));
            reasons.remove("");
            reasons.forEach((field, different) -> assertThat(different)
                    .as("explanations below %s of %s", field, object.reference())
                    .hasSizeGreaterThan(field.equals("/data") ? 0 : 1));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void whatTheProgramSaidCitesItsFileAndLine(String environment) {
        Map<String, ExplainedObject> objects = ExplainedObject.all(manifests(PLAN, environment), Map.of());
        List<String> nowhere = new ArrayList<>();

        objects.values().forEach(object -> object.explanations().forEach((pointer, explanation) -> {
            for (Decision<?> decision : explanation.decisions()) {
                decision.winner()
                        .map(Claim::source)
                        .filter(TheTraceLawTest::isOfTheProgram)
                        .map(source -> source.origin().toString())
                        .filter(place -> !place.matches("RichPlatform\\.java:\\d+"))
                        .ifPresent(place -> nowhere.add(object.reference() + " " + pointer + " by " + place));
            }
        }));

        assertThat(nowhere).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void exactlyTheLeavesThatCiteADecisionChangeWithIt(String environment) {
        List<Perturbation> perturbations = Perturbations.of(PLAN, environment);
        TraceLaw law = new TraceLaw(PLAN, environment);

        perturbations.forEach(law::apply);

        assertThat(law.broken()).isEmpty();
        assertThat(law.citedInVain()).isEmpty();
        assertThat(perturbations).hasSizeGreaterThan(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void aCallThatIsGoneTakesOnlyTheLeavesThatItIsTheReasonFor(String environment) {
        List<Perturbation> perturbations = Perturbations.ofCalls(PLAN, environment);
        TraceLaw law = new TraceLaw(PLAN, environment);

        perturbations.forEach(law::apply);

        assertThat(law.broken()).isEmpty();
        assertThat(perturbations)
                .hasSameSizeAs(PLAN.in(environment).graph().edges())
                .hasSizeGreaterThan(4);
    }

    /** The library's own way to supply a Redis has reasons instead of lines. */
    private static boolean isOfTheProgram(Source source) {
        boolean isOfTheLibrary =
                source.layer() == Layer.LIBRARY || source.speaker().equals("golden path in-cluster-redis 1");
        if (isOfTheLibrary) {
            assertThat(source.reason()).isNotBlank();
        }
        return !isOfTheLibrary;
    }

    private static Manifests manifests(Plan plan, String environment) {
        return Kubernetes.backend().render(plan.in(environment));
    }
}
