package dev.idp.tests.kubernetes.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.tests.kubernetes.KubernetesExpansion;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The cases are those of Kubernetes' own test of the expansion. */
class KubernetesExpansionTest {

    private static final Map<String, String> KNOWN =
            Map.of("VAR_A", "A", "VAR_B", "B", "VAR_REF", "$(VAR_A)", "VAR_EMPTY", "");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "$(VAR_A)|A",
                "___$(VAR_B)___|___B___",
                "___$(VAR_A)|___A",
                "$(VAR_A)_$(VAR_B)|A_B",
                "$$(VAR_B)_$(VAR_A)|$(VAR_B)_A",
                "$$(VAR_A)_$$(VAR_B)|$(VAR_A)_$(VAR_B)",
                "f000-$$VAR_A|f000-$VAR_A",
                "foo\\$(VAR_A)bar|foo\\Abar",
                "$(VAR_REF)|$(VAR_A)",
                "foo$(VAR_EMPTY)bar|foobar",
                "foo$(MISSING)bar|foo$(MISSING)bar",
                "$$$(VAR_A)|$A",
                "$$$$(VAR_A)|$$(VAR_A)",
                "$VAR_A)|$VAR_A)",
                "${VAR_A}|${VAR_A}",
                "$(VAR_B)_______$(A|B_______$(A",
                "$)foo$|$)foo$",
                "$$$$$$$|$$$$",
            })
    void agreesWithKubernetes(String value, String expected) {
        assertThat(KubernetesExpansion.expand(value, KNOWN)).isEqualTo(expected);
    }
}
