package dev.idp.testing.kubernetes;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Reads definitions of custom resources. */
final class Definitions {

    private Definitions() {}

    static List<HasMetadata> read(String[] places, Class<?> test, KubernetesClient client) throws IOException {
        List<HasMetadata> all = new ArrayList<>();
        for (String place : places) {
            int before = all.size();
            for (String yaml : texts(place, test)) {
                for (Object document : new Load(LoadSettings.builder().build()).loadAllFromString(yaml)) {
                    if (document != null) {
                        all.add(client.getKubernetesSerialization()
                                .convertValue(document, GenericKubernetesResource.class));
                    }
                }
            }
            if (all.size() == before) {
                throw new ExtensionConfigurationException("there are no definitions of custom resources in " + place);
            }
        }
        return all;
    }

    private static List<String> texts(String place, Class<?> test) throws IOException {
        Path path = Path.of(place);
        if (Files.isDirectory(path)) {
            List<String> texts = new ArrayList<>();
            try (Stream<Path> files = Files.list(path)) {
                for (Path file : files.filter(Definitions::isYaml).sorted().toList()) {
                    texts.add(Files.readString(file));
                }
            }
            return texts;
        }
        if (Files.exists(path)) {
            return List.of(Files.readString(path));
        }
        ClassLoader loader = Objects.requireNonNullElseGet(test.getClassLoader(), ClassLoader::getSystemClassLoader);
        try (@Nullable InputStream resource = loader.getResourceAsStream(place)) {
            if (resource == null) {
                throw new ExtensionConfigurationException("no definitions of custom resources at " + place
                        + ": it is no file, no directory, and no resource of the class path");
            }
            return List.of(new String(resource.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static boolean isYaml(Path file) {
        String name = file.toString();
        return name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json");
    }
}
