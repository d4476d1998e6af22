package dev.idp.kubernetes.internal.condition;

import dev.idp.kubernetes.check.HasFields;
import dev.idp.kubernetes.internal.cel.Proposition;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A condition on something that another thing leads to.
 *
 * @param <W> the other thing
 * @param <V> what it leads to
 * @param way how to get there in Java
 * @param scope how to get there in expressions
 * @param condition the condition
 */
public record Elsewhere<W extends HasFields, V extends HasFields>(
        Function<W, V> way, UnaryOperator<Scope> scope, Term<V> condition) implements Term<W> {

    @Override
    public boolean test(W subject) {
        return condition.test(way.apply(subject));
    }

    @Override
    public Proposition expression(Scope from) {
        return condition.expression(scope.apply(from));
    }

    @Override
    public List<Spot> spots(W subject, boolean wanted) {
        return condition.spots(way.apply(subject), wanted);
    }
}
