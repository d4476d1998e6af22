package dev.idp.kubernetes.internal.schema;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a list may hold.
 *
 * @param items what each element is; empty if there is nothing to say of them
 * @param size how many elements there may be
 * @param unique whether no two may be equal
 * @param keys the fields that no two may have in common; none if there are no such
 */
record ListSchema(Optional<Supplier<Schema>> items, Range size, boolean unique, List<ListKey> keys) {

    static final ListSchema ANY = new ListSchema(Optional.empty(), Range.ALL, false, List.of());

    static ListSchema of(Supplier<Schema> items) {
        return new ListSchema(Optional.of(items), Range.ALL, false, List.of());
    }

    ListSchema by(List<ListKey> fields) {
        return new ListSchema(items, size, unique, fields);
    }
}
