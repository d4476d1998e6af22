package dev.idp.tests.kubernetes.admission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.kubernetes.admission.AdmissionPolicies;
import dev.idp.kubernetes.admission.OfflineAdmission;
import dev.idp.kubernetes.admission.Refusal;
import dev.idp.kubernetes.check.Checks;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A rule and the policy that is made of it come to the same verdict about every object of the table. */
class OfflineVerdictTest {

    private static final Checks CHECKS = AdmissionTable.checks();
    private static final OfflineAdmission OFFLINE = AdmissionPolicies.of(CHECKS).offline();

    static List<AdmissionTable.Case> cases() {
        return AdmissionTable.cases();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theRuleAndItsPolicyAgree(AdmissionTable.Case object) {
        Set<String> refused =
                OFFLINE.judge(object.objects()).stream().map(Refusal::rule).collect(Collectors.toSet());

        assertThat(refused).isEqualTo(object.foundBy(CHECKS));
    }

    @Test
    void everyRuleFindsSomethingInSomeObjectsAndNothingInOthers() {
        Set<String> all = CHECKS.rules().stream().map(rule -> rule.id()).collect(Collectors.toSet());
        Set<String> found = new HashSet<>();
        Set<String> met = new HashSet<>();
        for (AdmissionTable.Case object : cases()) {
            Set<String> by = object.foundBy(CHECKS);
            found.addAll(by);
            all.stream().filter(rule -> !by.contains(rule)).forEach(met::add);
        }

        assertThat(cases()).hasSizeGreaterThanOrEqualTo(60);
        assertThat(found).isEqualTo(all);
        assertThat(met).isEqualTo(all);
    }
}
