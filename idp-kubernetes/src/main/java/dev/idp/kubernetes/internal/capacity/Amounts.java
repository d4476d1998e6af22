package dev.idp.kubernetes.internal.capacity;

import dev.idp.kubernetes.check.Field;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;

/**
 * Amounts by the names of resources. One that is not there was never said, which is another thing than zero.
 *
 * @param byResource the amounts
 */
record Amounts(Map<String, BigDecimal> byResource) {

    static final Amounts NONE = new Amounts(Map.of());

    /** What cannot be read is for the API server to refuse. */
    static Amounts of(Field map) {
        Map<String, BigDecimal> amounts = new TreeMap<>();
        map.entries()
                .forEach((name, value) ->
                        value.scalar().flatMap(Quantities::parse).ifPresent(amount -> amounts.put(name, amount)));
        return amounts.isEmpty() ? NONE : new Amounts(Collections.unmodifiableMap(amounts));
    }

    boolean has(String resource) {
        return byResource.containsKey(resource);
    }

    BigDecimal get(String resource) {
        return byResource.getOrDefault(resource, BigDecimal.ZERO);
    }

    Amounts plus(Amounts other) {
        return merge(other, BigDecimal::add);
    }

    Amounts max(Amounts other) {
        return merge(other, BigDecimal::max);
    }

    /** These, and of the others what these do not say. */
    Amounts orElse(Amounts others) {
        return merge(others, (mine, theirs) -> mine);
    }

    /** Of the others, what these speak of as well. */
    Amounts common(Amounts others) {
        Map<String, BigDecimal> common = new TreeMap<>(others.byResource);
        common.keySet().retainAll(byResource.keySet());
        return new Amounts(Collections.unmodifiableMap(common));
    }

    private Amounts merge(Amounts other, BinaryOperator<BigDecimal> both) {
        if (other.byResource.isEmpty()) {
            return this;
        }
        Map<String, BigDecimal> merged = new TreeMap<>(byResource);
        other.byResource.forEach((name, amount) -> merged.merge(name, amount, both));
        return new Amounts(Collections.unmodifiableMap(merged));
    }
}
