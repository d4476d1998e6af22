package dev.idp.kubernetes.internal.schema;

import dev.idp.kubernetes.check.Field;
import java.math.BigDecimal;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Forms of values that a type alone does not tell. Numbers are within their bounds, texts match. */
enum Format {
    ANY(Concern.BAD_VALUE, "", text -> true, Range.ALL),
    INT32(Concern.BAD_VALUE, "a number of 32 bits", text -> true, Range.of(Integer.MIN_VALUE, Integer.MAX_VALUE)),
    INT64(Concern.BAD_VALUE, "a number of 64 bits", text -> true, Range.of(Long.MIN_VALUE, Long.MAX_VALUE)),
    QUANTITY(Concern.BAD_QUANTITY, "a quantity like 500m or 1Gi", Patterns.QUANTITY.asMatchPredicate(), Range.ALL),
    DURATION(Concern.BAD_QUANTITY, "a duration like 30s or 1h30m", Patterns.DURATION.asMatchPredicate(), Range.ALL),
    SHARE(
            Concern.BAD_QUANTITY,
            "a number from 0 or a percentage like 25%",
            Patterns.PERCENTAGE.asMatchPredicate(),
            Range.of(0, Integer.MAX_VALUE)),
    PORT(Concern.BAD_VALUE, "a port from 1 to 65535 or the name of one", Format::isPortName, Range.of(1, 65535)),
    /** What the rules of definitions see as something else than a text. */
    DATE(Concern.BAD_VALUE, "a date", text -> true, Range.ALL),
    SPAN(Concern.BAD_VALUE, "a span of time", text -> true, Range.ALL),
    BASE64(Concern.BAD_VALUE, "a text encoded in Base64", Patterns.BASE64.asMatchPredicate(), Range.ALL),
    DATE_TIME(
            Concern.BAD_VALUE,
            "a date and time like 2027-01-31T12:00:00Z",
            Patterns.DATE_TIME.asMatchPredicate(),
            Range.ALL);

    private final Concern concern;
    private final String words;
    private final Predicate<String> texts;
    private final Range numbers;

    Format(Concern concern, String words, Predicate<String> texts, Range numbers) {
        this.concern = concern;
        this.words = words;
        this.texts = texts;
        this.numbers = numbers;
    }

    private static final class Patterns {

        static final Pattern QUANTITY =
                Pattern.compile("[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([KMGTPE]i|[numkMGTPE]|[eE][+-]?[0-9]+)?");

        static final Pattern DURATION =
                Pattern.compile("[+-]?(0|(([0-9]+(\\.[0-9]*)?|\\.[0-9]+)(ns|us|µs|μs|ms|s|m|h))+)");

        static final Pattern PERCENTAGE = Pattern.compile("[0-9]+%");

        /** Go's decoder passes over ends of lines, wherever they are. */
        static final Pattern BASE64 =
                Pattern.compile("[\\r\\n]*((?:[A-Za-z0-9+/][\\r\\n]*+){4})*+((?:[A-Za-z0-9+/][\\r\\n]*+){2}=[\\r\\n]*+="
                        + "|(?:[A-Za-z0-9+/][\\r\\n]*+){3}=)?[\\r\\n]*");

        static final Pattern DATE_TIME = Pattern.compile(
                "[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?([Zz]|[+-][0-9]{2}:[0-9]{2})");

        static final Pattern PORT_NAME = Pattern.compile("(?=.*[a-z])[a-z0-9]+(-[a-z0-9]+)*");
    }

    private static boolean isPortName(String text) {
        return text.length() <= 15 && Patterns.PORT_NAME.matcher(text).matches();
    }

    /** Tells whether rules in CEL see it as what it means, and not as a text. */
    boolean isTypedInRules() {
        return this == DATE || this == SPAN || this == DATE_TIME || this == BASE64;
    }

    Concern concern() {
        return concern;
    }

    boolean accepts(Field field) {
        if (this == ANY) {
            return true;
        }
        Object value = field.value().orElse("");
        if (value instanceof Number number) {
            return Values.number(number).filter(this::isWithin).isPresent();
        }
        return !(value instanceof String text) || texts.test(text);
    }

    private boolean isWithin(BigDecimal number) {
        return numbers.brokenBy(number).isEmpty();
    }

    /** Returns what is meant to stand there, in words. */
    @Override
    public String toString() {
        return words;
    }
}
