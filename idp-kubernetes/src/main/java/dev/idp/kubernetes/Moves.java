package dev.idp.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import dev.idp.kubernetes.internal.render.Pointers;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where the elements of lists are after an edit. Elements with names, such as containers and variables, are known by them:
 * who puts one before the others does not change the others.
 */
final class Moves {

    private final Map<String, Optional<String>> now = new HashMap<>();
    private final Map<String, Optional<String>> was = new HashMap<>();

    private Moves() {}

    static Moves between(JsonNode before, JsonNode after) {
        Moves moves = new Moves();
        moves.compare(before, "", after, "");
        return moves;
    }

    /** Returns where something is now; empty if its element is gone. */
    Optional<String> now(String pointer) {
        return find(now, pointer);
    }

    /** Returns where something was; empty if its element is new. */
    Optional<String> was(String pointer) {
        return find(was, pointer);
    }

    boolean isEmpty() {
        return now.isEmpty() && was.isEmpty();
    }

    private static Optional<String> find(Map<String, Optional<String>> moved, String pointer) {
        if (!moved.isEmpty()) {
            for (String at = pointer; !at.isEmpty(); at = at.substring(0, at.lastIndexOf('/'))) {
                Optional<String> other = moved.get(at);
                if (other != null) {
                    String rest = pointer.substring(at.length());
                    return other.map(found -> found + rest);
                }
            }
        }
        return Optional.of(pointer);
    }

    private void compare(JsonNode before, String old, JsonNode after, String here) {
        if (before.isArray() && after.isArray()) {
            Map<String, Integer> olds = names(before);
            Map<String, Integer> news = names(after);
            if (olds.size() == before.size() && news.size() == after.size()) {
                compareNamed(before, old, olds, after, here, news);
            } else {
                for (int i = 0; i < Math.min(before.size(), after.size()); i++) {
                    compare(before.get(i), old + "/" + i, after.get(i), here + "/" + i);
                }
            }
        } else if (before.isObject() && after.isObject()) {
            before.properties().forEach(field -> {
                JsonNode other = after.get(field.getKey());
                if (other != null) {
                    String segment = "/" + Pointers.escape(field.getKey());
                    compare(field.getValue(), old + segment, other, here + segment);
                }
            });
        }
    }

    private void compareNamed(
            JsonNode before,
            String old,
            Map<String, Integer> olds,
            JsonNode after,
            String here,
            Map<String, Integer> news) {
        olds.forEach((name, i) -> {
            String from = old + "/" + i;
            Integer j = news.get(name);
            if (j == null) {
                now.put(from, Optional.empty());
            } else {
                String to = here + "/" + j;
                if (!from.equals(to)) {
                    now.put(from, Optional.of(to));
                    was.put(to, Optional.of(from));
                }
                compare(before.get(i), from, after.get(j), to);
            }
        });
        news.forEach((name, j) -> {
            if (!olds.containsKey(name)) {
                was.put(here + "/" + j, Optional.empty());
            }
        });
    }

    /** The places of elements by their names; fewer than there are elements if some have none or the same. */
    private static Map<String, Integer> names(JsonNode list) {
        Map<String, Integer> names = new LinkedHashMap<>();
        for (int i = 0; i < list.size(); i++) {
            JsonNode name = list.get(i).path("name");
            if (name.isTextual()) {
                names.put(name.textValue(), i);
            }
        }
        return names;
    }
}
