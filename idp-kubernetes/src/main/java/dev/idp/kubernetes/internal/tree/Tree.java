package dev.idp.kubernetes.internal.tree;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an object says: maps, lists and scalars, each with the line that it starts on, or 0 if it is in no file. */
public sealed interface Tree {

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
