package dev.idp;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A text that holds a secret: it names where the secret value is kept and never contains it. */
public final class SecretText implements TextPart {

    static final JsonForm<SecretText> JSON =
            new JsonForm<>(text -> Text.write(text.segments), json -> new SecretText(Text.read(json)));

    private final List<Segment> segments;

    private SecretText(List<Segment> segments) {
        this.segments = segments;
    }

    /**
     * Returns a secret text of given segments.
     *
     * @param segments the segments in their order
     * @return the text
     */
    public static SecretText of(List<Segment> segments) {
        return new SecretText(List.copyOf(segments));
    }

    @Override
    public List<Segment> segments() {
        return segments;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SecretText that && segments.equals(that.segments);
    }

    @Override
    public int hashCode() {
        return Objects.hash(segments);
    }

    /** Returns the text with references and the places of secrets in braces. */
    @Override
    public String toString() {
        return segments.stream().map(Segment::toString).collect(Collectors.joining());
    }
}
