package dev.idp.explain;

import dev.idp.internal.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Why one line of an output is what it is.
 *
 * @param place the object, for example {@code Deployment/orders in prod}
 * @param pointer the line within it, as a JSON pointer (RFC 6901)
 * @param value the value as JSON; empty when the output has no such line
 * @param reason the backend's rule and its reason; empty when the value is the user's own
 * @param decisions what the value is made of
 * @param conditions what made the line appear or stay away, without being part of its value
 */
public record Explanation(
        String place,
        String pointer,
        Optional<String> value,
        String reason,
        List<Decision<?>> decisions,
        List<Decision<?>> conditions) {

    /**
     * Returns who said the first of what the line is made of, else of what made it appear or stay away.
     *
     * @return who, with the line of the program; empty if nobody but the library did
     */
    public Optional<Source> source() {
        return Stream.of(decisions, conditions)
                .flatMap(List::stream)
                .flatMap(decision -> decision.winner().stream())
                .map(Claim::source)
                .filter(source -> source.origin().isKnown())
                .findFirst();
    }

    /**
     * Returns the explanation for people to read.
     *
     * @return several lines, without a line feed at the end
     */
    public String toText() {
        StringBuilder text = new StringBuilder(place).append("\n  ").append(pointer);
        text.append(value.map(present -> " = " + present).orElse(" is not set"));
        if (!reason.isEmpty()) {
            text.append("\n    rule   ").append(reason);
        }
        decisions.forEach(decision -> append(text, decision, "from"));
        conditions.forEach(condition -> append(text, condition, "since"));
        return text.toString();
    }

    private static void append(StringBuilder text, Decision<?> decision, String label) {
        text.append("\n    ").append(String.format("%-7s", label)).append(decision.subject());
        if (decision.winner().isEmpty()) {
            text.append(", about which nobody said anything");
        }
        decision.winner().ifPresent(winner -> {
            append(text, "set", winner);
            List<String> trail = winner.source().origin().trail();
            if (trail.size() > 1) {
                text.append("\n      via    ").append(String.join(" < ", trail.subList(1, trail.size())));
            }
        });
        decision.losers().forEach(loser -> append(text, "lost", loser));
        decision.parts().forEach(part -> part.winner().ifPresent(winner -> append(text, "with", winner)));
    }

    private static void append(StringBuilder text, String label, Claim<?> claim) {
        text.append("\n      ").append(String.format("%-7s", label)).append(claim);
    }

    /**
     * Returns the explanation as JSON, for tools to read.
     *
     * @return an object with the keys {@code place}, {@code pointer}, {@code value}, {@code rule}, {@code from} and
     *     {@code since}
     */
    public String toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("place", place);
        json.put("pointer", pointer);
        value.ifPresent(present -> json.put("value", present));
        if (!reason.isEmpty()) {
            json.put("rule", reason);
        }
        json.put("from", decisions.stream().map(Explanation::json).toList());
        json.put("since", conditions.stream().map(Explanation::json).toList());
        return Json.write(json);
    }

    private static Object json(Decision<?> decision) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("subject", decision.subject());
        decision.winner().ifPresent(winner -> json.put("set", json(winner)));
        json.put("lost", decision.losers().stream().map(Explanation::json).toList());
        json.put("with", decision.parts().stream().map(Explanation::json).toList());
        return json;
    }

    private static Object json(Claim<?> claim) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("value", claim.valueText());
        json.put("layer", claim.source().layer().name());
        json.put("by", claim.source().speaker());
        if (!claim.source().reason().isEmpty()) {
            json.put("because", claim.source().reason());
        }
        json.put("at", claim.source().origin().trail());
        return json;
    }

    /** Returns {@link #toText()}. */
    @Override
    public String toString() {
        return toText();
    }
}
