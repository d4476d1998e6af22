package dev.idp.kubernetes.internal.schema;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads what a schema says of texts, numbers and booleans. */
final class ScalarReader {

    private ScalarReader() {}

    static ScalarSchema read(Map<?, ?> said) {
        List<Object> allowed =
                Said.list(said.get("enum")).stream().<Object>map(Values::normal).toList();
        Optional<Pattern> pattern = Optional.of(Said.text(said, "pattern"))
                .filter(text -> !text.isEmpty())
                .flatMap(GoPattern::of);
        Range length = Said.range(said, "minLength", "maxLength");
        Range bounds = Said.range(said, "minimum", "maximum");
        Optional<BigDecimal> multipleOf = Said.number(said, "multipleOf");
        Format format = format(Said.text(said, "format"));
        boolean saysNothing = allowed.isEmpty()
                && pattern.isEmpty()
                && length.equals(Range.ALL)
                && bounds.equals(Range.ALL)
                && multipleOf.isEmpty()
                && format == Format.ANY;
        return saysNothing ? ScalarSchema.ANY : new ScalarSchema(allowed, pattern, length, bounds, multipleOf, format);
    }

    /** The API server passes over forms that it does not know. */
    private static Format format(String name) {
        return switch (name) {
            case "int32" -> Format.INT32;
            case "int64" -> Format.INT64;
            case "byte" -> Format.BASE64;
            case "date-time" -> Format.DATE_TIME;
            case "date" -> Format.DATE;
            case "duration" -> Format.SPAN;
            default -> Format.ANY;
        };
    }
}
