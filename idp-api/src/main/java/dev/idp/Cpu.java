package dev.idp;

import java.util.Optional;

/**
 * An amount of processor time per time.
 *
 * @param milliCores thousandths of one core; must be positive, which planning checks
 */
public record Cpu(long milliCores) implements Comparable<Cpu> {

    /** Nonsense beyond it is cut off, so that it reaches planning and is reported there, instead of overflowing. */
    private static final long MOST_CORES = 1_000_000_000;

    static final JsonForm<Cpu> JSON = JsonForm.text(Cpu::toString, Cpu::parse);

    /**
     * Returns an amount in thousandths of a core.
     *
     * @param milliCores thousandths of one core
     * @return the amount
     */
    public static Cpu millis(long milliCores) {
        return new Cpu(milliCores);
    }

    /**
     * Returns an amount in whole cores.
     *
     * @param cores whole cores
     * @return the amount
     */
    public static Cpu cores(long cores) {
        return new Cpu(Math.max(-MOST_CORES, Math.min(cores, MOST_CORES)) * 1000);
    }

    private static Cpu parse(String text) {
        if (!text.endsWith("m")) {
            throw new IllegalArgumentException(text);
        }
        return millis(Long.parseLong(text.substring(0, text.length() - 1)));
    }

    Optional<Flaw> flaw() {
        if (milliCores > 1_000_000_000) {
            return Optional.of(new Flaw("no machine has " + this + " of CPU", "say for example cores(2)"));
        }
        return milliCores > 0
                ? Optional.empty()
                : Optional.of(
                        new Flaw("an amount of CPU must be positive, not " + this, "say for example millis(100)"));
    }

    @Override
    public int compareTo(Cpu other) {
        return Long.compare(milliCores, other.milliCores);
    }

    /** Returns for example {@code 250m}. */
    @Override
    public String toString() {
        return milliCores + "m";
    }
}
