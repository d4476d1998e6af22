package dev.idp.kubernetes.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What picks pods by their labels: the {@code selector} of a Service, or a <a
 * href="https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#label-selectors">label selector</a>.
 */
public final class Selector {

    private final Map<String, String> labels;
    private final List<Expression> expressions;

    private Selector(Map<String, String> labels, List<Expression> expressions) {
        this.labels = labels;
        this.expressions = expressions;
    }

    private record Expression(String key, String operator, Set<String> values) {

        static Expression of(Field field) {
            return new Expression(
                    field.get("key").scalar().orElse(""),
                    field.get("operator").text().orElse(""),
                    field.get("values").items().stream()
                            .flatMap(value -> value.scalar().stream())
                            .collect(Collectors.toSet()));
        }

        boolean matches(Map<String, String> pod) {
            Optional<String> value = Optional.ofNullable(pod.get(key));
            return switch (operator) {
                case "In" -> value.filter(values::contains).isPresent();
                case "NotIn" -> value.filter(values::contains).isEmpty();
                case "Exists" -> value.isPresent();
                case "DoesNotExist" -> value.isEmpty();
                default -> false;
            };
        }

        @Override
        public String toString() {
            return key + " " + operator
                    + (values.isEmpty() ? "" : " " + values.stream().sorted().toList());
        }
    }

    /**
     * Returns a selector by labels alone, as Services have it.
     *
     * @param labels the field that holds the labels
     * @return the selector; empty if there are no labels, since such a Service selects nothing
     */
    public static Optional<Selector> ofLabels(Field labels) {
        Map<String, String> texts = texts(labels);
        return texts.isEmpty() ? Optional.empty() : Optional.of(new Selector(texts, List.of()));
    }

    /**
     * Returns a label selector.
     *
     * @param selector the field that holds {@code matchLabels} and {@code matchExpressions}
     * @return the selector, which selects everything if it says nothing; empty if there is none
     */
    public static Optional<Selector> of(Field selector) {
        if (!selector.isMap()) {
            return Optional.empty();
        }
        List<Expression> expressions = new ArrayList<>();
        selector.get("matchExpressions").items().forEach(field -> expressions.add(Expression.of(field)));
        return Optional.of(new Selector(texts(selector.get("matchLabels")), expressions));
    }

    static Map<String, String> texts(Field labels) {
        Map<String, String> texts = new LinkedHashMap<>();
        labels.entries().forEach((key, value) -> value.scalar().ifPresent(text -> texts.put(key, text)));
        return texts;
    }

    /**
     * Returns what labels must be, whatever they are called.
     *
     * @return the values of the labels that must have one value
     */
    public Collection<String> values() {
        return List.copyOf(labels.values());
    }

    /** One pair that everything selected must have, to look it up by. */
    Optional<Map.Entry<String, String>> pair() {
        return labels.entrySet().stream().findFirst();
    }

    /**
     * Tells whether labels are selected.
     *
     * @param pod the labels of a pod
     * @return true if they are
     */
    public boolean matches(Map<String, String> pod) {
        return labels.entrySet().stream().allMatch(label -> label.getValue().equals(pod.get(label.getKey())))
                && expressions.stream().allMatch(expression -> expression.matches(pod));
    }

    /**
     * Tells whether it selects everything.
     *
     * @return true if it says nothing
     */
    public boolean isForAll() {
        return labels.isEmpty() && expressions.isEmpty();
    }

    /** Returns for example {@code app=orders, tier In [web]}. */
    @Override
    public String toString() {
        return isForAll()
                ? "everything"
                : Stream.concat(
                                labels.entrySet().stream().map(label -> label.getKey() + "=" + label.getValue()),
                                expressions.stream().map(Expression::toString))
                        .collect(Collectors.joining(", "));
    }
}
