package dev.idp.explain;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A value of a plan together with everything that was said about it.
 *
 * <p>Two decisions are equal when they are about the same thing and have the same value: who said it does not count.
 *
 * @param <T> the value's type
 */
public final class Decision<T> {

    /** What has the value, and which value of it: two texts, since few of the many subjects are ever read. */
    private final String owner;

    private final String property;
    private final @Nullable T value;
    private final List<Claim<T>> claims;
    private final List<Decision<?>> parts;
    private final List<Demand> demands;

    private Decision(
            String owner,
            String property,
            @Nullable T value,
            List<Claim<T>> claims,
            List<Decision<?>> parts,
            List<Demand> demands) {
        this.owner = owner;
        this.property = property;
        this.value = value;
        this.claims = claims;
        this.parts = parts;
        this.demands = demands;
    }

    /**
     * Decides for the first, and thus strongest, of some claims.
     *
     * @param <T> the value's type
     * @param subject what is decided, as a path: {@code services/orders/replicas}
     * @param claims all claims, strongest first
     * @return the decision; without a value when there is no claim, or when the strongest takes the value away
     */
    public static <T> Decision<T> of(String subject, List<Claim<T>> claims) {
        return of(subject, "", claims);
    }

    /**
     * Decides for the first, and thus strongest, of some claims.
     *
     * @param <T> the value's type
     * @param owner what has the value, as a path: {@code services/orders}
     * @param property which value, with what separates the two: {@code /replicas}
     * @param claims all claims, strongest first
     * @return the decision; without a value when there is no claim, or when the strongest takes the value away
     */
    public static <T> Decision<T> of(String owner, String property, List<Claim<T>> claims) {
        @Nullable T value = claims.isEmpty() ? null : claims.get(0).value();
        return new Decision<>(owner, property, value, List.copyOf(claims), List.of(), List.of());
    }

    /**
     * Returns a decision with a single claim.
     *
     * @param <T> the value's type
     * @param subject what is decided, as a path
     * @param value the value
     * @param source who says it
     * @return the decision
     */
    public static <T> Decision<T> of(String subject, T value, Source source) {
        return new Decision<>(subject, "", value, List.of(new Claim<>(source, value)), List.of(), List.of());
    }

    /**
     * Returns what was said once for many, as it holds for one of them.
     *
     * @param other the owner of the value
     * @return the same about another owner
     */
    public Decision<T> about(String other) {
        return new Decision<>(other, property, value, claims, parts, demands);
    }

    /**
     * Returns this decision with another form of its value, as when a reference is resolved.
     *
     * @param resolved the value that backends read
     * @param with other decisions that went into it, such as the port of the service that it refers to
     * @return a decision with the same claims
     */
    public Decision<T> resolvedTo(T resolved, List<Decision<?>> with) {
        return new Decision<>(owner, property, resolved, claims, List.copyOf(with), demands);
    }

    /**
     * Returns this decision with the mandates that it is held to.
     *
     * @param held mandates that nobody waived
     * @return a decision with the same value and claims
     */
    public Decision<T> heldTo(List<Demand> held) {
        return new Decision<>(owner, property, value, claims, parts, List.copyOf(held));
    }

    /**
     * Returns what is decided, as a path through the plan: {@code services/orders/env/PORT}.
     *
     * @return the path, unique within an environment
     */
    public String subject() {
        return owner.concat(property);
    }

    /**
     * Returns the other decisions that went into the value.
     *
     * @return in the order in which they are mentioned; none if the value stands as it was said
     */
    public List<Decision<?>> parts() {
        return parts;
    }

    /**
     * Returns the mandates that the value is held to: those that say it, and bounds that it keeps. Plans that were read back
     * do not know them.
     *
     * @return those that nobody waived
     */
    public List<Demand> demands() {
        return demands;
    }

    /**
     * Returns the value.
     *
     * @return the value, or empty when nobody set one or somebody took it away
     */
    public Optional<T> value() {
        return Optional.ofNullable(value);
    }

    /**
     * Returns a value that is known to be there.
     *
     * @return the value
     * @throws NoSuchElementException if there is none
     */
    public T get() {
        if (value == null) {
            throw new NoSuchElementException(subject() + " has no value");
        }
        return value;
    }

    /**
     * Tells whether there is a value.
     *
     * @return true if {@link #get()} returns one
     */
    public boolean isPresent() {
        return value != null;
    }

    /**
     * Returns the claim that won.
     *
     * @return the strongest claim; empty when nobody said anything
     */
    public Optional<Claim<T>> winner() {
        return claims.isEmpty() ? Optional.empty() : Optional.of(claims.get(0));
    }

    /**
     * Returns who said what holds.
     *
     * @return the source of the strongest claim
     * @throws NoSuchElementException if nobody said anything
     */
    public Source source() {
        return winner().orElseThrow(() -> new NoSuchElementException(subject() + " was said by nobody"))
                .source();
    }

    /**
     * Returns who said what holds, as far as anybody knows: a plan that was read back knows nobody.
     *
     * @return the source of the strongest claim; empty if nobody said anything, or nobody knows who
     */
    public Optional<Source> knownSource() {
        return winner().map(Claim::source).filter(source -> !source.equals(Source.SAVED));
    }

    /**
     * Returns the claims that lost.
     *
     * @return all but the winner, strongest first
     */
    public List<Claim<T>> losers() {
        return claims.isEmpty() ? List.of() : claims.subList(1, claims.size());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Decision<?> that && Objects.equals(value, that.value) && isAboutTheSameAs(that);
    }

    private boolean isAboutTheSameAs(Decision<?> that) {
        return (property.equals(that.property) && owner.equals(that.owner))
                || subject().equals(that.subject());
    }

    @Override
    public int hashCode() {
        return 31 * subject().hashCode() + Objects.hashCode(value);
    }

    @Override
    public String toString() {
        return subject() + " = " + (value == null ? "unset" : value);
    }
}
