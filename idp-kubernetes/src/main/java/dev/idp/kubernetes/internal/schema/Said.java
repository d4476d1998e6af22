package dev.idp.kubernetes.internal.schema;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What stands in a description of which nobody knows whether it makes sense. */
final class Said {

    private Said() {}

    static Map<?, ?> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }

    static String text(Map<?, ?> said, String key) {
        return said.get(key) instanceof String text ? text : "";
    }

    static boolean isTrue(Map<?, ?> said, String key) {
        return Boolean.TRUE.equals(said.get(key));
    }

    static Optional<BigDecimal> number(Map<?, ?> said, String key) {
        return said.get(key) instanceof Number number ? Values.number(number) : Optional.empty();
    }

    static Range range(Map<?, ?> said, String least, String most) {
        BigDecimal from = number(said, least).orElse(null);
        BigDecimal to = number(said, most).orElse(null);
        return from == null && to == null
                ? Range.ALL
                : new Range(from, to, isTrue(said, "exclusiveMinimum"), isTrue(said, "exclusiveMaximum"));
    }
}
