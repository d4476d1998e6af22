package dev.idp.kubernetes.internal.tree;

import java.util.List;
import java.util.Map;
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
