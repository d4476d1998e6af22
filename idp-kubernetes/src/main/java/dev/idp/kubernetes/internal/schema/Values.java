package dev.idp.kubernetes.internal.schema;

import dev.idp.kubernetes.check.Field;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Values in a form in which those that mean the same are equal. */
final class Values {

    private Values() {}

    /** Returns numbers as decimal ones, however they are written. */
    static Object normal(@Nullable Object value) {
        if (value instanceof Number number) {
            return number(number).<Object>map(BigDecimal::stripTrailingZeros).orElse(value);
        }
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> fields = new LinkedHashMap<>();
            map.forEach((key, field) -> fields.put(normal(key), normal(field)));
            return fields;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Values::normal).toList();
        }
        return value == null ? Optional.empty() : value;
    }

    static Object of(Field field) {
        return normal(field.value().orElse(null));
    }

    /** Returns a number; empty for what is none, as infinity. */
    static Optional<BigDecimal> number(Number number) {
        if (number instanceof BigDecimal decimal) {
            return Optional.of(decimal);
        }
        if (number instanceof BigInteger integer) {
            return Optional.of(new BigDecimal(integer));
        }
        if (number instanceof Double || number instanceof Float) {
            double value = number.doubleValue();
            return Double.isFinite(value) ? Optional.of(BigDecimal.valueOf(value)) : Optional.empty();
        }
        return Optional.of(BigDecimal.valueOf(number.longValue()));
    }
}
