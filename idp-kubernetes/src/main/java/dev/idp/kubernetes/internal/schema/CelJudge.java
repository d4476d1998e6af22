package dev.idp.kubernetes.internal.schema;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelErrorCode;
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
        Optional<CelRuntime.Program> program = program(rule);
        if (program.isEmpty()) {
            return Verdict.UNKNOWN;
        }
        try {
            Object result = program.get().eval(Map.of("self", self));
            return result instanceof Boolean holds ? (holds ? Verdict.KEPT : Verdict.BROKEN) : Verdict.UNKNOWN;
        } catch (CelEvaluationException failed) {
            // The API server refuses what a rule asks for in vain as well.
            return failed.getErrorCode() == CelErrorCode.ATTRIBUTE_NOT_FOUND ? Verdict.BROKEN : Verdict.UNKNOWN;
        } catch (RuntimeException unclear) {
            return Verdict.UNKNOWN;
        }
    }

    @Override
    public Optional<String> text(String expression, Object self) {
        return program(expression).flatMap(program -> {
            try {
                return program.eval(Map.of("self", self)) instanceof String text ? Optional.of(text) : Optional.empty();
            } catch (CelEvaluationException | RuntimeException unclear) {
                return Optional.empty();
            }
        });
    }

    private Optional<CelRuntime.Program> program(String expression) {
        return programs.computeIfAbsent(expression, this::compile);
    }

    private Optional<CelRuntime.Program> compile(String expression) {
        try {
            return Optional.of(cel.createProgram(cel.compile(expression).getAst()));
        } catch (CelValidationException | CelEvaluationException | RuntimeException unknown) {
            return Optional.empty();
        }
    }
}
