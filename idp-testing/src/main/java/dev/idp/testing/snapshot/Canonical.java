package dev.idp.testing.snapshot;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Trees in the one form that is written: what names a thing is first, then keys by the alphabet. */
final class Canonical {

    /** As people know it from Kubernetes; what follows them is in the order of the alphabet there as well. */
    private static final List<String> FIRST = List.of("apiVersion", "kind", "metadata", "name", "namespace");

    static final Comparator<String> ORDER =
            Comparator.comparingInt(Canonical::rank).thenComparing(Comparator.naturalOrder());

    private Canonical() {}

    private static int rank(String key) {
        int place = FIRST.indexOf(key);
        return place < 0 ? FIRST.size() : place;
    }

    static @Nullable Object of(@Nullable Object tree) {
        if (tree instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> sorted = new TreeMap<>(ORDER);
            map.forEach((key, value) -> sorted.put(String.valueOf(key), of(value)));
            return new LinkedHashMap<>(sorted);
        }
        if (tree instanceof List<?> list) {
            List<@Nullable Object> elements = new ArrayList<>();
            list.forEach(element -> elements.add(of(element)));
            return elements;
        }
        if (tree instanceof Number number) {
            return number(number);
        }
        return tree == null || tree instanceof Boolean ? tree : tree.toString();
    }

    /** As many types of numbers as reading knows. */
    private static Object number(Number number) {
        if (number instanceof BigDecimal || number instanceof Double || number instanceof Float) {
            return number.doubleValue();
        }
        return number instanceof BigInteger big && big.bitLength() >= Long.SIZE ? big : (Object) number.longValue();
    }
}
