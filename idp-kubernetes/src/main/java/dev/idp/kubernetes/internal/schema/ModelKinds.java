package dev.idp.kubernetes.internal.schema;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KubernetesResource;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The kinds of Kubernetes' own of which Fabric8's modules on the class path have a class.
 *
 * <p>They are looked up in the lists of classes that the modules bring for {@link java.util.ServiceLoader}, which would load
 * every one of them before the first is asked for.
 */
final class ModelKinds {

    static final String PACKAGE = "io.fabric8.kubernetes.api.model.";

    private static final String LIST = "META-INF/services/" + KubernetesResource.class.getName();

    private static final Supplier<Map<String, List<String>>> CLASSES = new Lazy<>(ModelKinds::classes);

    /** By the version of the API, with the group, and the kind. */
    private static final Map<String, Optional<Supplier<Schema>>> KINDS = new ConcurrentHashMap<>();

    private ModelKinds() {}

    /** Returns the schema of a kind; empty if nothing is known of it. */
    static Optional<Schema> of(String apiVersion, String kind) {
        List<String> candidates = CLASSES.get().get(kind);
        // What is not known is not kept: anybody may ask for anything.
        return candidates == null
                ? Optional.empty()
                : KINDS.computeIfAbsent(apiVersion + " " + kind, key -> find(candidates, apiVersion))
                        .map(Supplier::get);
    }

    private static Optional<Supplier<Schema>> find(List<String> candidates, String apiVersion) {
        for (String candidate : candidates) {
            Class<?> type = load(candidate);
            if (HasMetadata.class.isAssignableFrom(type)
                    && HasMetadata.getApiVersion(type).equals(apiVersion)) {
                return Optional.of(ModelSchemas.of(type));
            }
        }
        return Optional.empty();
    }

    /** Returns the names of classes by those of kinds, which they share. */
    private static Map<String, List<String>> classes() {
        Map<String, List<String>> classes = new HashMap<>();
        try {
            for (URL list : Collections.list(loader().getResources(LIST))) {
                try (BufferedReader lines =
                        new BufferedReader(new InputStreamReader(list.openStream(), StandardCharsets.UTF_8))) {
                    lines.lines().filter(name -> name.startsWith(PACKAGE)).forEach(name -> classes.computeIfAbsent(
                                    name.substring(name.lastIndexOf('.') + 1), kind -> new ArrayList<>())
                            .add(name));
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return Map.copyOf(classes);
    }

    private static ClassLoader loader() {
        return KubernetesResource.class.getClassLoader();
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, loader());
        } catch (ClassNotFoundException gone) {
            throw new IllegalStateException("a module lists a class that it does not have: " + name, gone);
        }
    }
}
