package dev.idp.plan;

import dev.idp.explain.Decision;
import java.util.Comparator;

/**
 * That a workload reads a value of a secret.
 *
 * @param secret the secret's name
 * @param key the key of the value
 * @param by what was said that reads it
 */
public record SecretUse(String secret, String key, Decision<?> by) implements Comparable<SecretUse> {

    private static final Comparator<SecretUse> ORDER = Comparator.comparing(SecretUse::secret)
            .thenComparing(SecretUse::key)
            .thenComparing(use -> use.by().subject());

    @Override
    public int compareTo(SecretUse other) {
        return ORDER.compare(this, other);
    }

    /** Returns for example {@code bank/token by services/orders/secret/TOKEN}. */
    @Override
    public String toString() {
        return secret + "/" + key + " by " + by.subject();
    }
}
