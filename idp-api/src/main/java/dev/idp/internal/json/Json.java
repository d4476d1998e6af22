package dev.idp.internal.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON as the JDK's own types: texts, whole numbers, truth values, lists, and maps with text keys. */
public final class Json {

    private static final JsonFactory FACTORY = new JsonFactory();

    private Json() {}

    /**
     * Writes a tree, indented by two blanks, the same text on every machine.
     *
     * @param tree the tree
     * @return the text, ending with a line feed
     */
    public static String write(Object tree) {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        StringWriter text = new StringWriter();
        try (JsonGenerator out = FACTORY.createGenerator(text)) {
            out.setPrettyPrinter(new DefaultPrettyPrinter(
                            Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER))
                    .withObjectIndenter(lines)
                    .withArrayIndenter(lines));
            write(tree, out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.append('\n').toString();
    }

    private static void write(@Nullable Object tree, JsonGenerator out) throws IOException {
        if (tree instanceof Map<?, ?> map) {
            out.writeStartObject();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                out.writeFieldName((String) entry.getKey());
                write(entry.getValue(), out);
            }
            out.writeEndObject();
        } else if (tree instanceof List<?> list) {
            out.writeStartArray();
            for (Object element : list) {
                write(element, out);
            }
            out.writeEndArray();
        } else if (tree instanceof Long number) {
            out.writeNumber(number);
        } else if (tree instanceof Boolean truth) {
            out.writeBoolean(truth);
        } else if (tree instanceof String text) {
            out.writeString(text);
        } else {
            throw new IllegalArgumentException("no JSON form: " + tree);
        }
    }

    /**
     * Reads a tree.
     *
     * @param json the text
     * @return the tree
     * @throws IllegalArgumentException if the text is not JSON, or holds something else than this class writes
     */
    public static Object read(String json) {
        try (JsonParser in = FACTORY.createParser(json)) {
            in.nextToken();
            Object tree = read(in);
            if (in.nextToken() != null) {
                throw new IllegalArgumentException("something follows the JSON at " + in.currentLocation());
            }
            return tree;
        } catch (IOException malformed) {
            throw new IllegalArgumentException(malformed.getMessage(), malformed);
        }
    }

    private static Object read(JsonParser in) throws IOException {
        JsonToken token = in.currentToken();
        if (token == null) {
            throw new IllegalArgumentException("the JSON is empty");
        }
        return switch (token) {
            case START_OBJECT -> {
                Map<String, Object> map = new LinkedHashMap<>();
                while (in.nextToken() != JsonToken.END_OBJECT) {
                    String name = in.currentName();
                    in.nextToken();
                    if (map.containsKey(name)) {
                        throw new IllegalArgumentException("'" + name + "' is there twice");
                    }
                    map.put(name, read(in));
                }
                yield map;
            }
            case START_ARRAY -> {
                List<Object> list = new ArrayList<>();
                while (in.nextToken() != JsonToken.END_ARRAY) {
                    list.add(read(in));
                }
                yield list;
            }
            case VALUE_STRING -> in.getText();
            case VALUE_NUMBER_INT -> in.getLongValue();
            case VALUE_TRUE, VALUE_FALSE -> in.getBooleanValue();
            default -> throw new IllegalArgumentException("unexpected " + token + " at " + in.currentLocation());
        };
    }
}
