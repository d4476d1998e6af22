package dev.idp.kubernetes.internal.condition;

import dev.idp.kubernetes.check.Field;
import dev.idp.kubernetes.internal.cel.Access;
import dev.idp.kubernetes.internal.cel.Proposition;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What is asked of one field, in two languages.
 *
 * @param holds in Java; false for every field that is not there
 * @param question in the Common Expression Language, by what a field is called that is there
 */
public record Check(Predicate<Field> holds, Function<String, Proposition> question) {

    /** Something stands there, and not null. */
    public static final Check PRESENT =
            new Check(Field::isPresent, at -> Proposition.of(at + " != null", at + " == null"));

    /** It is true. */
    public static final Check TRUE = equalTo("true", Field::isTrue);

    /** It is false, and said to be. */
    public static final Check FALSE = equalTo("false", Field::isFalse);

    /**
     * It is a text.
     *
     * @param text the text
     * @return the check
     */
    public static Check is(String text) {
        return equalTo(
                Access.text(text), field -> field.text().filter(text::equals).isPresent());
    }

    /**
     * It is a whole number.
     *
     * @param number the number
     * @return the check
     */
    public static Check is(long number) {
        return number("==", "!=", number, value -> value == number);
    }

    /**
     * It is a whole number, and no less than another.
     *
     * @param least the other
     * @return the check
     */
    public static Check isAtLeast(long least) {
        return number(">=", "<", least, value -> value >= least);
    }

    /**
     * It is a whole number, and no greater than another.
     *
     * @param most the other
     * @return the check
     */
    public static Check isAtMost(long most) {
        return number("<=", ">", most, value -> value <= most);
    }

    /**
     * It is one of some texts.
     *
     * @param texts the texts
     * @return the check
     */
    public static Check isOneOf(Collection<String> texts) {
        Set<String> all = Set.copyOf(texts);
        String list = texts.stream().map(Access::text).collect(Collectors.joining(", ", "[", "]"));
        return new Check(
                field -> field.text().filter(all::contains).isPresent(),
                at -> Proposition.of(at + " in " + list, "!(" + at + " in " + list + ")"));
    }

    /**
     * It is a text that starts with another.
     *
     * @param start the other
     * @return the check
     */
    public static Check startsWith(String start) {
        return text("startsWith", Access.text(start), text -> text.startsWith(start));
    }

    /**
     * It is a text that ends with another.
     *
     * @param end the other
     * @return the check
     */
    public static Check endsWith(String end) {
        return text("endsWith", Access.text(end), text -> text.endsWith(end));
    }

    /**
     * It is a text that has another in it.
     *
     * @param part the other
     * @return the check
     */
    public static Check contains(String part) {
        return text("contains", Access.text(part), text -> text.contains(part));
    }

    /**
     * It is a text that has something in it that an expression describes.
     *
     * @param pattern the expression
     * @return the check
     */
    public static Check matches(CommonPattern pattern) {
        return text("matches", Access.raw(pattern.text()), pattern::isIn);
    }

    private static Check equalTo(String literal, Predicate<Field> holds) {
        return new Check(holds, at -> Proposition.of(at + " == " + literal, at + " != " + literal));
    }

    private static Check number(String operator, String opposite, long number, Predicate<Long> holds) {
        return new Check(
                field -> field.number().filter(holds).isPresent(),
                at -> Proposition.all(List.of(
                        Access.is(at, "int"),
                        Proposition.of(at + " " + operator + " " + number, at + " " + opposite + " " + number))));
    }

    private static Check text(String function, String argument, Predicate<String> holds) {
        return new Check(
                field -> field.text().filter(holds).isPresent(),
                at -> Proposition.all(
                        List.of(Access.is(at, "string"), Proposition.of(at + "." + function + "(" + argument + ")"))));
    }
}
