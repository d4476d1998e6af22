package dev.idp.kubernetes.internal.schema;

import dev.idp.kubernetes.check.Field;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Holds values to the rules in CEL that their schemas have. What cannot be evaluated is said once, and is no verdict. */
public final class Expressions {

    static final Expressions NOT_JUDGED = new Expressions(Optional.empty());

    /** Such a rule is about a change, and there is none to be seen. */
    private static final Pattern OF_CHANGE = Pattern.compile("\\boldSelf\\b");

    private final Optional<ExpressionJudge> judge;
    private final Set<Expression> unclear = new HashSet<>();

    /**
     * Takes a judge.
     *
     * @param judge who evaluates rules; empty if nobody can
     */
    public Expressions(Optional<ExpressionJudge> judge) {
        this.judge = judge;
    }

    void check(Field field, Schema schema, Consumer<Violation> report) {
        if (judge.isEmpty()) {
            return;
        }
        Optional<Object> self = RuleValues.of(field, schema);
        for (Expression rule : schema.expressions()) {
            if (!OF_CHANGE.matcher(rule.rule()).find()) {
                check(field, rule, self, judge.get(), report);
            }
        }
    }

    private void check(
            Field field, Expression rule, Optional<Object> self, ExpressionJudge by, Consumer<Violation> report) {
        switch (self.map(value -> by.judge(rule.rule(), value)).orElse(ExpressionJudge.Verdict.UNKNOWN)) {
            case KEPT -> {}
            case BROKEN ->
                report.accept(new Violation(
                        Concern.BROKEN_RULE,
                        field,
                        FieldPath.of(field) + " breaks a rule of its definition: "
                                + message(rule, self.orElseThrow(), by),
                        "write it so that " + rule.rule().strip() + " holds"));
            case UNKNOWN -> {
                if (unclear.add(rule)) {
                    report.accept(new Violation(
                            Concern.UNJUDGED_RULE,
                            field,
                            "a rule of the definition of " + FieldPath.of(field) + " was not evaluated: "
                                    + rule.rule().strip(),
                            "leave it to the API server"));
                }
            }
        }
    }

    private static String message(Expression rule, Object self, ExpressionJudge by) {
        return Optional.of(rule.messageExpression())
                .filter(expression -> !expression.isEmpty())
                .flatMap(expression -> by.text(expression, self))
                .or(() -> Optional.of(rule.message()).filter(text -> !text.isEmpty()))
                .orElse(rule.rule())
                .strip();
    }
}
