package dev.idp.kubernetes.internal.schema;

import dev.idp.kubernetes.check.Field;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Holds lists to what they may hold. */
final class ListCheck {

    private final Validator validator;

    ListCheck(Validator validator) {
        this.validator = validator;
    }

    void check(Field field, ListSchema schema, int depth) {
        List<Field> items = field.items();
        schema.size()
                .brokenBy(items.size())
                .ifPresent(broken -> validator.report(
                        Concern.BAD_VALUE,
                        field,
                        FieldPath.of(field) + " has " + broken + " elements",
                        "write as many as there may be"));
        schema.items().ifPresent(element -> items.forEach(item -> validator.check(item, element.get(), depth + 1)));
        if (items.size() > 1 && (schema.unique() || !schema.keys().isEmpty())) {
            distinct(items, schema.keys());
        }
    }

    private void distinct(List<Field> items, List<ListKey> keys) {
        Map<Object, Field> seen = new HashMap<>();
        for (Field item : items) {
            List<Optional<Object>> own = keys.stream().map(key -> key.of(item)).toList();
            Object identity = keys.isEmpty() ? Values.of(item) : own;
            boolean tells = keys.isEmpty() || own.get(0).isPresent();
            Field first = tells ? seen.putIfAbsent(identity, item) : null;
            if (first != null) {
                refuse(item, first, keys);
            }
        }
    }

    private void refuse(Field item, Field first, List<ListKey> keys) {
        String same =
                keys.isEmpty() ? "value" : keys.stream().map(ListKey::toString).collect(Collectors.joining(" and "));
        validator.report(
                Concern.DUPLICATE_KEY,
                item,
                FieldPath.of(item) + " has the same " + same + " as " + FieldPath.of(first),
                "keep one of them");
    }
}
