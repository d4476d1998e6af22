package dev.idp.testing.kubernetes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a part of an object is expected to look like. What a shape does not mention may be whatever it is.
 *
 * <pre>{@code
 * fields("spec", fields(
 *     "replicas", 3,
 *     "paused", absent(),
 *     "template", fields("spec", fields("containers", containing(fields("name", "orders", "image", text("orders:.*")))))))
 * }</pre>
 *
 * <p>Wherever a shape is expected, a value will do: texts, numbers and booleans are expected as they are, a map has the fields
 * that it names, a list exactly its elements, in their order.
 */
public sealed interface Shape permits Shapes.Known {

    /**
     * Expects a map with some fields, and any others.
     *
     * @param namesAndShapes the name of a field, its shape or its value, the name of another field, and so on
     * @return the shape
     * @throws IllegalArgumentException if a name is no text, or the last one has no shape
     */
    static Shape fields(Object... namesAndShapes) {
        if (namesAndShapes.length % 2 != 0) {
            throw new IllegalArgumentException("each field has a name and a shape, and the last one has no shape: "
                    + namesAndShapes[namesAndShapes.length - 1]);
        }
        Map<String, Shapes.Known> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndShapes.length; i += 2) {
            if (!(namesAndShapes[i] instanceof String name)) {
                throw new IllegalArgumentException(
                        "the name of a field is a text, and this is none: " + namesAndShapes[i]);
            }
            fields.put(name, Shapes.of(namesAndShapes[i + 1]));
        }
        return new Shapes.Fields(fields);
    }

    /**
     * Expects a list that has an element for each of these, in any order, and any others.
     *
     * @param elements shapes or values
     * @return the shape
     */
    static Shape containing(Object... elements) {
        return new Shapes.Containing(all(elements));
    }

    /**
     * Expects a list of exactly these elements, in this order.
     *
     * @param elements shapes or values
     * @return the shape
     */
    static Shape listOf(Object... elements) {
        return new Shapes.Exactly(all(elements));
    }

    private static List<Shapes.Known> all(Object... elements) {
        List<Shapes.Known> all = new ArrayList<>();
        for (Object element : elements) {
            all.add(Shapes.of(element));
        }
        return List.copyOf(all);
    }

    /**
     * Expects that nothing is there.
     *
     * @return the shape
     */
    static Shape absent() {
        return Shapes.Absent.ABSENT;
    }

    /**
     * Expects that something is there.
     *
     * @return the shape
     */
    static Shape any() {
        return new Shapes.Some("anything", value -> true);
    }

    /**
     * Expects a text that matches as a whole.
     *
     * @param regex a regular expression, as {@link Pattern} has them
     * @return the shape
     */
    static Shape text(String regex) {
        Pattern pattern = Pattern.compile(regex);
        return new Shapes.Some(
                "a text like " + regex,
                value -> value instanceof String text && pattern.matcher(text).matches());
    }

    /**
     * Expects something of which something holds.
     *
     * @param expected what holds of it, as it is read after "expected"
     * @param holds whether it does, of a text, a boolean, a {@link Long}, a {@link java.math.BigInteger}, a {@link Double}, a
     *     map or a list
     * @return the shape
     */
    static Shape that(String expected, Predicate<Object> holds) {
        return new Shapes.Some(expected, holds);
    }

    /**
     * Expects anything but what a shape expects.
     *
     * @param shape the shape or the value
     * @return the shape
     */
    static Shape not(Object shape) {
        return new Shapes.Not(Shapes.of(shape));
    }

    /**
     * Expects something, and keeps it once everything else is as expected, for the test to go on with.
     *
     * @param into where it is kept
     * @return the shape
     */
    static Shape captured(Captured into) {
        return new Shapes.Capturing(into);
    }

    /** What shapes kept. */
    final class Captured {

        private final List<Object> values = new ArrayList<>();

        /** Keeps nothing yet. */
        public Captured() {}

        void add(Object value) {
            values.add(value);
        }

        /**
         * Returns all that was kept.
         *
         * @return texts, booleans, numbers, maps and lists, in the order in which they were found
         */
        public List<Object> values() {
            return List.copyOf(values);
        }

        /**
         * Returns the only thing that was kept.
         *
         * @return a text, a boolean, a number, a map or a list
         * @throws IllegalStateException if there is none, or more than one
         */
        public Object value() {
            if (values.size() != 1) {
                throw new IllegalStateException("one value was to be captured, and these were: " + values);
            }
            return values.get(0);
        }

        /** Returns what was kept. */
        @Override
        public String toString() {
            return values.toString();
        }
    }

    /**
     * Something that is otherwise than expected.
     *
     * @param pointer where it is, as a JSON pointer (RFC 6901)
     * @param message what was expected, and what it is
     * @param isThere whether anything is
     */
    record Mismatch(String pointer, String message, boolean isThere) {}

    /**
     * Compares something with this shape.
     *
     * @param actual what is there, or null if nothing is
     * @param pointer where it is, as a JSON pointer (RFC 6901)
     * @return what is otherwise; nothing if it matches
     */
    List<Mismatch> compare(@Nullable Object actual, String pointer);
}
