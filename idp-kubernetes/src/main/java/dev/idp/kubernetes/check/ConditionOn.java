package dev.idp.kubernetes.check;

import dev.idp.kubernetes.internal.condition.Check;
import dev.idp.kubernetes.internal.condition.CommonPattern;
import dev.idp.kubernetes.internal.condition.EachElement;
import dev.idp.kubernetes.internal.condition.Leaf;
import dev.idp.kubernetes.internal.condition.Target;
import dev.idp.kubernetes.internal.condition.Term;
import java.util.List;

/**
 * A condition on a field that lacks what to ask of it.
 *
 * @param <W> what has the field
 */
public final class ConditionOn<W extends HasFields> {

    private final Target<W> target;

    ConditionOn(Target<W> target) {
        this.target = target;
    }

    /**
     * Asks whether something stands there.
     *
     * @return what holds of everything but null
     */
    public Condition<W> isPresent() {
        return leaf(Check.PRESENT);
    }

    /**
     * Asks whether nothing stands there.
     *
     * @return what holds of null as well
     */
    public Condition<W> isAbsent() {
        return isPresent().negate();
    }

    /**
     * Asks whether it is true.
     *
     * @return what holds of {@code true} alone
     */
    public Condition<W> isTrue() {
        return leaf(Check.TRUE);
    }

    /**
     * Asks whether it is anything but true.
     *
     * @return what holds of fields that are not there as well
     */
    public Condition<W> isNotTrue() {
        return isTrue().negate();
    }

    /**
     * Asks whether it is said to be false.
     *
     * @return what holds of {@code false} alone
     */
    public Condition<W> isFalse() {
        return leaf(Check.FALSE);
    }

    /**
     * Asks whether it is anything but false.
     *
     * @return what holds of fields that are not there as well
     */
    public Condition<W> isNotFalse() {
        return isFalse().negate();
    }

    /**
     * Asks whether it is a text.
     *
     * @param text the text
     * @return what holds of this text alone
     */
    public Condition<W> is(String text) {
        return leaf(Check.is(text));
    }

    /**
     * Asks whether it is anything but a text.
     *
     * @param text the text
     * @return what holds of fields that are not there as well
     */
    public Condition<W> isNot(String text) {
        return is(text).negate();
    }

    /**
     * Asks whether it is a whole number.
     *
     * @param number the number
     * @return what holds of this number alone, not of a text of its digits
     */
    public Condition<W> is(long number) {
        return leaf(Check.is(number));
    }

    /**
     * Asks whether it is anything but a whole number.
     *
     * @param number the number
     * @return what holds of fields that are not there as well
     */
    public Condition<W> isNot(long number) {
        return is(number).negate();
    }

    /**
     * Asks whether it is no less than a number.
     *
     * @param least the number
     * @return what holds of whole numbers alone
     */
    public Condition<W> isAtLeast(long least) {
        return leaf(Check.isAtLeast(least));
    }

    /**
     * Asks whether it is no more than a number.
     *
     * @param most the number
     * @return what holds of whole numbers alone
     */
    public Condition<W> isAtMost(long most) {
        return leaf(Check.isAtMost(most));
    }

    /**
     * Asks whether it is one of some texts.
     *
     * @param texts the texts
     * @return what holds of these texts alone
     */
    public Condition<W> isOneOf(String... texts) {
        return leaf(Check.isOneOf(List.of(texts)));
    }

    /**
     * Asks whether it is a text that starts with another.
     *
     * @param start the other
     * @return what holds of such texts alone
     */
    public Condition<W> startsWith(String start) {
        return leaf(Check.startsWith(start));
    }

    /**
     * Asks whether it is a text that ends with another.
     *
     * @param end the other
     * @return what holds of such texts alone
     */
    public Condition<W> endsWith(String end) {
        return leaf(Check.endsWith(end));
    }

    /**
     * Asks whether it is a text that has another in it.
     *
     * @param part the other
     * @return what holds of such texts alone
     */
    public Condition<W> contains(String part) {
        return leaf(Check.contains(part));
    }

    /**
     * Asks whether it is a text that a regular expression describes from start to end.
     *
     * @param expression what Java and RE2 read alike: no look-around, no back references, no flags, no {@code \s}, {@code \b}
     *     or {@code \p}
     * @return what holds of such texts alone
     * @throws IllegalArgumentException if it is anything else; the message says what
     */
    public Condition<W> matches(String expression) {
        return leaf(Check.matches(CommonPattern.ofWhole(expression)));
    }

    /**
     * Asks whether it is a text with a part that a regular expression describes.
     *
     * @param expression what Java and RE2 read alike, as for {@link #matches}
     * @return what holds of such texts alone
     * @throws IllegalArgumentException if it is anything else; the message says what
     */
    public Condition<W> containsMatch(String expression) {
        return leaf(Check.matches(CommonPattern.ofPart(expression)));
    }

    /**
     * Asks something of each element of the list that it is.
     *
     * @param condition what is asked
     * @return what holds also of an empty list, and of what is no list
     */
    public Condition<W> each(Condition<? super Field> condition) {
        return new EachElement<>(target, false, Term.of(condition));
    }

    /**
     * Asks something of the elements of the list that it is.
     *
     * @param condition what is asked
     * @return what holds of lists alone, one of whose elements meets the condition
     */
    public Condition<W> any(Condition<? super Field> condition) {
        return each(Term.<Field>of(condition).negate()).negate();
    }

    /**
     * Asks something of each value of the map that it is.
     *
     * @param condition what is asked
     * @return what holds also of an empty map, and of what is no map
     */
    public Condition<W> eachValue(Condition<? super Field> condition) {
        return new EachElement<>(target, true, Term.of(condition));
    }

    /**
     * Asks something of the values of the map that it is.
     *
     * @param condition what is asked
     * @return what holds of maps alone, one of whose values meets the condition
     */
    public Condition<W> anyValue(Condition<? super Field> condition) {
        return eachValue(Term.<Field>of(condition).negate()).negate();
    }

    private Condition<W> leaf(Check check) {
        return new Leaf<>(target, check);
    }
}
