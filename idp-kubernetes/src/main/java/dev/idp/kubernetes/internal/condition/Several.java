package dev.idp.kubernetes.internal.condition;

import dev.idp.kubernetes.check.HasFields;
import dev.idp.kubernetes.internal.cel.Proposition;
import java.util.List;

/**
 * Several conditions as one.
 *
 * @param <W> what they are conditions on
 * @param conditions the conditions
 * @param all whether all of them must hold, or one
 */
public record Several<W extends HasFields>(List<Term<W>> conditions, boolean all) implements Term<W> {

    @Override
    public boolean test(W subject) {
        return all
                ? conditions.stream().allMatch(condition -> condition.test(subject))
                : conditions.stream().anyMatch(condition -> condition.test(subject));
    }

    @Override
    public Proposition expression(Scope scope) {
        List<Proposition> parts = conditions.stream()
                .map(condition -> condition.expression(scope))
                .toList();
        return all ? Proposition.all(parts) : Proposition.any(parts);
    }

    /** Each that is to blame by itself; where any one of them would do, the last. */
    @Override
    public List<Spot> spots(W subject, boolean wanted) {
        if (conditions.isEmpty()) {
            return List.of(Spot.at(subject.at()));
        }
        if (all != wanted) {
            return conditions.get(conditions.size() - 1).spots(subject, wanted);
        }
        return conditions.stream()
                .filter(condition -> condition.test(subject) != wanted)
                .flatMap(condition -> condition.spots(subject, wanted).stream())
                .toList();
    }
}
