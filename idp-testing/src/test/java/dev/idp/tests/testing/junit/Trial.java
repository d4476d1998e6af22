package dev.idp.tests.testing.junit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.EventType;

/** Runs test classes as JUnit does, and tells what became of them. */
public final class Trial {

    private Trial() {}

    public static EngineExecutionResults run(boolean parallel, Class<?>... classes) {
        return run(
                Map.of(
                        "junit.jupiter.execution.parallel.enabled", String.valueOf(parallel),
                        "junit.jupiter.execution.parallel.mode.default", "concurrent",
                        "junit.jupiter.execution.parallel.config.strategy", "fixed",
                        "junit.jupiter.execution.parallel.config.fixed.parallelism", "4"),
                List.of(classes));
    }

    public static EngineExecutionResults run(Map<String, String> parameters, List<Class<?>> classes) {
        return EngineTestKit.engine("junit-jupiter")
                .configurationParameters(parameters)
                .selectors(classes.stream().map(type -> selectClass(type)).toArray(DiscoverySelector[]::new))
                .execute();
    }

    /** The tests, and whatever else did not pass, as {@code name: passed}, in the order of their names. */
    public static List<String> lines(Class<?>... classes) {
        return lines(run(false, classes));
    }

    public static List<String> lines(EngineExecutionResults results) {
        Stream<String> tests = results.allEvents().stream()
                .filter(event -> event.getType() == EventType.FINISHED || event.getType() == EventType.SKIPPED)
                .filter(event ->
                        event.getTestDescriptor().isTest() || !became(event).equals("passed"))
                .map(event -> name(event) + ": " + became(event));
        return tests.sorted().toList();
    }

    /** A class inside another one is called after both. */
    private static String name(Event event) {
        String name = event.getTestDescriptor().getDisplayName();
        return name.substring(name.indexOf('$') + 1);
    }

    private static String became(Event event) {
        if (event.getType() == EventType.SKIPPED) {
            return "skipped, " + event.getRequiredPayload(String.class);
        }
        TestExecutionResult result = event.getRequiredPayload(TestExecutionResult.class);
        return switch (result.getStatus()) {
            case SUCCESSFUL -> "passed";
            case ABORTED ->
                "aborted"
                        + result.getThrowable()
                                .map(it -> ", " + it.getMessage())
                                .orElse("");
            case FAILED -> "failed" + result.getThrowable().map(Trial::said).orElse("");
        };
    }

    private static String said(Throwable thrown) {
        return ", " + thrown.getClass().getSimpleName() + ": "
                + String.valueOf(thrown.getMessage()).replaceAll("(\\w+\\.java):\\d+", "$1:LINE");
    }
}
