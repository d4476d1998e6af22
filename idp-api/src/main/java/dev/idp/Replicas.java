package dev.idp;

import java.util.Optional;

/**
 * How many copies of a service run: a number, or a range within which it is scaled.
 *
 * @param minimum the least number of copies
 * @param maximum the greatest; equal to the minimum when the number is fixed
 */
public record Replicas(int minimum, int maximum) {

    static final JsonForm<Replicas> JSON = JsonForm.text(Replicas::toString, Replicas::parse);

    /**
     * Returns a fixed number of copies.
     *
     * @param number how many
     * @return the number as a range of one
     */
    public static Replicas fixed(int number) {
        return new Replicas(number, number);
    }

    /**
     * Returns a range within which a service is scaled.
     *
     * @param minimum the least number of copies
     * @param maximum the greatest
     * @return the range
     */
    public static Replicas between(int minimum, int maximum) {
        return new Replicas(minimum, maximum);
    }

    private static Replicas parse(String text) {
        int dots = text.indexOf("..");
        return dots < 0
                ? fixed(Integer.parseInt(text))
                : between(Integer.parseInt(text.substring(0, dots)), Integer.parseInt(text.substring(dots + 2)));
    }

    /**
     * Tells whether the number of copies changes with the load.
     *
     * @return true for a range, false for a fixed number
     */
    public boolean isScaled() {
        return minimum != maximum;
    }

    Optional<Flaw> flaw() {
        int least = Math.min(minimum, maximum);
        if (least < 1) {
            return Optional.of(new Flaw(
                    "replicas must be at least 1, not " + least,
                    "to leave a service out of an environment, use onlyIn(...)"));
        }
        return minimum <= maximum
                ? Optional.empty()
                : Optional.of(new Flaw(
                        "the range of replicas is upside down: at least " + minimum + ", at most " + maximum,
                        "say replicas(" + maximum + ", " + minimum + ")"));
    }

    /** Returns for example {@code 3} or {@code 3..12}. */
    @Override
    public String toString() {
        return isScaled() ? minimum + ".." + maximum : Integer.toString(minimum);
    }
}
