package dev.idp.kubernetes.internal.schema;

import dev.idp.kubernetes.check.Field;
import dev.idp.kubernetes.internal.cel.Access;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Values as rules in CEL see them: with what the API server fills in, without fields that no schema knows, and with names
 * that CEL can pronounce.
 */
final class RuleValues {

    /** Something in it is seen by rules as what this library does not make of it. */
    private static final class Unclear extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unclear() {
            super(null, null, false, false);
        }
    }

    private RuleValues() {}

    /** Returns the value of a field; empty if rules see something in it that cannot be made here. */
    static Optional<Object> of(Field field, Schema schema) {
        try {
            return field.value().map(value -> value(value, schema));
        } catch (Unclear unclear) {
            return Optional.empty();
        }
    }

    private static Object value(@Nullable Object value, Schema schema) {
        if (value instanceof Map<?, ?> map) {
            return map(map, schema.map());
        }
        if (value instanceof List<?> list) {
            Schema items = schema.list().items().map(Supplier::get).orElse(Schema.ANYTHING);
            List<Object> elements = new ArrayList<>();
            list.forEach(element -> elements.add(value(element, items)));
            return elements;
        }
        if (value == null || schema.scalar().format().isTypedInRules()) {
            throw new Unclear();
        }
        return value instanceof Number number ? number(number, schema.type()) : value;
    }

    private static Object number(Number number, Type type) {
        boolean whole = number instanceof Long || number instanceof Integer;
        if (type == Type.NUMBER) {
            return number.doubleValue();
        }
        if (whole || (type == Type.INTEGER && number instanceof Double)) {
            return number.longValue();
        }
        throw new Unclear();
    }

    private static Object map(Map<?, ?> map, MapSchema schema) {
        Map<String, Object> fields = new HashMap<>();
        if (schema.properties().isEmpty()) {
            Schema others = schema.others().map(Supplier::get).orElse(Schema.ANYTHING);
            map.forEach((name, value) -> fields.put(String.valueOf(name), value(value, others)));
        }
        schema.properties().forEach((name, property) -> {
            Object said = map.get(name);
            Object value = said == null ? property.get().otherwise().orElse(null) : said;
            if (value != null) {
                fields.put(pronounced(name), value(value, property.get()));
            } else if (map.containsKey(name)) {
                throw new Unclear();
            }
        });
        if (schema.embedded()) {
            ofObject(map, fields);
        }
        return fields;
    }

    /** Of what every object has, rules see what it is and its name alone. */
    private static void ofObject(Map<?, ?> map, Map<String, Object> fields) {
        Map<String, Object> metadata = new HashMap<>();
        for (String name : List.of("name", "generateName")) {
            if (Said.map(map.get("metadata")).get(name) instanceof String text) {
                metadata.put(name, text);
            }
        }
        fields.put("metadata", metadata);
        for (String name : List.of("apiVersion", "kind")) {
            if (map.get(name) instanceof String text) {
                fields.put(name, text);
            }
        }
    }

    private static String pronounced(String name) {
        if (Access.WORDS.contains(name)) {
            return "__" + name + "__";
        }
        return name.replace("__", "__underscores__")
                .replace(".", "__dot__")
                .replace("-", "__dash__")
                .replace("/", "__slash__");
    }
}
