package dev.idp.examples.boutique;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.kubernetes.check.Checks;
import dev.idp.kubernetes.check.ObjectSet;
import dev.idp.plan.Plan;
import dev.idp.policy.Policy;
import dev.idp.policy.Severity;
import dev.idp.policy.Verdict;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ManifestChecksTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final Plan PLAN = OnlineBoutique.platform().plan();

    @Test
    void nothingIsFoundInIntentOrManifestsThatIsNotWaivedWithAReason() {
        Verdict verdict = Checks.standard().check(PLAN, Policy.standard(), ObjectSet.of(PLAN), TODAY);

        assertThat(verdict.open()).isEmpty();
        assertThat(verdict.waived())
                .isNotEmpty()
                .allSatisfy(waived -> assertThat(waived.waiver().reason()).isNotBlank());
    }

    @Test
    void evenThoroughChecksFindNothingThatShouldBeMended() {
        Verdict verdict = Checks.thorough().check(PLAN, Policy.standard(), ObjectSet.of(PLAN), TODAY);

        assertThat(verdict.open(Severity.WARNING)).isEmpty();
    }
}
