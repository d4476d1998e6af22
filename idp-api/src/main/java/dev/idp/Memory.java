package dev.idp;

import java.util.Optional;

/**
 * An amount of memory.
 *
 * @param bytes the amount in bytes; must be positive, which planning checks
 */
public record Memory(long bytes) implements Comparable<Memory> {

    /** Nonsense beyond it is cut off, so that it reaches planning and is reported there, instead of overflowing. */
    private static final long MOST_MEBIBYTES = 1L << 42;

    private static final String[] UNITS = {"", "Ki", "Mi", "Gi", "Ti"};

    static final JsonForm<Memory> JSON = JsonForm.text(Memory::toString, Memory::parse);

    /**
     * Returns an amount in mebibytes.
     *
     * @param mebibytes units of 1024 × 1024 bytes
     * @return the amount
     */
    public static Memory mebibytes(long mebibytes) {
        return new Memory(Math.max(-MOST_MEBIBYTES, Math.min(mebibytes, MOST_MEBIBYTES)) << 20);
    }

    /**
     * Returns an amount in gibibytes.
     *
     * @param gibibytes units of 1024 mebibytes
     * @return the amount
     */
    public static Memory gibibytes(long gibibytes) {
        return mebibytes(Math.max(-MOST_MEBIBYTES, Math.min(gibibytes, MOST_MEBIBYTES)) << 10);
    }

    private static Memory parse(String text) {
        for (int unit = UNITS.length - 1; unit >= 0; unit--) {
            if (text.endsWith(UNITS[unit])) {
                String number = text.substring(0, text.length() - UNITS[unit].length());
                return new Memory(Math.multiplyExact(Long.parseLong(number), 1L << (10 * unit)));
            }
        }
        throw new IllegalArgumentException(text);
    }

    Optional<Flaw> flaw() {
        if (bytes > 1L << 50) {
            return Optional.of(new Flaw("no machine has " + this + " of memory", "say for example gibibytes(2)"));
        }
        return bytes > 0
                ? Optional.empty()
                : Optional.of(new Flaw(
                        "an amount of memory must be positive, not " + this, "say for example mebibytes(128)"));
    }

    @Override
    public int compareTo(Memory other) {
        return Long.compare(bytes, other.bytes);
    }

    /** Returns for example {@code 512Mi}: the largest binary unit that divides the amount. */
    @Override
    public String toString() {
        int unit = bytes == 0 ? 0 : Math.min(Long.numberOfTrailingZeros(bytes) / 10, UNITS.length - 1);
        return (bytes >> (10 * unit)) + UNITS[unit];
    }
}
