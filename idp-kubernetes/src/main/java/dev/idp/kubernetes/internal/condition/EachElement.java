package dev.idp.kubernetes.internal.condition;

import dev.idp.kubernetes.check.Field;
import dev.idp.kubernetes.check.HasFields;
import dev.idp.kubernetes.internal.cel.Access;
import dev.idp.kubernetes.internal.cel.Proposition;
import java.util.Collection;
import java.util.List;

/**
 * A condition on each element of a list, or each value of a map: it holds of none that are not there.
 *
 * @param <W> what has the list or map
 * @param target the list or map
 * @param ofMap whether it is a map
 * @param condition the condition
 */
public record EachElement<W extends HasFields>(Target<? super W> target, boolean ofMap, Term<Field> condition)
        implements Term<W> {

    @Override
    public boolean test(W subject) {
        return elements(subject).stream().allMatch(condition);
    }

    @Override
    public Proposition expression(Scope scope) {
        return target.expression(scope, at -> one(scope, at)).not();
    }

    /** Whether there is one that the condition does not hold of. */
    private Proposition one(Scope scope, String at) {
        String variable = scope.variable(ofMap ? "key" : "element");
        String element = ofMap ? at + "[" + variable + "]" : variable;
        return Proposition.all(List.of(
                Access.is(at, ofMap ? "map" : "list"),
                Proposition.each(at, variable, condition.expression(scope.element(element)))
                        .not()));
    }

    @Override
    public List<Spot> spots(W subject, boolean wanted) {
        return wanted
                ? elements(subject).stream()
                        .filter(element -> !condition.test(element))
                        .flatMap(element -> condition.spots(element, true).stream())
                        .toList()
                : List.of(Spot.at(target.in(subject)));
    }

    private Collection<Field> elements(W subject) {
        Field field = target.in(subject);
        return ofMap ? field.entries().values() : field.items();
    }
}
