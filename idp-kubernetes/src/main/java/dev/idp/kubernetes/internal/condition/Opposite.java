package dev.idp.kubernetes.internal.condition;

import dev.idp.kubernetes.check.HasFields;
import dev.idp.kubernetes.internal.cel.Proposition;
import java.util.List;

/**
 * What holds where another condition does not.
 *
 * @param <W> what both are conditions on
 * @param condition the other one
 */
public record Opposite<W extends HasFields>(Term<W> condition) implements Term<W> {

    @Override
    public boolean test(W subject) {
        return !condition.test(subject);
    }

    @Override
    public Proposition expression(Scope scope) {
        return condition.expression(scope).not();
    }

    @Override
    public List<Spot> spots(W subject, boolean wanted) {
        return condition.spots(subject, !wanted);
    }
}
