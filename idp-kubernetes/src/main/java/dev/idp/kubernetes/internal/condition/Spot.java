package dev.idp.kubernetes.internal.condition;

import dev.idp.kubernetes.check.Container;
import dev.idp.kubernetes.check.Field;
import java.util.Optional;

/**
 * Where a condition does not hold.
 *
 * @param field the field that it is about
 * @param container the container that it was asked of, if it was asked of each
 */
public record Spot(Field field, Optional<Container> container) {

    static Spot at(Field field) {
        return new Spot(field, Optional.empty());
    }
}
