package dev.idp.kubernetes;

import dev.idp.Flaw;
import dev.idp.JsonForm;
import java.util.Optional;

/**
 * Some of a service's copies: a number of them or a percentage.
 *
 * @param amount how many copies, or how many percent
 * @param isPercentage whether it is a percentage
 */
public record Portion(int amount, boolean isPercentage) {

    static final JsonForm<Portion> JSON = JsonForm.text(Portion::toString, Portion::parse);

    /**
     * Returns a number of copies.
     *
     * @param number how many
     * @return the number
     */
    public static Portion copies(int number) {
        return new Portion(number, false);
    }

    /**
     * Returns a percentage of the copies.
     *
     * @param percent the percentage
     * @return the percentage
     */
    public static Portion percent(int percent) {
        return new Portion(percent, true);
    }

    static Portion parse(String text) {
        return text.endsWith("%")
                ? percent(Integer.parseInt(text.substring(0, text.length() - 1)))
                : copies(Integer.parseInt(text));
    }

    Optional<Flaw> flaw(String what, int least) {
        return amount >= least
                ? Optional.empty()
                : Optional.of(new Flaw(what + " cannot be " + this, "say " + least + " or more"));
    }

    /**
     * Tells whether it is more than all copies, whatever their number is.
     *
     * @return true for more than 100 percent
     */
    public boolean isMoreThanAll() {
        return isPercentage && amount > 100;
    }

    /** Returns for example {@code 2} or {@code 25%}. */
    @Override
    public String toString() {
        return isPercentage ? amount + "%" : Integer.toString(amount);
    }
}
