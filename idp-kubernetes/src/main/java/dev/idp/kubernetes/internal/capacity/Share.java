package dev.idp.kubernetes.internal.capacity;

import java.math.BigDecimal;

/**
 * What one object takes of a quota.
 *
 * @param name what people call it
 * @param each how much one of its pods takes
 * @param scale how many pods there are
 */
record Share(String name, BigDecimal each, Scale scale) {

    private static final Scale ONCE = new Scale(1, 1, Surge.NONE, Scale.Nature.FIXED);

    /** What an object takes that makes no pods. */
    static Share once(String name, BigDecimal amount) {
        return new Share(name, amount, ONCE);
    }

    BigDecimal of(long pods) {
        return each.multiply(BigDecimal.valueOf(pods));
    }

    /** What it takes beyond that while it is rolled out. */
    BigDecimal surging(long pods) {
        return of(scale.surge().beyond(pods));
    }

    boolean isRun() {
        return scale.nature() == Scale.Nature.RUN || scale.nature() == Scale.Nature.OVERLAPPING_RUN;
    }

    boolean isScaled() {
        return scale.nature() == Scale.Nature.SCALED && scale.most() > scale.least() && each.signum() > 0;
    }
}
