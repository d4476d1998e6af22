package dev.idp.kubernetes.internal.condition;

import dev.idp.kubernetes.check.HasFields;
import dev.idp.kubernetes.internal.cel.Proposition;
import java.util.List;

/**
 * A condition whose failures are found at a field of one's choice.
 *
 * @param <W> what has the field
 * @param condition the condition
 * @param target the field
 */
public record FoundAt<W extends HasFields>(Term<W> condition, Target<? super W> target) implements Term<W> {

    @Override
    public boolean test(W subject) {
        return condition.test(subject);
    }

    @Override
    public Proposition expression(Scope scope) {
        return condition.expression(scope);
    }

    @Override
    public List<Spot> spots(W subject, boolean wanted) {
        return List.of(Spot.at(target.in(subject)));
    }
}
