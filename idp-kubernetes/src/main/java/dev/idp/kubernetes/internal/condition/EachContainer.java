package dev.idp.kubernetes.internal.condition;

import dev.idp.kubernetes.check.Container;
import dev.idp.kubernetes.check.Pod;
import dev.idp.kubernetes.internal.cel.Proposition;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A condition on each container of pods.
 *
 * @param condition the condition
 */
public record EachContainer(Term<Container> condition) implements Term<Pod> {

    /** What one container is called in expressions. */
    public static final String VARIABLE = "container";

    @Override
    public boolean test(Pod pod) {
        return pod.containers().stream().allMatch(condition);
    }

    @Override
    public Proposition expression(Scope scope) {
        return Proposition.all(byRoles(scope).entrySet().stream()
                .map(group -> Proposition.each(
                        "variables." + Containers.variable(group.getValue()), scope.variable(VARIABLE), group.getKey()))
                .toList());
    }

    /**
     * Returns what is asked of containers.
     *
     * @param scope what has the containers
     * @return the question, which is another one for some roles than for others, with the roles that it is asked of
     */
    public Map<Proposition, Set<Container.Role>> byRoles(Scope scope) {
        Map<Proposition, Set<Container.Role>> questions = new LinkedHashMap<>();
        for (Container.Role role : Container.Role.values()) {
            Proposition question = condition.expression(scope.container(scope.variable(VARIABLE), role));
            if (!question.equals(Proposition.TRUE)) {
                questions
                        .computeIfAbsent(question, none -> EnumSet.noneOf(Container.Role.class))
                        .add(role);
            }
        }
        return questions;
    }

    @Override
    public List<Spot> spots(Pod pod, boolean wanted) {
        return wanted
                ? pod.containers().stream()
                        .filter(container -> !condition.test(container))
                        .flatMap(container -> condition.spots(container, true).stream()
                                .map(spot -> new Spot(spot.field(), Optional.of(container))))
                        .toList()
                : List.of(Spot.at(pod.at()));
    }
}
