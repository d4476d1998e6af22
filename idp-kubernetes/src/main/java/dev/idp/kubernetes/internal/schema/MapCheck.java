package dev.idp.kubernetes.internal.schema;

import dev.idp.internal.text.Closest;
import dev.idp.kubernetes.check.Field;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Holds maps to what they may hold. */
final class MapCheck {

    /** What every object has, whether its schema mentions it or not. */
    private static final Set<String> OF_OBJECTS = Set.of("apiVersion", "kind", "metadata");

    private final Validator validator;

    MapCheck(Validator validator) {
        this.validator = validator;
    }

    void check(Field field, MapSchema schema, int depth) {
        Map<String, Field> entries = field.entries();
        if (validator.requires() && !schema.required().isEmpty()) {
            required(field, entries, schema);
        }
        schema.size()
                .brokenBy(entries.size())
                .ifPresent(broken -> validator.report(
                        Concern.BAD_VALUE,
                        field,
                        FieldPath.of(field) + " has " + broken + " fields",
                        "write as many as there may be"));
        entries.forEach((name, value) -> {
            Supplier<Schema> known = schema.properties().get(name);
            if (known != null) {
                Validator next = depth == 0 && name.equals("status") ? validator.lenient() : validator;
                next.check(value, known.get(), depth + 1);
            } else if (schema.others().isPresent()) {
                validator.check(value, schema.others().get().get(), depth + 1);
            } else if (!schema.open() && !(schema.embedded() && OF_OBJECTS.contains(name))) {
                unknown(value, schema);
            }
        });
    }

    private void required(Field field, Map<String, Field> entries, MapSchema schema) {
        for (String name : schema.required()) {
            Field value = entries.get(name);
            Supplier<Schema> known = schema.properties().get(name);
            if (isMissing(value) && (known == null || known.get().otherwise().isEmpty())) {
                Field missing = field.get(name);
                validator.report(Concern.MISSING_FIELD, missing, FieldPath.of(missing) + " is missing", "add it");
            }
        }
    }

    private boolean isMissing(@Nullable Field value) {
        if (value == null || validator.manners() == Manners.CUSTOM) {
            return value == null;
        }
        if (validator.manners() == Manners.DOCUMENTED) {
            return !value.isPresent();
        }
        return !value.isPresent()
                || value.text().filter(String::isEmpty).isPresent()
                || (value.isList() && value.items().isEmpty());
    }

    private void unknown(Field field, MapSchema schema) {
        Set<String> names = new TreeSet<>(schema.properties().keySet());
        if (schema.embedded()) {
            names.addAll(OF_OBJECTS);
        }
        Optional<String> closest = Closest.to(field.name(), names);
        validator.report(
                Concern.UNKNOWN_FIELD,
                field,
                "no field " + FieldPath.of(field) + " is known"
                        + closest.map(name -> ", did you mean '" + name + "'?").orElse(""),
                closest.map(name -> "write " + name).orElse("take it away: the API server refuses it, or drops it"));
    }
}
