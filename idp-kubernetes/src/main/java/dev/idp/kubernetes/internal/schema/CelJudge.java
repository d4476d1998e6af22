package dev.idp.kubernetes.internal.schema;

import dev.idp.kubernetes.internal.cel.Programs;
import java.util.Map;
import java.util.Optional;

/** Judges by what evaluates the Common Expression Language. */
record CelJudge(Programs programs) implements ExpressionJudge {

    @Override
    public Verdict judge(String rule, Object self) {
        try {
            Object result = programs.evaluate(rule, Map.of("self", self));
            return result instanceof Boolean holds ? (holds ? Verdict.KEPT : Verdict.BROKEN) : Verdict.UNKNOWN;
        } catch (Programs.Failure failed) {
            // The API server refuses what a rule asks for in vain as well.
            return failed.reason() == Programs.Failure.Cause.MISSING_FIELD ? Verdict.BROKEN : Verdict.UNKNOWN;
        }
    }

    @Override
    public Optional<String> text(String expression, Object self) {
        try {
            return programs.evaluate(expression, Map.of("self", self)) instanceof String text
                    ? Optional.of(text)
                    : Optional.empty();
        } catch (Programs.Failure unclear) {
            return Optional.empty();
        }
    }
}
