package dev.idp.tests.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.policy.SuspectedSecret;
import org.junit.jupiter.api.Test;

class SuspectedSecretTest {

    // Put together here, so that no scanner takes it for a key.
    private static final String KEY = "AKIA" + "ABCDEFGHIJKLMNOP";

    @Test
    void aFormTellsMoreThanAName() {
        assertThat(SuspectedSecret.in("variable TOKEN", "TOKEN", KEY))
                .containsExactly(new SuspectedSecret("variable TOKEN holds an access key of AWS", true));
    }

    @Test
    void aNameTellsThatAValueIsASecret() {
        assertThat(SuspectedSecret.in("variable DB_PASSWORD", "DB_PASSWORD", "hunter2"))
                .containsExactly(
                        new SuspectedSecret("variable DB_PASSWORD is a plain value, and by its name a secret", false));
        assertThat(SuspectedSecret.in("variable DB_PASSWORD", "DB_PASSWORD", "${OTHER}"))
                .isEmpty();
    }

    @Test
    void linesHaveNamesOfTheirOwn() {
        assertThat(SuspectedSecret.in("key a.yaml", "a.yaml", "port: 80\npassword: 'hunter2'\ntoken: \"\"\n"))
                .containsExactly(
                        new SuspectedSecret("key a.yaml, password is a plain value, and by its name a secret", false));
    }

    @Test
    void whatHasNoNameIsJudgedByItsForm() {
        assertThat(SuspectedSecret.in("word 1", "", "serve")).isEmpty();
        assertThat(SuspectedSecret.in("word 1", "", KEY)).hasSize(1);
    }
}
