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

    /** What wiring and hygiene say of such small objects is not asked here. */
    private static final Checks SCHEMA = Checks.thorough()
            .only(Verdicts.all().stream()
                    .flatMap(verdict -> verdict.rules().stream())
                    .distinct()
                    .toArray(String[]::new));

    static List<Verdicts.Verdict> verdicts() {
        return Verdicts.all();
    }

    @ParameterizedTest
    @MethodSource("verdicts")
    void anObjectIsRefusedByTheRuleThatItsTitleNames(Verdicts.Verdict verdict) {
        List<Finding> found = SCHEMA.findings(ObjectSet.parse("prod", "case.yaml", verdict.yaml()));

        assertThat(found.stream()
                        .filter(finding -> finding.severity() == Severity.ERROR)
                        .map(Finding::rule)
                        .distinct())
                .containsExactlyElementsOf(verdict.rules());
        assertThat(verdict.accepted()).isEqualTo(verdict.rules().isEmpty());
    }
}
