package dev.idp.kubernetes.internal.model;

import dev.idp.kubernetes.internal.tree.ObjectMapping;
import dev.idp.kubernetes.internal.yaml.YamlGenerator;
import dev.idp.kubernetes.internal.yaml.YamlWriter;
import io.fabric8.kubernetes.api.model.AnyType;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Quantity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Fields of Fabric8's model as YAML. What is null or empty is left out; keys come with their colon and the blank behind it.
 *
 * <p>The methods are what {@code ModelWriters} calls.
 */
public final class ModelYaml {

    private final YamlWriter yaml;

    private ModelYaml(YamlWriter yaml) {
        this.yaml = yaml;
    }

    /**
     * Writes an object.
     *
     * @param object the object, of whatever class
     * @param yaml where it is written, where a value is to follow
     * @throws UncheckedIOException if the object cannot be written, as when a user's class has a getter that throws
     */
    public static void write(HasMetadata object, YamlWriter yaml) {
        ModelWriters.write(object, new ModelYaml(yaml));
    }

    /**
     * Tells whether objects of a class are written without Jackson.
     *
     * @param type the class of an object
     * @return true for the kinds that this library makes
     */
    public static boolean knows(Class<? extends HasMetadata> type) {
        return ModelWriters.KINDS.contains(type.getName());
    }

    void begin() {
        yaml.startMapping();
    }

    /** Ends a mapping by what the class has no fields for. */
    void end(@Nullable Map<String, Object> more) {
        if (more != null && !more.isEmpty()) {
            sorted(more).forEach((key, value) -> {
                yaml.key(key);
                other(value);
            });
        }
        yaml.endMapping();
    }

    void key(String key) {
        yaml.plainKey(key);
    }

    void beginList(String key) {
        yaml.plainKey(key);
        yaml.startSequence();
    }

    void endList() {
        yaml.endSequence();
    }

    void text(String key, @Nullable String text) {
        if (text != null) {
            yaml.plainKey(key);
            yaml.text(text);
        }
    }

    void number(String key, @Nullable Integer number) {
        if (number != null) {
            yaml.plainKey(key);
            yaml.number(number.intValue());
        }
    }

    void number(String key, @Nullable Long number) {
        if (number != null) {
            yaml.plainKey(key);
            yaml.number(number.longValue());
        }
    }

    void truth(String key, @Nullable Boolean truth) {
        if (truth != null) {
            yaml.plainKey(key);
            yaml.truth(truth);
        }
    }

    void texts(String key, @Nullable List<String> texts) {
        if (texts != null && !texts.isEmpty()) {
            beginList(key);
            for (String text : texts) {
                text(text);
            }
            endList();
        }
    }

    void numbers(String key, @Nullable List<? extends @Nullable Number> numbers) {
        if (numbers != null && !numbers.isEmpty()) {
            beginList(key);
            for (Number number : numbers) {
                if (number == null) {
                    yaml.nothing();
                } else {
                    yaml.number(number.longValue());
                }
            }
            endList();
        }
    }

    void texts(String key, @Nullable Map<String, String> texts) {
        if (texts != null && !texts.isEmpty()) {
            yaml.plainKey(key);
            yaml.startMapping();
            for (Map.Entry<String, String> entry : sorted(texts).entrySet()) {
                yaml.key(entry.getKey());
                text(entry.getValue());
            }
            yaml.endMapping();
        }
    }

    void quantity(String key, @Nullable Quantity quantity) {
        if (quantity != null) {
            yaml.plainKey(key);
            quantity(quantity);
        }
    }

    void quantities(String key, @Nullable Map<String, Quantity> quantities) {
        if (quantities != null && !quantities.isEmpty()) {
            yaml.plainKey(key);
            yaml.startMapping();
            for (Map.Entry<String, Quantity> entry : sorted(quantities).entrySet()) {
                yaml.key(entry.getKey());
                quantity(entry.getValue());
            }
            yaml.endMapping();
        }
    }

    /** A number, or a text, such as the name of a port. */
    void either(String key, @Nullable AnyType value) {
        if (value != null) {
            yaml.plainKey(key);
            if (value.getValue() instanceof String text) {
                yaml.text(text);
            } else if (value.getValue() instanceof Integer number) {
                yaml.number(number.intValue());
            } else {
                other(value.getValue());
            }
        }
    }

    void other(String key, @Nullable Object value) {
        if (value != null) {
            yaml.plainKey(key);
            other(value);
        }
    }

    /** Whatever Jackson makes of it. */
    void other(@Nullable Object value) {
        if (value == null) {
            yaml.nothing();
            return;
        }
        try {
            ObjectMapping.MAPPER.writeValue(new YamlGenerator(yaml), value);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void text(@Nullable String text) {
        if (text == null) {
            yaml.nothing();
        } else {
            yaml.text(text);
        }
    }

    private void quantity(@Nullable Quantity quantity) {
        if (quantity == null) {
            yaml.nothing();
        } else {
            String format = quantity.getFormat();
            boolean isBare = quantity.getAmount() != null && (format == null || format.isEmpty());
            yaml.text(isBare ? quantity.getAmount() : quantity.toString());
        }
    }

    /** Maps that users made may have an order of their own, or another one in each run, as {@code Map.of} has. */
    private static <T> Map<String, T> sorted(Map<String, T> map) {
        return map.size() < 2 || map instanceof SortedMap<?, ?> ? map : new TreeMap<>(map);
    }
}
