package dev.idp.kubernetes.admission;

import dev.idp.kubernetes.check.ManifestObject;
import dev.idp.kubernetes.internal.cel.Programs;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Objects as expressions see them: the API server keeps no field that is null, and no number beyond 64 bits but as a decimal. */
final class OfflineValue {

    private final Object nothing;

    OfflineValue(Programs programs) {
        this.nothing = programs.nothing();
    }

    Object of(ManifestObject object) {
        return object.root().value().map(this::of).orElse(Map.of());
    }

    private Object of(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> fields = new LinkedHashMap<>();
            map.forEach((name, field) -> {
                if (field != null) {
                    fields.put(String.valueOf(name), of(field));
                }
            });
            return fields;
        }
        if (value instanceof List<?> list) {
            List<Object> elements = new ArrayList<>();
            list.forEach(element -> elements.add(element(element)));
            return elements;
        }
        return value instanceof BigInteger number ? number.doubleValue() : value;
    }

    private Object element(@Nullable Object element) {
        return element == null ? nothing : of(element);
    }
}
