package dev.idp.tests.kubernetes.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.kubernetes.check.Checks;
import dev.idp.kubernetes.check.ObjectSet;
import dev.idp.policy.Finding;
import dev.idp.policy.Severity;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each wrong object of the table is found by the rule that it names, and by no other; right ones are found by none. */
class SchemaVerdictTest {

    static List<Verdicts.Verdict> verdicts() {
        return Verdicts.all();
    }

    @ParameterizedTest
    @MethodSource("verdicts")
    void anObjectIsRefusedByTheRuleThatItsTitleNames(Verdicts.Verdict verdict) {
        List<Finding> found = Checks.standard().findings(ObjectSet.parse("prod", "case.yaml", verdict.yaml()));

        assertThat(found.stream()
                        .filter(finding -> finding.severity() == Severity.ERROR)
                        .map(Finding::rule)
                        .distinct())
                .containsExactlyElementsOf(verdict.rules());
        assertThat(verdict.accepted()).isEqualTo(verdict.rules().isEmpty());
    }
}
