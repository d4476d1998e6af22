package dev.idp.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.idp.kubernetes.internal.yaml.YamlWriter;
import java.util.List;
import java.util.Map;

/** An object as maps, lists, texts and numbers, which takes no more to write than it must. */
record ReadyTree(Object root) {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    static ReadyTree of(Object object) {
        return new ReadyTree(MAPPER.convertValue(object, Object.class));
    }

    void write(YamlWriter yaml) {
        write(root, yaml);
    }

    private static void write(Object value, YamlWriter yaml) {
        if (value instanceof Map<?, ?> map) {
            yaml.startMapping();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                yaml.key((String) entry.getKey());
                write(entry.getValue(), yaml);
            }
            yaml.endMapping();
        } else if (value instanceof List<?> list) {
            yaml.startSequence();
            for (Object element : list) {
                write(element, yaml);
            }
            yaml.endSequence();
        } else if (value instanceof String text) {
            yaml.text(text);
        } else if (value instanceof Integer number) {
            yaml.number(number.intValue());
        } else if (value instanceof Boolean truth) {
            yaml.truth(truth);
        } else {
            throw new IllegalArgumentException("no such value in these objects: " + value);
        }
    }
}
