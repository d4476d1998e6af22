package dev.idp.benchmarks.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What a tool wrote: a directory for each environment, with files of YAML or of JSON, which is YAML too. */
record ManifestDirectory(Path directory) {

    int countWorkloads() throws IOException {
        return (int) files().stream()
                .filter(file -> file.getParent().endsWith("workloads"))
                .count();
    }

    Map<ObjectKey, Object> objects() throws IOException {
        Map<ObjectKey, Object> objects = new HashMap<>();
        for (Path file : files()) {
            String environment = directory.relativize(file).getName(0).toString();
            for (Map<?, ?> object : read(file)) {
                if (objects.put(key(environment, object), object) != null) {
                    throw new IOException(key(environment, object) + " is there twice, again in " + file);
                }
            }
        }
        return objects;
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(".yaml")).toList();
        }
    }

    /** Several documents, or one that is a list of objects. */
    private static List<Map<?, ?>> read(Path file) throws IOException {
        List<Map<?, ?>> objects = new ArrayList<>();
        for (Object document : new Load(LoadSettings.builder().build()).loadAllFromString(Files.readString(file))) {
            if (document instanceof List<?> several) {
                several.forEach(object -> objects.add((Map<?, ?>) object));
            } else {
                objects.add((Map<?, ?>) document);
            }
        }
        return objects;
    }

    private static ObjectKey key(String environment, Map<?, ?> object) {
        Map<?, ?> metadata = (Map<?, ?>) object.get("metadata");
        return new ObjectKey(
                environment,
                String.valueOf(object.get("kind")),
                String.valueOf(metadata.get("namespace")),
                String.valueOf(metadata.get("name")));
    }
}
