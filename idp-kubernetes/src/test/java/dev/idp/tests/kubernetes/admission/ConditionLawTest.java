package dev.idp.tests.kubernetes.admission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.kubernetes.admission.AdmissionPolicies;
import dev.idp.kubernetes.admission.Refusal;
import dev.idp.kubernetes.check.Checks;
import dev.idp.kubernetes.check.ManifestRules;
import dev.idp.kubernetes.check.ObjectSet;
import dev.idp.policy.Rule;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever stands in an object, a condition holds in Java exactly where its expression holds. */
class ConditionLawTest {

    private static final int CONDITIONS = 30;
    private static final int OBJECTS = 50;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void javaAndTheExpressionComeToOneVerdict(long seed) {
        RandomConditions made = new RandomConditions(seed);
        int met = 0;
        for (int i = 0; i < CONDITIONS; i++) {
            Rule<ObjectSet> rule = rule(made, i);
            Checks checks = Checks.of(rule);
            AdmissionPolicies policies = AdmissionPolicies.of(checks);
            var offline = policies.offline();
            for (int j = 0; j < OBJECTS; j++) {
                Map<String, Object> object = made.object();
                ObjectSet set = ObjectSet.of("prod", List.of(object));

                boolean isFine = checks.findings(set).isEmpty();
                List<Refusal> refusals = offline.judge(set);

                assertThat(refusals.isEmpty())
                        .as(() -> "seed " + seed + "\n" + object + "\n" + refusals + "\n" + policies.toYaml())
                        .isEqualTo(isFine);
                met += isFine ? 1 : 0;
            }
        }
        assertThat(met).as("verdicts of both kinds").isBetween(CONDITIONS * OBJECTS / 5, CONDITIONS * OBJECTS * 9 / 10);
    }

    private static Rule<ObjectSet> rule(RandomConditions made, int i) {
        return switch (i % 3) {
            case 0 -> ManifestRules.forContainers("law").because("it is one").must(made.onContainer(4), "broken");
            case 1 -> ManifestRules.forPods("law").because("it is one").must(made.onPod(4), "broken");
            default ->
                ManifestRules.forKind("law", i % 2 == 0 ? "" : "apps", i % 2 == 0 ? "Pod" : "Deployment")
                        .because("it is one")
                        .must(made.onObject(4), "broken");
        };
    }
}
