package dev.idp.kubernetes.internal.schema;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Other schemas that have a say about a value.
 *
 * @param all those that it must keep to
 * @param any those of which it must keep to one at least; none if there are no such
 * @param one those of which it must keep to exactly one; none if there are no such
 * @param none the one that it must not keep to
 */
record Combination(
        List<Supplier<Schema>> all,
        List<Supplier<Schema>> any,
        List<Supplier<Schema>> one,
        Optional<Supplier<Schema>> none) {

    static final Combination NONE = new Combination(List.of(), List.of(), List.of(), Optional.empty());

    boolean isNone() {
        return all.isEmpty() && any.isEmpty() && one.isEmpty() && none.isEmpty();
    }
}
