package dev.idp;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A text that anyone may read, possibly composed of references that planning resolves.
 *
 * @param segments what it is made of, in order
 */
public record Text(List<Segment> segments) implements TextPart {

    static final JsonForm<Text> JSON = new JsonForm<>(text -> write(text.segments), json -> new Text(read(json)));

    /**
     * Creates a text.
     *
     * @param segments what it is made of, in order
     */
    public Text {
        segments = List.copyOf(segments);
    }

    /**
     * Returns a text without references.
     *
     * @param literal the text
     * @return the text as it is
     */
    public static Text of(String literal) {
        return new Text(List.of(new Segment.Literal(Nulls.refuse(literal, "a text"))));
    }

    /**
     * Composes a text: {@code text("jdbc:postgresql://{}/orders", db.address())}.
     *
     * @param template the text with {@code {}} for each part
     * @param parts what to put into the holes, in order
     * @return the text; planning reports holes and parts that do not match
     */
    public static Text text(String template, Text... parts) {
        return new Text(compose(template, parts));
    }

    /**
     * Composes a text that holds a secret, and is therefore accepted only where secrets go.
     *
     * @param template the text with {@code {}} for each part
     * @param parts what to put into the holes, in order, at least one of them secret
     * @return the text; planning reports holes and parts that do not match
     */
    public static SecretText text(String template, TextPart... parts) {
        return new SecretText(compose(template, parts));
    }

    private static List<Segment> compose(String template, TextPart... parts) {
        Nulls.refuse(template, "the template of a text");
        Nulls.refuseAny("part of the text '" + template + "'", parts);
        List<Segment> segments = new ArrayList<>();
        int from = 0;
        int used = 0;
        for (int hole = template.indexOf("{}"); hole >= 0; hole = template.indexOf("{}", from)) {
            if (used == parts.length) {
                return List.of(new Segment.Mismatch(template, parts.length));
            }
            addLiteral(segments, template.substring(from, hole));
            segments.addAll(parts[used++].segments());
            from = hole + 2;
        }
        addLiteral(segments, template.substring(from));
        return used == parts.length ? List.copyOf(segments) : List.of(new Segment.Mismatch(template, parts.length));
    }

    private static void addLiteral(List<Segment> segments, String text) {
        if (!text.isEmpty()) {
            segments.add(new Segment.Literal(text));
        }
    }

    static Object write(List<Segment> segments) {
        if (segments.size() == 1 && segments.get(0) instanceof Segment.Literal literal) {
            return literal.text();
        }
        return segments.stream().map(Text::write).toList();
    }

    private static Object write(Segment segment) {
        if (segment instanceof Segment.Literal literal) {
            return Map.of("text", literal.text());
        }
        if (segment instanceof Segment.Host host) {
            return Map.of("host", host.service());
        }
        if (segment instanceof Segment.Key key) {
            return new TreeMap<>(Map.of("secret", key.secret(), "key", key.key()));
        }
        throw new IllegalArgumentException("only planned texts have a JSON form, not " + segment);
    }

    static List<Segment> read(Object json) {
        if (json instanceof String literal) {
            return List.of(new Segment.Literal(literal));
        }
        return ((List<?>) json).stream().map(Text::readSegment).toList();
    }

    private static Segment readSegment(Object json) {
        Map<?, ?> map = (Map<?, ?>) json;
        if (map.get("text") instanceof String text) {
            return new Segment.Literal(text);
        }
        if (map.get("host") instanceof String host) {
            return new Segment.Host(host);
        }
        if (map.get("secret") instanceof String secret && map.get("key") instanceof String key) {
            return new Segment.Key(secret, key);
        }
        throw new IllegalArgumentException("not a piece of a text: " + map);
    }

    /** Returns the text with references in braces. */
    @Override
    public String toString() {
        return segments.stream().map(Segment::toString).collect(Collectors.joining());
    }
}
