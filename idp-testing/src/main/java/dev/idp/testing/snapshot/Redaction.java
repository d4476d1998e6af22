package dev.idp.testing.snapshot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Takes away what no file and no message may show: what users name by patterns, and the values of secrets always. */
final class Redaction {

    private static final String REDACTED = "(redacted)";

    /** Stands for what is found in a file and should not be there: as different as it is unseen. */
    private static final String IN_PLAIN_SIGHT = "(a value in plain sight)";

    private static final Pattern SECRETS = anyOf(
            List.of("data", "stringData", "metadata/annotations/kubectl.kubernetes.io~1last-applied-configuration"));

    private final List<String> patterns;
    private final Pattern redacted;

    private Redaction(List<String> patterns) {
        this.patterns = patterns;
        this.redacted = anyOf(patterns);
    }

    static Redaction none() {
        return new Redaction(List.of());
    }

    Redaction and(List<String> more) {
        List<String> all = new ArrayList<>(patterns);
        all.addAll(more);
        return new Redaction(List.copyOf(all));
    }

    private static Pattern anyOf(List<String> patterns) {
        return Pattern.compile(patterns.stream().map(Redaction::regex).collect(Collectors.joining("|")));
    }

    /** Two stars are any number of steps, one is anything within a step. */
    private static String regex(String pattern) {
        return List.of(pattern.split("/", -1)).stream()
                .map(step ->
                        step.equals("**") ? "(?:[^/]+/)*" : Pattern.quote(step).replace("*", "\\E[^/]*\\Q") + "/")
                .collect(Collectors.joining());
    }

    /** What may be shown of what there is. */
    @Nullable
    Object ofActual(String subject, @Nullable Object tree) {
        return of(subject, tree, value -> REDACTED);
    }

    /** What may be shown of what a file says. */
    @Nullable
    Object ofExpected(String subject, @Nullable Object tree) {
        return of(subject, tree, value -> value.equals(REDACTED) ? REDACTED : IN_PLAIN_SIGHT);
    }

    private @Nullable Object of(String subject, @Nullable Object tree, UnaryOperator<Object> hide) {
        boolean isSecret = tree instanceof Map<?, ?> fields && "Secret".equals(fields.get("kind"));
        return walk(new Walk(subject + "/", isSecret, hide), Place.ROOT, tree);
    }

    private record Walk(String prefix, boolean isSecret, UnaryOperator<Object> hide) {}

    private @Nullable Object walk(Walk walk, Place place, @Nullable Object tree) {
        if (tree == null) {
            return null;
        }
        String path = place.path().isEmpty() ? "" : place.path() + "/";
        if (redacted.matcher(walk.prefix() + path).matches()) {
            return walk.hide().apply(tree);
        }
        boolean holdsSecrets = walk.isSecret() && SECRETS.matcher(path).matches();
        if (tree instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> kept = new LinkedHashMap<>();
            map.forEach((key, value) -> {
                String name = String.valueOf(key);
                kept.put(
                        name,
                        holdsSecrets && value != null
                                ? walk.hide().apply(value)
                                : walk(walk, place.field(name), value));
            });
            return kept;
        }
        if (holdsSecrets) {
            return walk.hide().apply(tree);
        }
        return tree instanceof List<?> list ? elements(walk, place, list) : tree;
    }

    private List<@Nullable Object> elements(Walk walk, Place place, List<?> list) {
        List<String> names =
                ElementNames.of(List.of(list)).map(all -> all.get(0)).orElse(List.of());
        List<@Nullable Object> kept = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            String name = names.isEmpty() ? Integer.toString(i) : names.get(i);
            kept.add(walk(walk, place.element(name, i), list.get(i)));
        }
        return kept;
    }
}
