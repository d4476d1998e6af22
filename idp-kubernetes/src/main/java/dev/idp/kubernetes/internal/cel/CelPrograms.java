package dev.idp.kubernetes.internal.cel;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelBuilder;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelErrorCode;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.SimpleType;
import dev.cel.common.values.NullValue;
import dev.cel.extensions.CelExtensions;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The one place that knows the library {@code dev.cel:cel}, and is loaded only where that is on the class path. */
final class CelPrograms implements Programs {

    private static final CelOptions OPTIONS = CelOptions.current()
            .enableHeterogeneousNumericComparisons(true)
            .comprehensionMaxIterations(100_000)
            .build();

    private final Cel cel;

    private final Map<String, Compiled> programs = new ConcurrentHashMap<>();

    /** One of both: a program, or why there is none. */
    private record Compiled(CelRuntime.@Nullable Program program, String flaw) {}

    CelPrograms(String... variables) {
        CelBuilder builder = CelFactory.standardCelBuilder()
                .setOptions(OPTIONS)
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
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
                        CelExtensions.sets(OPTIONS));
        for (String variable : variables) {
            builder.addVar(variable, SimpleType.DYN);
        }
        this.cel = builder.build();
    }

    @Override
    public Object nothing() {
        return NullValue.NULL_VALUE;
    }

    @Override
    public Object evaluate(String expression, Map<String, ?> variables) throws Failure {
        Compiled compiled = programs.computeIfAbsent(expression, this::compile);
        if (compiled.program() == null) {
            throw new Failure(Failure.Cause.EXPRESSION, compiled.flaw());
        }
        try {
            return compiled.program().eval(variables);
        } catch (CelEvaluationException failed) {
            throw new Failure(
                    failed.getErrorCode() == CelErrorCode.ATTRIBUTE_NOT_FOUND
                            ? Failure.Cause.MISSING_FIELD
                            : Failure.Cause.VALUE,
                    String.valueOf(failed.getMessage()));
        } catch (RuntimeException unclear) {
            throw new Failure(Failure.Cause.VALUE, unclear.toString());
        }
    }

    private Compiled compile(String expression) {
        try {
            return new Compiled(cel.createProgram(cel.compile(expression).getAst()), "");
        } catch (CelValidationException | CelEvaluationException | RuntimeException unknown) {
            return new Compiled(null, String.valueOf(unknown.getMessage()));
        }
    }
}
