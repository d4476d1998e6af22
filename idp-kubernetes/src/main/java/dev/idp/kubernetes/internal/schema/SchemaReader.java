package dev.idp.kubernetes.internal.schema;

import dev.idp.kubernetes.check.Field;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads schemas as OpenAPI and custom resource definitions write them. What they say that makes no sense says nothing. */
final class SchemaReader {

    /** Forms that documents of clusters refer to, and which they describe as less than they are. */
    private static final Map<String, Schema> KNOWN = Map.of(
            "io.k8s.apimachinery.pkg.api.resource.Quantity",
            Schema.of(Type.NUMBER_OR_TEXT).with(ScalarSchema.ANY.in(Format.QUANTITY)),
            "io.k8s.apimachinery.pkg.util.intstr.IntOrString",
            Schema.of(Type.INTEGER_OR_TEXT),
            "io.k8s.apimachinery.pkg.apis.meta.v1.Duration",
            Schema.of(Type.TEXT).with(ScalarSchema.ANY.in(Format.DURATION)));

    private final Dialect dialect;
    private final Function<String, Supplier<Schema>> references;

    private enum Dialect {
        /** A map of which no field is known may hold any. */
        OPEN,
        /** A map holds the fields that are known, and no others. */
        CLOSED,
        /** A branch demands more of fields that are known already, and knows none itself. */
        BRANCH
    }

    private SchemaReader(Dialect dialect, Function<String, Supplier<Schema>> references) {
        this.dialect = dialect;
        this.references = references;
    }

    /** Returns a reader of documents of OpenAPI, which finds schemas by the names that references end in. */
    static SchemaReader ofOpenApi(Function<String, Supplier<Schema>> references) {
        return new SchemaReader(Dialect.OPEN, references);
    }

    /** Returns a reader of structural schemas, which refer to no others. */
    static SchemaReader structural() {
        return new SchemaReader(Dialect.CLOSED, name -> () -> Schema.ANYTHING);
    }

    /** Returns what more is demanded of something that is known already. */
    static Supplier<Schema> branch(Field described) {
        return structural().branches().read(described.value().orElse(null));
    }

    private SchemaReader branches() {
        return new SchemaReader(Dialect.BRANCH, references);
    }

    /** Reads maps, lists, texts, numbers and booleans. */
    Supplier<Schema> read(@Nullable Object source) {
        Map<?, ?> said = Said.map(source);
        if (said.get("$ref") instanceof String reference) {
            String name = reference.substring(reference.lastIndexOf('/') + 1);
            Schema known = KNOWN.get(name);
            return known == null ? references.apply(name) : () -> known;
        }
        // How OpenAPI 3 gives a default, or a text, to what it refers to.
        if (!said.containsKey("type")
                && !said.containsKey("properties")
                && said.get("allOf") instanceof List<?> all
                && all.size() == 1
                && Said.map(all.get(0)).containsKey("$ref")) {
            return read(all.get(0));
        }
        return new Lazy<>(() -> schema(said));
    }

    private Schema schema(Map<?, ?> said) {
        boolean intOrString =
                Said.isTrue(said, "x-kubernetes-int-or-string") || "int-or-string".equals(said.get("format"));
        return new Schema(
                intOrString ? Type.INTEGER_OR_TEXT : type(said),
                dialect == Dialect.BRANCH || Said.isTrue(said, "nullable"),
                Optional.<Object>ofNullable(said.get("default")),
                map(said),
                list(said),
                ScalarReader.read(said),
                intOrString ? combined(said, "allOf") : combination(said),
                expressions(said));
    }

    private static Type type(Map<?, ?> said) {
        if (!(said.get("type") instanceof String type)) {
            return Type.ANY;
        }
        return switch (type) {
            case "object" -> Type.MAP;
            case "array" -> Type.LIST;
            case "string" -> Type.TEXT;
            case "integer" -> Type.INTEGER;
            case "number" -> Type.NUMBER;
            case "boolean" -> Type.BOOLEAN;
            default -> Type.ANY;
        };
    }

    private MapSchema map(Map<?, ?> said) {
        Map<?, ?> described = Said.map(said.get("properties"));
        Map<String, Supplier<Schema>> properties = new LinkedHashMap<>();
        described.forEach((name, property) -> properties.put(String.valueOf(name), read(property)));
        Object others = said.get("additionalProperties");
        boolean embedded = Said.isTrue(said, "x-kubernetes-embedded-resource");
        boolean open = Boolean.TRUE.equals(others)
                || Said.isTrue(said, "x-kubernetes-preserve-unknown-fields")
                || isOpen(properties.isEmpty() && !embedded && !Boolean.FALSE.equals(others));
        Set<String> required = new LinkedHashSet<>();
        Said.list(said.get("required")).forEach(name -> required.add(String.valueOf(name)));
        return new MapSchema(
                properties,
                required,
                others instanceof Map ? Optional.of(read(others)) : Optional.empty(),
                open,
                embedded,
                Said.range(said, "minProperties", "maxProperties"));
    }

    private boolean isOpen(boolean knowsNothing) {
        return switch (dialect) {
            case OPEN -> knowsNothing;
            case CLOSED -> false;
            case BRANCH -> true;
        };
    }

    private ListSchema list(Map<?, ?> said) {
        Map<?, ?> items = Said.map(said.get("items"));
        boolean isMap = "map".equals(said.get("x-kubernetes-list-type"));
        Map<?, ?> fields = Said.map(items.get("properties"));
        List<ListKey> keys = new ArrayList<>();
        for (Object key : isMap ? Said.list(said.get("x-kubernetes-list-map-keys")) : List.of()) {
            Object otherwise = Said.map(fields.get(key)).get("default");
            keys.add(new ListKey(
                    String.valueOf(key), Optional.ofNullable(otherwise).map(Values::normal)));
        }
        return new ListSchema(
                said.get("items") instanceof Map ? Optional.of(read(items)) : Optional.empty(),
                Said.range(said, "minItems", "maxItems"),
                Said.isTrue(said, "uniqueItems") || "set".equals(said.get("x-kubernetes-list-type")),
                keys);
    }

    private Combination combination(Map<?, ?> said) {
        return new Combination(
                branches(said, "allOf"),
                branches(said, "anyOf"),
                branches(said, "oneOf"),
                said.get("not") instanceof Map<?, ?> not
                        ? Optional.of(branches().read(not))
                        : Optional.empty());
    }

    /** That it is a number or a text has been said. */
    private Combination combined(Map<?, ?> said, String key) {
        return new Combination(branches(said, key), List.of(), List.of(), Optional.empty());
    }

    private List<Supplier<Schema>> branches(Map<?, ?> said, String key) {
        return Said.list(said.get(key)).stream().map(branches()::read).toList();
    }

    private static List<Expression> expressions(Map<?, ?> said) {
        return Said.list(said.get("x-kubernetes-validations")).stream()
                .map(Said::map)
                .filter(rule -> rule.get("rule") instanceof String)
                .map(rule -> new Expression(
                        Said.text(rule, "rule"), Said.text(rule, "message"), Said.text(rule, "messageExpression")))
                .toList();
    }
}
