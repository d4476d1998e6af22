package dev.idp.testing.generate;

import java.util.Comparator;

/**
 * A made-up program that failed.
 *
 * @param choices what it was made of
 * @param cause how it failed
 */
record Failure(Choices choices, Throwable cause) {

    /** Fewer things said count most, then simpler ones. */
    private static final Comparator<Failure> BY_SIZE = Comparator.<Failure>comparingLong(it ->
                    it.choices().made().stream().filter(choice -> choice > 0).count())
            .thenComparingLong(it ->
                    it.choices().made().stream().mapToLong(Integer::longValue).sum())
            .thenComparingInt(it -> it.choices().made().size());

    boolean isSmallerThan(Failure other) {
        return BY_SIZE.compare(this, other) < 0;
    }

    /** A smaller program that fails otherwise is no explanation. */
    boolean isLike(Failure other) {
        return cause.getClass().equals(other.cause.getClass());
    }
}
