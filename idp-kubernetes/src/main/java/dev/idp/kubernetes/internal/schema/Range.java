package dev.idp.kubernetes.internal.schema;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How much there may be of something.
 *
 * @param least the smallest, {@code null} if there is none
 * @param most the greatest, {@code null} if there is none
 * @param aboveLeast whether it must be more than the smallest
 * @param belowMost whether it must be less than the greatest
 */
record Range(@Nullable BigDecimal least, @Nullable BigDecimal most, boolean aboveLeast, boolean belowMost) {

    static final Range ALL = new Range(null, null, false, false);

    static Range of(long least, long most) {
        return new Range(BigDecimal.valueOf(least), BigDecimal.valueOf(most), false, false);
    }

    /** Returns what a number breaks, in words; empty if it is within. */
    Optional<String> brokenBy(BigDecimal number) {
        if (least != null && number.compareTo(least) < (aboveLeast ? 1 : 0)) {
            return Optional.of((aboveLeast ? "not more than " : "less than ") + least.toPlainString());
        }
        if (most != null && number.compareTo(most) > (belowMost ? -1 : 0)) {
            return Optional.of((belowMost ? "not less than " : "more than ") + most.toPlainString());
        }
        return Optional.empty();
    }

    Optional<String> brokenBy(int number) {
        return equals(ALL) ? Optional.empty() : brokenBy(BigDecimal.valueOf(number));
    }
}
