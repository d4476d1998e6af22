package dev.idp;

import org.jspecify.annotations.Nullable;

/**
 * Where a statement holds: everywhere, in the environments of a tier, or in one environment.
 *
 * @param tier the tier; {@code null} for any
 * @param environment the environment's name; {@code null} for any
 */
public record Scope(@Nullable Tier tier, @Nullable String environment) {

    /** Everywhere. */
    public static final Scope EVERYWHERE = new Scope(null, null);

    static Scope of(Tier tier) {
        return new Scope(tier, null);
    }

    static Scope of(Environment environment) {
        return new Scope(null, environment.name());
    }

    /**
     * Tells whether a statement of this scope holds in an environment.
     *
     * @param name the environment's name
     * @param itsTier the environment's tier
     * @return true if it holds
     */
    public boolean holdsIn(String name, Tier itsTier) {
        return (environment == null || environment.equals(name)) && (tier == null || tier == itsTier);
    }
}
