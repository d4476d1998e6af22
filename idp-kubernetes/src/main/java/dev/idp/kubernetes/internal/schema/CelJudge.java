package dev.idp.kubernetes.internal.schema;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.SimpleType;
import dev.cel.extensions.CelExtensions;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The one place that knows the library {@code dev.cel:cel}, and is loaded only where that is on the class path. */
final class CelJudge implements ExpressionJudge {

    private static final CelOptions OPTIONS = CelOptions.current()
            .enableHeterogeneousNumericComparisons(true)
            .comprehensionMaxIterations(100_000)
            .build();

    private final Cel cel = CelFactory.standardCelBuilder()
            .setOptions(OPTIONS)
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .addVar("self", SimpleType.DYN)
            .addCompilerLibraries(
                    CelExtensions.optional(),
                    CelExtensions.strings(),
                    CelExtensions.bindings(),
                    CelExtensions.math(OPTIONS),
                    CelExtensions.sets(OPTIONS))
            .addRuntimeLibraries(
                    CelExtensions.optional(),
                    CelExtensions.strings(),
                    CelExtensions.math(OPTIONS),
                    CelExtensions.sets(OPTIONS))
            .build();

    private final Map<String, Optional<CelRuntime.Program>> programs = new ConcurrentHashMap<>();

    @Override
    public Verdict judge(String rule, Object self) {
        Object result = evaluate(rule, self).orElse("");
        if (result instanceof Boolean holds) {
            return holds ? Verdict.KEPT : Verdict.BROKEN;
        }
        return Verdict.UNKNOWN;
    }

    @Override
    public Optional<String> text(String expression, Object self) {
        return evaluate(expression, self).filter(String.class::isInstance).map(String.class::cast);
    }

    private Optional<Object> evaluate(String expression, Object self) {
        return programs.computeIfAbsent(expression, this::compile).flatMap(program -> {
            try {
                return Optional.ofNullable(program.eval(Map.of("self", self)));
            } catch (CelEvaluationException | RuntimeException unclear) {
                return Optional.empty();
            }
        });
    }

    private Optional<CelRuntime.Program> compile(String expression) {
        try {
            return Optional.of(cel.createProgram(cel.compile(expression).getAst()));
        } catch (CelValidationException | CelEvaluationException | RuntimeException unknown) {
            return Optional.empty();
        }
    }
}
