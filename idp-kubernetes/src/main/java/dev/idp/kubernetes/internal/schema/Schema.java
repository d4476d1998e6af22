package dev.idp.kubernetes.internal.schema;

import java.util.List;
import java.util.Optional;

/**
 * What a value may be: what OpenAPI and the structural schemas of custom resources have in common.
 *
 * @param type its type
 * @param nullable whether null is a value like others
 * @param otherwise what the API server fills in where nothing stands; empty if it fills in nothing
 * @param map what holds if it is a map
 * @param list what holds if it is a list
 * @param scalar what holds if it is anything else
 * @param combination other schemas that have a say
 * @param expressions rules in CEL
 */
public record Schema(
        Type type,
        boolean nullable,
        Optional<Object> otherwise,
        MapSchema map,
        ListSchema list,
        ScalarSchema scalar,
        Combination combination,
        List<Expression> expressions) {

    /** Whatever anybody writes. */
    static final Schema ANYTHING = of(Type.ANY, MapSchema.OPEN);

    static Schema of(Type type) {
        return of(type, MapSchema.OPEN);
    }

    static Schema of(MapSchema map) {
        return of(Type.MAP, map);
    }

    private static Schema of(Type type, MapSchema map) {
        return new Schema(
                type, false, Optional.empty(), map, ListSchema.ANY, ScalarSchema.ANY, Combination.NONE, List.of());
    }

    Schema with(MapSchema fields) {
        return new Schema(type, nullable, otherwise, fields, list, scalar, combination, expressions);
    }

    Schema with(ListSchema elements) {
        return new Schema(type, nullable, otherwise, map, elements, scalar, combination, expressions);
    }

    Schema with(ScalarSchema value) {
        return new Schema(type, nullable, otherwise, map, list, value, combination, expressions);
    }
}
