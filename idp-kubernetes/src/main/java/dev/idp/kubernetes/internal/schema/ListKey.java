package dev.idp.kubernetes.internal.schema;

import dev.idp.kubernetes.check.Field;
import java.util.Optional;

/**
 * A field that tells the elements of a list apart.
 *
 * @param field its name
 * @param otherwise what it is taken for where it is not there
 */
record ListKey(String field, Optional<Object> otherwise) {

    /** Returns the key of an element; empty if it has none. */
    Optional<Object> of(Field element) {
        return element.get(field).value().<Object>map(Values::normal).or(() -> otherwise);
    }

    @Override
    public String toString() {
        return field;
    }
}
