package dev.idp.tests.kubernetes.apply;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.idp.kubernetes.internal.tree.Tree;
import dev.idp.kubernetes.internal.tree.YamlDocuments;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Objects as a cluster returns them, from YAML. */
public final class ClusterObjects {

    private static final JsonMapper MAPPER = new JsonMapper();

    private ClusterObjects() {}

    static String resource(String name) {
        try (InputStream file = ClusterObjects.class.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static String json(Object object) {
        try {
            return MAPPER.writeValueAsString(object);
        } catch (JsonProcessingException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public static GenericKubernetesResource object(Object plain) {
        return MAPPER.convertValue(plain, GenericKubernetesResource.class);
    }

    public static List<Object> documents(String yaml) {
        List<Object> documents = new ArrayList<>();
        new Load(LoadSettings.builder().setAllowDuplicateKeys(true).build())
                .loadAllFromString(yaml)
                .forEach(documents::add);
        return documents;
    }

    static GenericKubernetesResource read(String yaml) {
        return object(documents(yaml).get(0));
    }

    static List<Tree> trees(String yaml) {
        List<Tree> trees = new ArrayList<>();
        YamlDocuments.read(yaml, trees::add, flaw -> {
            throw new IllegalArgumentException(flaw.toString());
        });
        return trees;
    }

    static Tree tree(String yaml) {
        return trees(yaml).get(0);
    }
}
