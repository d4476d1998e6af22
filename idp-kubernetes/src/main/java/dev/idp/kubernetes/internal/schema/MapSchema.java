package dev.idp.kubernetes.internal.schema;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What a map may hold.
 *
 * @param properties the fields that are known by name
 * @param required the names of those that must be there
 * @param others what all other fields are; empty if there is nothing to say of them
 * @param open whether there may be others of which nothing is said
 * @param embedded whether it is an object of Kubernetes, which has a kind and metadata of its own
 * @param size how many fields there may be
 */
record MapSchema(
        Map<String, Supplier<Schema>> properties,
        Set<String> required,
        Optional<Supplier<Schema>> others,
        boolean open,
        boolean embedded,
        Range size) {

    static final MapSchema OPEN = new MapSchema(Map.of(), Set.of(), Optional.empty(), true, false, Range.ALL);

    static MapSchema of(Map<String, Supplier<Schema>> properties, Set<String> required) {
        return new MapSchema(properties, required, Optional.empty(), false, false, Range.ALL);
    }

    static MapSchema ofAll(Supplier<Schema> others) {
        return new MapSchema(Map.of(), Set.of(), Optional.of(others), false, false, Range.ALL);
    }
}
