package dev.idp;

import java.util.function.Predicate;

/**
 * What a mandate demands of a value without fixing it.
 *
 * @param <T> the value's type
 * @param description the demand, as a clause that can follow "must be"
 * @param test whether a value meets it
 */
public record Bound<T>(String description, Predicate<T> test) {

    /**
     * Refuses null.
     *
     * @param description the demand, as a clause that can follow "must be"
     * @param test whether a value meets it
     */
    public Bound {
        Nulls.refuse(description, "the description of a bound");
        Nulls.refuse(test, "the test of a bound");
    }

    /**
     * Demands a least number of copies.
     *
     * @param least the least number, also while little is to do
     * @return the bound
     */
    public static Bound<Replicas> atLeast(int least) {
        return new Bound<>("at least " + least, replicas -> replicas.minimum() >= least);
    }

    /**
     * Demands a least amount.
     *
     * @param <T> the value's type
     * @param least the least amount
     * @return the bound
     */
    public static <T extends Comparable<T>> Bound<T> atLeast(T least) {
        return new Bound<>("at least " + least, value -> value.compareTo(least) >= 0);
    }

    /**
     * Demands a greatest amount.
     *
     * @param <T> the value's type
     * @param most the greatest amount
     * @return the bound
     */
    public static <T extends Comparable<T>> Bound<T> atMost(T most) {
        return new Bound<>("at most " + most, value -> value.compareTo(most) <= 0);
    }
}
