package dev.idp.kubernetes.internal.schema;

import dev.idp.kubernetes.check.Field;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
        if (schema.unique() && items.size() > 1) {
            distinct(items, List.of());
        } else if (!schema.keys().isEmpty() && items.size() > 1) {
            distinct(items, schema.keys());
        }
    }

    private void distinct(List<Field> items, List<String> keys) {
        Map<Object, Field> seen = new HashMap<>();
        for (Field item : items) {
            Object identity = keys.isEmpty()
                    ? Values.of(item)
                    : keys.stream().map(key -> Values.of(item.get(key))).toList();
            Field first = seen.putIfAbsent(identity, item);
            if (first != null) {
                validator.report(
                        Concern.BAD_VALUE,
                        item,
                        FieldPath.of(item) + " has the same " + (keys.isEmpty() ? "value" : String.join(" and ", keys))
                                + " as " + FieldPath.of(first),
                        "keep one of them");
            }
        }
    }
}
