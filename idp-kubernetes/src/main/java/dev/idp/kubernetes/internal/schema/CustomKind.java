package dev.idp.kubernetes.internal.schema;

import dev.idp.kubernetes.check.Field;
import dev.idp.kubernetes.check.ManifestObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A kind that a custom resource definition brings.
 *
 * @param group the group of its API
 * @param kind its name
 * @param versions its versions by name, in the order in which they are defined
 */
public record CustomKind(String group, String kind, Map<String, Version> versions) {

    /**
     * A version of a custom kind.
     *
     * @param served whether the API server takes it
     * @param schema what its objects may be, but for the metadata that all have
     */
    public record Version(boolean served, Supplier<Schema> schema) {}

    /**
     * Reads a definition.
     *
     * @param object any object
     * @return the kind; empty if the object defines none
     */
    public static Optional<CustomKind> of(ManifestObject object) {
        if (!object.kind().equals("CustomResourceDefinition")
                || !object.apiVersion().equals("apiextensions.k8s.io/v1")) {
            return Optional.empty();
        }
        Map<String, Version> versions = new LinkedHashMap<>();
        for (Field version : object.at("spec", "versions").items()) {
            version.get("name")
                    .text()
                    .ifPresent(name -> versions.put(
                            name,
                            new Version(
                                    !version.get("served").isFalse(),
                                    new Lazy<>(() -> schema(version.at("schema", "openAPIV3Schema"))))));
        }
        return Optional.of(new CustomKind(
                object.at("spec", "group").text().orElse(""),
                object.at("spec", "names", "kind").text().orElse(""),
                versions));
    }

    private static Schema schema(Field described) {
        if (!described.isMap()) {
            return Schema.ANYTHING;
        }
        Schema said =
                SchemaReader.structural().read(described.value().orElseThrow()).get();
        MapSchema map = said.map();
        Map<String, Supplier<Schema>> properties = new LinkedHashMap<>(map.properties());
        properties.keySet().removeAll(Set.of("apiVersion", "kind"));
        properties.computeIfPresent(
                "metadata", (name, schema) -> SchemaReader.branch(described.at("properties", name)));
        return said.with(new MapSchema(properties, map.required(), map.others(), map.open(), true, map.size()));
    }

    /**
     * Checks an object of this kind.
     *
     * @param object the object
     * @param version a version of this kind
     * @param validator takes what is found
     */
    public static void check(ManifestObject object, Version version, Validator validator) {
        validator.object(object.root(), version.schema().get());
        validator.metadata(object);
    }
}
