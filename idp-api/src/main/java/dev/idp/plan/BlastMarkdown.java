package dev.idp.plan;

import dev.idp.internal.text.MarkdownText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A blast radius for a comment on a pull request. */
final class BlastMarkdown {

    private final StringBuilder text = new StringBuilder();

    /** What is the same for several services. */
    private record Same(String change, String does, String said) {

        static Same of(Impact impact) {
            return new Same(
                    impact.change(),
                    impact.does(),
                    impact.source().map(Object::toString).orElse(""));
        }
    }

    static String of(List<Impact> impacts) {
        BlastMarkdown markdown = new BlastMarkdown();
        if (impacts.isEmpty()) {
            return "**Nothing is another.**\n";
        }
        Map<String, List<Impact>> byEnvironment = impacts.stream()
                .collect(Collectors.groupingBy(Impact::environment, LinkedHashMap::new, Collectors.toList()));
        markdown.summary(byEnvironment);
        byEnvironment.forEach(markdown::environment);
        return markdown.text.toString();
    }

    private void summary(Map<String, List<Impact>> byEnvironment) {
        row("Environment", "Effect", "What");
        row("---", "---", "---");
        byEnvironment.forEach((environment, impacts) -> {
            Map<Effect, SortedSet<String>> whats = new TreeMap<>();
            impacts.forEach(
                    impact -> impact.effects().forEach(effect -> whats.computeIfAbsent(effect, key -> new TreeSet<>())
                            .add(what(impact))));
            if (whats.isEmpty()) {
                row(MarkdownText.inline(environment), "nothing", "");
            }
            List<Effect> gravestFirst = new ArrayList<>(whats.keySet());
            Collections.reverse(gravestFirst);
            gravestFirst.forEach(effect -> row(
                    MarkdownText.inline(environment),
                    effect.toString(),
                    names(whats.getOrDefault(effect, new TreeSet<>()))));
        });
    }

    private static String what(Impact impact) {
        return impact.workload().orElse(impact.field());
    }

    private static String names(Collection<String> names) {
        return names.stream().map(MarkdownText::inline).collect(Collectors.joining(", "));
    }

    private void environment(String name, List<Impact> impacts) {
        Map<Same, SortedSet<String>> whats = new LinkedHashMap<>();
        impacts.forEach(impact -> whats.computeIfAbsent(Same.of(impact), key -> new TreeSet<>())
                .add(impact.workload().orElse("")));
        text.append("\n<details><summary>")
                .append(MarkdownText.inline(name))
                .append(": ")
                .append(impacts.size() == 1 ? "1 change" : impacts.size() + " changes")
                .append("</summary>\n\n");
        row("What", "Change", "Effect", "By");
        row("---", "---", "---", "---");
        whats.forEach((same, names) ->
                row(names(names), MarkdownText.inline(same.change()), same.does(), MarkdownText.inline(same.said())));
        text.append("\n</details>\n");
    }

    private void row(String... cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }
}
