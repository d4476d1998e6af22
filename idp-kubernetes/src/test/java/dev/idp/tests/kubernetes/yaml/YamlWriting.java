package dev.idp.tests.kubernetes.yaml;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.idp.kubernetes.internal.yaml.YamlGenerator;
import dev.idp.kubernetes.internal.yaml.YamlWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes values the way the library does: through Jackson, straight to bytes. */
final class YamlWriting {

    static final ObjectMapper MAPPER = new ObjectMapper();

    private YamlWriting() {}

    static String yaml(Object value) {
        return new String(bytes(value), UTF_8);
    }

    static byte[] bytes(Object value) {
        var yaml = new YamlWriter();
        write(value, yaml);
        return yaml.toByteArray();
    }

    static void write(Object value, YamlWriter yaml) {
        try {
            MAPPER.writeValue(new YamlGenerator(yaml), value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns a mapping in the order of its alternating keys and values. */
    static Map<String, Object> map(Object... keysAndValues) {
        var map = new LinkedHashMap<String, Object>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }
}
