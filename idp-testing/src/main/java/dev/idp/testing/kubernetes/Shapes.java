package dev.idp.testing.kubernetes;

import dev.idp.testing.kubernetes.Shape.Captured;
import dev.idp.testing.kubernetes.Shape.Mismatch;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The shapes that there are. */
final class Shapes {

    private static final int SHOWN = 80;

    private Shapes() {}

    /** What can be compared, and afterwards kept. */
    sealed interface Known extends Shape permits Value, Fields, Containing, Exactly, Absent, Some, Not, Capturing {

        /** Keeps what is to be kept of what matched. */
        default void keep(Object actual) {}
    }

    static Known of(@Nullable Object shape) {
        if (shape instanceof Known known) {
            return known;
        }
        if (shape == null) {
            return Absent.ABSENT;
        }
        if (shape instanceof Map<?, ?> map) {
            Map<String, Known> fields = new LinkedHashMap<>();
            map.forEach((name, value) -> fields.put((String) name, of(value)));
            return new Fields(fields);
        }
        if (shape instanceof List<?> list) {
            return new Exactly(list.stream().map(Shapes::of).toList());
        }
        if (shape instanceof String || shape instanceof Number || shape instanceof Boolean) {
            return new Value(shape);
        }
        throw new IllegalArgumentException("no object has a " + shape.getClass().getSimpleName() + ": " + shape);
    }

    private static List<Mismatch> otherwise(String pointer, String expected, @Nullable Object actual) {
        return List.of(new Mismatch(
                pointer,
                "expected " + expected + (actual == null ? ", but there is nothing" : ", but it is " + text(actual)),
                actual != null));
    }

    /** What is long is shown by how it starts. */
    static String text(@Nullable Object value) {
        String text = value instanceof String ? "\"" + value + "\"" : String.valueOf(value);
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }

    static String below(String pointer, String name) {
        return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    /** A text, a number or a boolean. */
    record Value(Object expected) implements Known {

        @Override
        public List<Mismatch> compare(@Nullable Object actual, String pointer) {
            return isSame(actual) ? List.of() : otherwise(pointer, text(expected), actual);
        }

        /** Numbers are the same whatever their types. */
        private boolean isSame(@Nullable Object actual) {
            return (expected instanceof Number && actual instanceof Number)
                    ? new BigDecimal(expected.toString()).compareTo(new BigDecimal(actual.toString())) == 0
                    : expected.equals(actual);
        }

        @Override
        public String toString() {
            return text(expected);
        }
    }

    /** A map with some fields. */
    record Fields(Map<String, Known> fields) implements Known {

        @Override
        public List<Mismatch> compare(@Nullable Object actual, String pointer) {
            if (!(actual instanceof Map<?, ?> map)) {
                return otherwise(pointer, toString(), actual);
            }
            List<Mismatch> all = new ArrayList<>();
            fields.forEach((name, shape) -> all.addAll(shape.compare(map.get(name), below(pointer, name))));
            return all;
        }

        @Override
        public void keep(Object actual) {
            fields.forEach((name, shape) ->
                    Optional.<Object>ofNullable(((Map<?, ?>) actual).get(name)).ifPresent(shape::keep));
        }

        @Override
        public String toString() {
            return fields.entrySet().stream()
                    .map(field -> field.getKey() + ": " + field.getValue())
                    .collect(Collectors.joining(", ", "{", "}"));
        }
    }

    /** A list with some elements, each of which can be only one of those that are there. */
    record Containing(List<Known> elements) implements Known {

        @Override
        public List<Mismatch> compare(@Nullable Object actual, String pointer) {
            if (!(actual instanceof List<?> list)) {
                return otherwise(pointer, "a list with " + elements, actual);
            }
            Assignment assignment = Assignment.of(elements, list, pointer);
            List<Mismatch> all = new ArrayList<>();
            for (int missing : assignment.missing()) {
                all.addAll(missing(elements.get(missing), list, pointer, assignment));
            }
            return all;
        }

        private static List<Mismatch> missing(Known shape, List<?> list, String pointer, Assignment assignment) {
            Optional<Closest> closest = assignment.free().stream()
                    .map(place -> new Closest(place, shape.compare(list.get(place), pointer + "/" + place)))
                    .min(Comparator.comparingInt(
                                    (Closest found) -> found.mismatches().size())
                            .thenComparing(Closest::place));
            List<Mismatch> all = new ArrayList<>();
            all.add(new Mismatch(
                    pointer,
                    "expected an element " + shape + ", but there is none"
                            + closest.map(found -> "; the closest is " + pointer + "/" + found.place() + ":")
                                    .orElse(""),
                    true));
            closest.ifPresent(found -> all.addAll(found.mismatches()));
            return all;
        }

        private record Closest(int place, List<Mismatch> mismatches) {}

        @Override
        public void keep(Object actual) {
            List<?> list = (List<?>) actual;
            Assignment.of(elements, list, "").places().forEach((element, place) -> elements.get(element)
                    .keep(list.get(place)));
        }

        @Override
        public String toString() {
            return "a list with " + elements;
        }
    }

    /** A list of exactly these elements. */
    record Exactly(List<Known> elements) implements Known {

        @Override
        public List<Mismatch> compare(@Nullable Object actual, String pointer) {
            if (!(actual instanceof List<?> list)) {
                return otherwise(pointer, toString(), actual);
            }
            List<Mismatch> all = new ArrayList<>();
            for (int i = 0; i < Math.max(elements.size(), list.size()); i++) {
                Known shape = i < elements.size() ? elements.get(i) : Absent.ABSENT;
                all.addAll(shape.compare(i < list.size() ? list.get(i) : null, pointer + "/" + i));
            }
            return all;
        }

        @Override
        public void keep(Object actual) {
            for (int i = 0; i < elements.size(); i++) {
                elements.get(i).keep(((List<?>) actual).get(i));
            }
        }

        @Override
        public String toString() {
            return elements.toString();
        }
    }

    /** Nothing. */
    enum Absent implements Known {
        /** There is only one. */
        ABSENT;

        @Override
        public List<Mismatch> compare(@Nullable Object actual, String pointer) {
            return actual == null ? List.of() : otherwise(pointer, "nothing", actual);
        }

        @Override
        public String toString() {
            return "nothing";
        }
    }

    /** Something of which something holds. */
    record Some(String expected, Predicate<Object> holds) implements Known {

        @Override
        public List<Mismatch> compare(@Nullable Object actual, String pointer) {
            return actual != null && holds.test(actual) ? List.of() : otherwise(pointer, expected, actual);
        }

        @Override
        public String toString() {
            return expected;
        }
    }

    /** Anything else. */
    record Not(Known shape) implements Known {

        @Override
        public List<Mismatch> compare(@Nullable Object actual, String pointer) {
            return shape.compare(actual, pointer).isEmpty() ? otherwise(pointer, toString(), actual) : List.of();
        }

        @Override
        public String toString() {
            return "not " + shape;
        }
    }

    /** Something to keep. */
    record Capturing(Captured into) implements Known {

        @Override
        public List<Mismatch> compare(@Nullable Object actual, String pointer) {
            return actual == null ? otherwise(pointer, "anything", null) : List.of();
        }

        @Override
        public void keep(Object actual) {
            into.add(actual);
        }

        @Override
        public String toString() {
            return "anything";
        }
    }
}
