package dev.idp.kubernetes.internal.apply;

import dev.idp.kubernetes.apply.ObjectKey;
import java.util.Optional;

/** Who said what stands in a field: looked up for what changes alone. */
@FunctionalInterface
public interface Because {

    /** Nobody knows. */
    Because UNKNOWN = (key, pointer) -> Optional.empty();

    /**
     * Looks it up.
     *
     * @param key the object
     * @param pointer the field, as a JSON pointer
     * @return who, and on which line
     */
    Optional<String> of(ObjectKey key, String pointer);
}
