package dev.idp.kubernetes.internal.schema;

import dev.idp.kubernetes.internal.cel.Programs;
import java.util.Optional;

/** Judges by rules in the Common Expression Language. */
public interface ExpressionJudge {

    /** What became of a rule. */
    enum Verdict {
        /** It holds. */
        KEPT,
        /** It does not hold. */
        BROKEN,
        /** Nobody can tell, as where the rule uses a function that Kubernetes alone has. */
        UNKNOWN
    }

    /**
     * Judges a value.
     *
     * @param rule an expression over {@code self}
     * @param self the value, of maps, lists, texts, numbers and booleans
     * @return what became of the rule
     */
    Verdict judge(String rule, Object self);

    /**
     * Makes a text.
     *
     * @param expression an expression over {@code self}
     * @param self the value
     * @return the text; empty if nobody can tell
     */
    Optional<String> text(String expression, Object self);

    /**
     * Returns a judge, if what it needs is on the class path.
     *
     * @return a new one; empty without {@code dev.cel:cel}
     */
    static Optional<ExpressionJudge> find() {
        return Programs.find("self").map(CelJudge::new);
    }
}
