package dev.idp.kubernetes.internal.condition;

import dev.idp.kubernetes.check.HasFields;
import dev.idp.kubernetes.internal.cel.Proposition;
import java.util.List;

/**
 * One question to one field.
 *
 * @param <W> what has the field
 * @param target the field
 * @param check the question
 */
public record Leaf<W extends HasFields>(Target<? super W> target, Check check) implements Term<W> {

    @Override
    public boolean test(W subject) {
        return check.holds().test(target.in(subject));
    }

    @Override
    public Proposition expression(Scope scope) {
        return target.expression(scope, check.question());
    }

    @Override
    public List<Spot> spots(W subject, boolean wanted) {
        return List.of(Spot.at(target.in(subject)));
    }
}
