package dev.idp;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A text that holds a secret: it names where the secret value is kept and never contains it.
 *
 * @param segments what it is made of, in order
 */
public record SecretText(List<Segment> segments) implements TextPart {

    static final JsonForm<SecretText> JSON =
            new JsonForm<>(text -> Text.write(text.segments), json -> new SecretText(Text.read(json)));

    /**
     * Creates a secret text.
     *
     * @param segments what it is made of, in order
     */
    public SecretText {
        segments = List.copyOf(segments);
    }

    /** Returns the text with references and the places of secrets in braces. */
    @Override
    public String toString() {
        return segments.stream().map(Segment::toString).collect(Collectors.joining());
    }
}
