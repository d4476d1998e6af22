package dev.idp.kubernetes.internal.tree;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Trees in JSON, as API servers take and give them. */
public final class JsonTrees {

    /** Certificates of many hosts, or a ConfigMap's file, are longer than what Jackson takes for an attack. */
    private static final int LONGEST_TEXT = 32 << 20;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(LONGEST_TEXT)
                    .build())
            .build();

    private JsonTrees() {}

    /**
     * Reads a text.
     *
     * @param json one value, in UTF-8
     * @return its tree, which knows no lines
     * @throws UncheckedIOException if it is no JSON; the message does not show it, since it may hold a secret
     */
    public static Tree parse(byte[] json) {
        return parse(json, "");
    }

    /**
     * Reads a text, but for fields of a name, of which nothing is kept.
     *
     * @param json one value, in UTF-8
     * @param without the name; empty for none
     * @return its tree, which knows no lines
     * @throws UncheckedIOException if it is no JSON; the message does not show it, since it may hold a secret
     */
    public static Tree parse(byte[] json, String without) {
        try (JsonParser parser = JSON.createParser(json)) {
            parser.nextToken();
            Tree tree = read(parser, without);
            if (parser.nextToken() != null) {
                throw new IOException("something follows it");
            }
            return tree;
        } catch (IOException | RuntimeException failed) {
            throw new UncheckedIOException(new IOException("what should be JSON is none, or ends too early"));
        }
    }

    /**
     * Writes a tree for people and files.
     *
     * @param tree the tree
     * @return JSON without spaces, in which secrets are hidden
     */
    public static String write(Tree tree) {
        return write(tree, false);
    }

    /**
     * Writes a tree for an API server, and for nobody else.
     *
     * @param tree the tree
     * @return JSON without spaces, with the secrets that it holds
     */
    public static String reveal(Tree tree) {
        return write(tree, true);
    }

    private static String write(Tree tree, boolean reveals) {
        StringWriter text = new StringWriter(1024);
        try (JsonGenerator json = JSON.createGenerator(text)) {
            write(tree, json, reveals);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return text.toString();
    }

    private static void write(Tree tree, JsonGenerator json, boolean reveals) throws IOException {
        if (tree instanceof Tree.Fields map) {
            json.writeStartObject();
            for (Map.Entry<String, Tree> field : map.fields().entrySet()) {
                json.writeFieldName(field.getKey());
                write(field.getValue(), json, reveals);
            }
            json.writeEndObject();
        } else if (tree instanceof Tree.Elements list) {
            json.writeStartArray();
            for (Tree element : list.elements()) {
                write(element, json, reveals);
            }
            json.writeEndArray();
        } else {
            Object value = ((Tree.Scalar) tree).value();
            write(value instanceof SecretText secret ? reveals ? secret.value() : secret.toString() : value, json);
        }
    }

    private static void write(@Nullable Object value, JsonGenerator json) throws IOException {
        if (value instanceof String text) {
            json.writeString(text);
        } else if (value instanceof Long number) {
            json.writeNumber(number);
        } else if (value instanceof BigInteger number) {
            json.writeNumber(number);
        } else if (value instanceof Double number) {
            json.writeNumber(number);
        } else if (value instanceof Boolean yes) {
            json.writeBoolean(yes);
        } else {
            json.writeNull();
        }
    }

    /**
     * Reads a value.
     *
     * @param parser at its first token, and afterwards at its last
     * @return its tree, which knows no lines
     * @throws IOException if there is none
     */
    static Tree read(JsonParser parser) throws IOException {
        return read(parser, "");
    }

    private static Tree read(JsonParser parser, String without) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> {
                Map<String, Tree> fields = new LinkedHashMap<>();
                for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                    parser.nextToken();
                    if (name.equals(without)) {
                        parser.skipChildren();
                    } else {
                        fields.put(name, read(parser, without));
                    }
                }
                yield Tree.map(fields);
            }
            case START_ARRAY -> {
                List<Tree> elements = new ArrayList<>();
                while (!parser.nextToken().isStructEnd()) {
                    elements.add(read(parser, without));
                }
                yield Tree.list(elements);
            }
            case VALUE_NUMBER_INT ->
                Tree.scalar(
                        parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                                ? parser.getBigIntegerValue()
                                : (Object) parser.getLongValue());
            case VALUE_NUMBER_FLOAT -> Tree.scalar(parser.getDoubleValue());
            case VALUE_TRUE, VALUE_FALSE -> Tree.scalar(parser.getBooleanValue());
            case VALUE_NULL -> Tree.scalar(null);
            default -> Tree.scalar(parser.getText());
        };
    }
}
