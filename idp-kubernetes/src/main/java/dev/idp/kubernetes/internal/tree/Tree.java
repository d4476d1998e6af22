package dev.idp.kubernetes.internal.tree;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an object says: maps, lists and scalars, each with the line that it starts on, or 0 if it is in no file. */
public sealed interface Tree {

    /**
     * Returns a map that is in no file.
     *
     * @param fields the values by their names
     * @return the map
     */
    static Fields map(Map<String, Tree> fields) {
        return new Fields(fields, 0);
    }

    /**
     * Returns a list that is in no file.
     *
     * @param elements its elements
     * @return the list
     */
    static Elements list(List<Tree> elements) {
        return new Elements(elements, 0);
    }

    /**
     * Returns what is made of nothing else, and is in no file.
     *
     * @param value a value as {@link Scalar#value()} has it
     * @return the scalar
     */
    static Scalar scalar(@Nullable Object value) {
        return new Scalar(value, 0);
    }

    /**
     * Returns where it starts.
     *
     * @return the line, from 1; 0 if it is in no file
     */
    int line();

    /**
     * Returns what names lead to.
     *
     * @param names the name of a field, the name of a field of that, and so on
     * @return the value; empty if there is none
     */
    default Optional<Tree> find(String... names) {
        Tree tree = this;
        for (String name : names) {
            tree = tree instanceof Fields map ? map.fields().get(name) : null;
            if (tree == null) {
                return Optional.empty();
            }
        }
        return Optional.of(tree);
    }

    /**
     * Returns a text.
     *
     * @param names what leads to it
     * @return the text; empty if there is none, or something else
     */
    default String text(String... names) {
        return find(names).orElse(null) instanceof Scalar scalar && scalar.value() instanceof String text ? text : "";
    }

    /**
     * Tells whether something is true.
     *
     * @param names what leads to it
     * @return false if there is none, or something else
     */
    default boolean isTrue(String... names) {
        return find(names).orElse(null) instanceof Scalar scalar && Boolean.TRUE.equals(scalar.value());
    }

    /**
     * Returns the fields of a map.
     *
     * @param names what leads to it
     * @return its fields; none if there is none, or something else
     */
    default Map<String, Tree> fieldsOf(String... names) {
        return find(names).orElse(null) instanceof Fields map ? map.fields() : Map.of();
    }

    /**
     * Returns the elements of a list.
     *
     * @param names what leads to it
     * @return its elements; none if there is none, or something else
     */
    default List<Tree> elementsOf(String... names) {
        return find(names).orElse(null) instanceof Elements list ? list.elements() : List.of();
    }

    /**
     * Returns whether it holds nothing.
     *
     * @return true of no value, and of a map or a list of none
     */
    default boolean isEmpty() {
        if (this instanceof Fields map) {
            return map.fields().isEmpty();
        }
        return this instanceof Elements list ? list.elements().isEmpty() : ((Scalar) this).value() == null;
    }

    /**
     * Returns it as Java has it.
     *
     * @return a map, a list, or what a scalar holds
     */
    default @Nullable Object plain() {
        if (this instanceof Fields map) {
            Map<String, @Nullable Object> plain = new LinkedHashMap<>();
            map.fields().forEach((name, value) -> plain.put(name, value.plain()));
            return plain;
        }
        if (this instanceof Elements list) {
            List<@Nullable Object> plain = new ArrayList<>();
            list.elements().forEach(element -> plain.add(element.plain()));
            return plain;
        }
        return ((Scalar) this).value();
    }

    /**
     * A map, in the order in which it is written.
     *
     * @param fields the values by their names
     * @param line where it starts
     */
    record Fields(Map<String, Tree> fields, int line) implements Tree {}

    /**
     * A list.
     *
     * @param elements its elements
     * @param line where it starts
     */
    record Elements(List<Tree> elements, int line) implements Tree {}

    /**
     * Anything that is made of nothing else.
     *
     * @param value a text, a boolean, a {@link Long}, a {@link java.math.BigInteger}, a {@link Double}, or {@code null}
     * @param line where it stands
     */
    record Scalar(@Nullable Object value, int line) implements Tree {}
}
