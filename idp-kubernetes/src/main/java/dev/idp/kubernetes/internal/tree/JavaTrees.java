package dev.idp.kubernetes.internal.tree;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import java.io.IOException;
import java.io.UncheckedIOException;

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
                return JsonTrees.read(parser);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
