package dev.idp.testing.snapshot;

import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What snapshots know of the process they run in.
 *
 * @param variables the environment's variables
 * @param properties the system's properties
 * @param told takes a line about each file that was written or deleted
 */
record Surroundings(
        Function<String, @Nullable String> variables,
        Function<String, @Nullable String> properties,
        Consumer<String> told) {

    @SuppressWarnings("SystemOut") // What happens to the user's files is to be seen in the build.
    static final Surroundings PROCESS =
            new Surroundings(System::getenv, System::getProperty, line -> System.out.println(line));

    static Surroundings of(Map<String, String> variables, Map<String, String> properties, Consumer<String> told) {
        return new Surroundings(variables::get, properties::get, told);
    }

    String variable(String name) {
        return Objects.requireNonNullElse(variables.apply(name), "");
    }

    String property(String name) {
        return Objects.requireNonNullElse(properties.apply(name), "");
    }

    void tell(String line) {
        told.accept(line);
    }
}
