package dev.idp.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import dev.idp.Flaw;
import java.util.ArrayList;
import java.util.List;

/** What can be wrong with an object that a user made. */
final class ObjectFlaws {

    private static final List<String> NEEDED = List.of("/apiVersion", "/kind", "/metadata/name");

    private static final List<String> OF_THE_CLUSTER =
            List.of("/status", "/metadata/resourceVersion", "/metadata/uid", "/metadata/managedFields");

    private static final List<String> VALUES = List.of("/data", "/stringData");

    private ObjectFlaws() {}

    static List<Flaw> of(JsonNode object, boolean isNamespaced) {
        List<Flaw> flaws = new ArrayList<>();
        NEEDED.stream()
                .filter(pointer -> object.at(pointer).asText().isBlank())
                .forEach(pointer -> flaws.add(new Flaw("has no " + name(pointer), "say it")));
        OF_THE_CLUSTER.stream()
                .filter(pointer -> isSaid(object.at(pointer)))
                .forEach(pointer ->
                        flaws.add(new Flaw("carries " + name(pointer) + ", which only a cluster can say", "strip it")));
        String namespace = object.at("/metadata/namespace").asText();
        if (!isNamespaced && !namespace.isBlank()) {
            flaws.add(new Flaw(
                    "belongs to the cluster as a whole and names namespace '" + namespace + "'",
                    "remove the namespace, or make it with Kubernetes.objects(...) if it belongs to one"));
        }
        if (holdsSecret(object)) {
            flaws.add(new Flaw(
                    "is a Secret with values, which would stand in files for all to read",
                    "refer to a secret that exists, or add what makes one from a store"));
        }
        return flaws;
    }

    /** Whether an object is a Secret that says what is secret. */
    static boolean holdsSecret(JsonNode object) {
        return object.path("kind").asText().equals("Secret")
                && object.path("apiVersion").asText().equals("v1")
                && VALUES.stream().anyMatch(pointer -> isSaid(object.at(pointer)));
    }

    /** An empty map says nothing; some classes of Fabric8 write one. */
    private static boolean isSaid(JsonNode value) {
        return !value.isMissingNode() && !value.isNull() && !(value.isContainerNode() && value.isEmpty());
    }

    private static String name(String pointer) {
        return pointer.substring(pointer.lastIndexOf('/') + 1);
    }
}
