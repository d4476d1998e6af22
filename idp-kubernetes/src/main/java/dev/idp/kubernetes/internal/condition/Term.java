package dev.idp.kubernetes.internal.condition;

import dev.idp.kubernetes.check.Condition;
import dev.idp.kubernetes.check.HasFields;
import dev.idp.kubernetes.internal.cel.Proposition;
import java.util.List;

/**
 * A condition with all that backends and findings ask of it.
 *
 * @param <W> what it is a condition on
 */
public non-sealed interface Term<W extends HasFields> extends Condition<W> {

    /**
     * Says the same in the Common Expression Language.
     *
     * @param scope what the condition is asked of
     * @return what is true of exactly what the condition holds of
     */
    Proposition expression(Scope scope);

    /**
     * Returns where it does not turn out as it should.
     *
     * @param subject what it is asked of
     * @param wanted how it should turn out, which is not how it does
     * @return at least one place
     */
    List<Spot> spots(W subject, boolean wanted);

    /**
     * Returns a condition as a term, which every condition is.
     *
     * @param <W> what it is asked of
     * @param condition the condition
     * @return the same condition
     */
    @SuppressWarnings("unchecked") // Whatever asks more general things may be asked them of special ones.
    static <W extends HasFields> Term<W> of(Condition<? super W> condition) {
        return (Term<W>) condition;
    }
}
