package dev.idp;

import dev.idp.internal.json.Fields;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Storage that each copy of a stateful service has for itself, and that outlives the copy.
 *
 * @param size how much of it there is
 * @param type the name under which the environment knows a kind of storage; empty for its usual one
 */
public record Storage(Memory size, String type) {

    static final JsonForm<Storage> JSON = new JsonForm<>(
            storage -> new TreeMap<>(Map.of("size", Memory.JSON.write().apply(storage.size), "type", storage.type)),
            json -> new Storage(
                    Memory.JSON.read().apply(Fields.of(json).text("size")),
                    Fields.of(json).text("type")));

    /**
     * Refuses null.
     *
     * @param size how much of it there is
     * @param type the name of a kind of storage; empty for the usual one
     */
    public Storage {
        Nulls.refuse(size, "the size of storage");
        Nulls.refuse(type, "the type of storage");
    }

    /**
     * Returns storage of the environment's usual kind.
     *
     * @param size how much of it there is
     * @return the storage
     */
    public static Storage of(Memory size) {
        return new Storage(size, "");
    }

    /**
     * Returns this storage of another kind.
     *
     * @param type the name under which the environment knows it, on Kubernetes a storage class
     * @return the storage
     */
    public Storage ofType(String type) {
        return new Storage(size, type);
    }

    /**
     * Finds what is wrong with the storage.
     *
     * @return the flaw, or empty
     */
    public Optional<Flaw> flaw() {
        return size.flaw().or(() -> type.isEmpty() ? Optional.empty() : Names.flawOfLabel(type, "a type of storage"));
    }

    /** Returns for example {@code 10Gi} or {@code 10Gi of fast}. */
    @Override
    public String toString() {
        return size + (type.isEmpty() ? "" : " of " + type);
    }
}
