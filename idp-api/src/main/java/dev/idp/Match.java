package dev.idp;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * For which resources of a type a provisioner is meant. The more a match says, the stronger it is: a name is stronger than
 * a class, a class than a tier, and whatever an environment says is stronger than what the platform says.
 *
 * @param name the resource's name, if one is meant
 * @param resourceClass the {@linkplain Resource#resourceClass class} of resources, if one is meant
 * @param tier the tier of the environment, if one is meant
 */
public record Match(Optional<String> name, Optional<String> resourceClass, Optional<Tier> tier) {

    private static final Match ANY = new Match(Optional.empty(), Optional.empty(), Optional.empty());

    /**
     * Matches every resource of a type.
     *
     * @return the weakest match
     */
    public static Match any() {
        return ANY;
    }

    /**
     * Returns this match for one resource alone.
     *
     * @param name the resource's name
     * @return the match
     */
    public Match named(String name) {
        return new Match(Optional.of(Nulls.refuse(name, "the name in a match")), resourceClass, tier);
    }

    /**
     * Returns this match for resources of a class alone.
     *
     * @param resourceClass the class, like {@code large}
     * @return the match
     */
    public Match ofClass(String resourceClass) {
        return new Match(name, Optional.of(Nulls.refuse(resourceClass, "the class in a match")), tier);
    }

    /**
     * Returns this match for environments of a tier alone.
     *
     * @param tier the tier
     * @return the match
     */
    public Match in(Tier tier) {
        return new Match(name, resourceClass, Optional.of(Nulls.refuse(tier, "the tier in a match")));
    }

    /**
     * Tells whether a resource is meant.
     *
     * @param resource the resource
     * @param environment where it is needed
     * @return true if everything that the match says is so
     */
    public boolean fits(Resource resource, Environment environment) {
        return name.filter(it -> !it.equals(resource.name())).isEmpty()
                && resourceClass
                        .filter(it -> !it.equals(resource.resourceClass()))
                        .isEmpty()
                && tier.filter(it -> it != environment.tier()).isEmpty();
    }

    /**
     * Returns how much the match says.
     *
     * @return a number that is greater for a stronger match, and equal only for matches that say as much
     */
    public int strength() {
        return (name.isPresent() ? 4 : 0) + (resourceClass.isPresent() ? 2 : 0) + (tier.isPresent() ? 1 : 0);
    }

    /** Returns for example {@code for class large in production}; empty if it matches all. */
    @Override
    public String toString() {
        List<String> words = new ArrayList<>();
        name.ifPresent(it -> words.add("'" + it + "'"));
        resourceClass.ifPresent(it -> words.add("class " + it));
        String what = words.isEmpty() ? "" : "for " + String.join(" of ", words);
        return (what
                        + tier.map(it -> " in " + it.name().toLowerCase(Locale.ROOT))
                                .orElse(""))
                .strip();
    }
}
