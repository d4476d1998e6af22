package dev.idp.kubernetes.internal.tree;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * How Fabric8's types are written and read. There is one for all: it looks at each type once, which is most of what the first
 * objects cost.
 */
public final class ObjectMapping {

    /** Maps that users made may have an order of their own, or another one in each run, as {@code Map.of} has. */
    public static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private ObjectMapping() {}
}
