package dev.idp.kubernetes.internal.schema;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fabric8.kubernetes.api.model.Duration;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.Quantity;
import java.time.temporal.Temporal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Schemas of Kubernetes' own kinds, by the fields of the classes that Fabric8 has for them; what classes do not tell comes
 * from {@link RequiredFields}, {@link KnownValues} and {@link FieldForms}. Each class is looked at once, when it is met.
 */
final class ModelSchemas {

    private static final JsonMapper MAPPER = new JsonMapper();

    private static final Map<Class<?>, Supplier<Schema>> SCHEMAS = new ConcurrentHashMap<>();

    private static final Schema QUANTITY = Schema.of(Type.NUMBER_OR_TEXT).with(ScalarSchema.ANY.in(Format.QUANTITY));

    private static final Schema DURATION = Schema.of(Type.TEXT).with(ScalarSchema.ANY.in(Format.DURATION));

    private static final Schema INT32 = Schema.of(Type.INTEGER).with(ScalarSchema.ANY.in(Format.INT32));

    private static final Schema INT64 = Schema.of(Type.INTEGER).with(ScalarSchema.ANY.in(Format.INT64));

    private ModelSchemas() {}

    /** Returns the schema of the metadata that every object has. */
    static Schema metadata() {
        return of(ObjectMeta.class).get();
    }

    static Supplier<Schema> of(Class<?> type) {
        return SCHEMAS.computeIfAbsent(type, met -> new Lazy<>(() -> ofClass(met)));
    }

    private static Schema ofClass(Class<?> type) {
        Map<String, Supplier<Schema>> properties = new LinkedHashMap<>();
        for (BeanPropertyDefinition property : MAPPER.getDeserializationConfig()
                .introspect(MAPPER.constructType(type))
                .findProperties()) {
            JavaType of = property.getPrimaryType();
            if (property.getPrimaryMember() != null
                    && property.getPrimaryMember().hasAnnotation(JsonUnwrapped.class)) {
                properties.putAll(of(of.getRawClass()).get().map().properties());
            } else {
                properties.put(
                        property.getName(),
                        keyed(type, property.getName(), said(type, property.getName(), ofType(of))));
            }
        }
        return properties.isEmpty()
                ? Schema.of(Type.ANY)
                : Schema.of(MapSchema.of(properties, RequiredFields.of(type)));
    }

    private static Supplier<Schema> keyed(Class<?> type, String field, Supplier<Schema> schema) {
        List<ListKey> keys = MergeKeys.of(type, field);
        return keys.isEmpty()
                ? schema
                : new Lazy<>(() -> schema.get().with(schema.get().list().by(keys)));
    }

    private static Supplier<Schema> said(Class<?> type, String field, Supplier<Schema> schema) {
        return KnownValues.of(type, field)
                .map(values -> known(schema, ScalarSchema.ANY.oneOf(values)))
                .or(() -> FieldForms.of(type, field).map(form -> known(schema, form)))
                .orElse(schema);
    }

    /** What is said of a list, or of the values of a map, is meant of each. */
    private static Supplier<Schema> known(Supplier<Schema> schema, ScalarSchema scalar) {
        return new Lazy<>(() -> {
            Schema made = schema.get();
            if (made.list().items().isPresent()) {
                return made.with(ListSchema.of(known(made.list().items().get(), scalar)));
            }
            return made.map().others().isPresent()
                    ? Schema.of(MapSchema.ofAll(known(made.map().others().get(), scalar)))
                    : made.with(scalar);
        });
    }

    private static Supplier<Schema> ofType(JavaType type) {
        Class<?> raw = type.getRawClass();
        if (type.isMapLikeType()) {
            Supplier<Schema> values = ofType(type.getContentType());
            return new Lazy<>(() -> Schema.of(MapSchema.ofAll(values)));
        }
        if (type.isCollectionLikeType()) {
            Supplier<Schema> items = ofType(type.getContentType());
            return new Lazy<>(() -> Schema.of(Type.LIST).with(ListSchema.of(items)));
        }
        if (raw == IntOrString.class) {
            return () -> Schema.of(Type.INTEGER_OR_TEXT);
        }
        if (raw == Quantity.class) {
            return () -> QUANTITY;
        }
        if (raw == Duration.class) {
            return () -> DURATION;
        }
        return isModel(raw) ? of(raw) : scalar(raw);
    }

    /** Of what has a way of its own into Java, its fields tell nothing. */
    private static boolean isModel(Class<?> type) {
        JsonDeserialize way = type.getAnnotation(JsonDeserialize.class);
        return type.getName().startsWith(ModelKinds.PACKAGE)
                && way != null
                && way.using() == JsonDeserializer.None.class;
    }

    private static Supplier<Schema> scalar(Class<?> type) {
        Schema schema;
        if (type == String.class || type == byte[].class || Temporal.class.isAssignableFrom(type) || type.isEnum()) {
            schema = Schema.of(Type.TEXT);
        } else if (type == Boolean.class || type == boolean.class) {
            schema = Schema.of(Type.BOOLEAN);
        } else if (type == Integer.class || type == int.class) {
            schema = INT32;
        } else if (type == Long.class || type == long.class) {
            schema = INT64;
        } else if (Set.of(Double.class, Float.class, double.class, float.class, Number.class)
                .contains(type)) {
            schema = Schema.of(Type.NUMBER);
        } else {
            schema = Schema.ANYTHING;
        }
        return () -> schema;
    }
}
