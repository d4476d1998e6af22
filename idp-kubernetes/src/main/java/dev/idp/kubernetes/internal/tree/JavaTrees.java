package dev.idp.kubernetes.internal.tree;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Trees of typed objects, by what Jackson would write of them. */
public final class JavaTrees {

    private static final ObjectWriter WRITER = ObjectMapping.MAPPER.writer();

    private JavaTrees() {}

    /**
     * Returns the tree of an object.
     *
     * @param object the object
     * @return its tree, which knows no lines
     */
    public static Tree of(Object object) {
        try (TokenBuffer tokens = new TokenBuffer(ObjectMapping.MAPPER, false)) {
            WRITER.writeValue(tokens, object);
            try (JsonParser parser = tokens.asParser()) {
                parser.nextToken();
                return read(parser);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Tree read(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> {
                Map<String, Tree> fields = new LinkedHashMap<>();
                for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                    parser.nextToken();
                    fields.put(name, read(parser));
                }
                yield new Tree.Fields(fields, 0);
            }
            case START_ARRAY -> {
                List<Tree> elements = new ArrayList<>();
                while (!parser.nextToken().isStructEnd()) {
                    elements.add(read(parser));
                }
                yield new Tree.Elements(elements, 0);
            }
            case VALUE_NUMBER_INT ->
                new Tree.Scalar(
                        parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                                ? parser.getBigIntegerValue()
                                : (Object) parser.getLongValue(),
                        0);
            case VALUE_NUMBER_FLOAT -> new Tree.Scalar(parser.getDoubleValue(), 0);
            case VALUE_TRUE, VALUE_FALSE -> new Tree.Scalar(parser.getBooleanValue(), 0);
            case VALUE_NULL -> new Tree.Scalar(null, 0);
            default -> new Tree.Scalar(parser.getText(), 0);
        };
    }
}
