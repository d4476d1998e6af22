package dev.idp.testing.snapshot;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A machine as a test wants it, and what snapshots told it. */
public final class Machine {

    private final Map<String, String> variables;
    private final Map<String, String> properties;
    private final List<String> told;

    private Machine(Map<String, String> variables, Map<String, String> properties, List<String> told) {
        this.variables = variables;
        this.properties = properties;
        this.told = told;
    }

    public static Machine of(Map<String, String> variables, Map<String, String> properties) {
        return new Machine(variables, properties, new CopyOnWriteArrayList<>());
    }

    public static Machine usual() {
        return of(Map.of(), Map.of());
    }

    public static Machine ci() {
        return of(Map.of("CI", "true"), Map.of());
    }

    public static Machine updating() {
        return usual().with("idp.snapshots", "update");
    }

    /** The same machine with another property; what it tells is told here as well. */
    public Machine with(String property, String value) {
        Map<String, String> more = new HashMap<>(properties);
        more.put(property, value);
        return new Machine(variables, more, told);
    }

    public List<String> told() {
        return told;
    }

    public Snapshots in(Path directory) {
        return Snapshots.in(directory, surroundings());
    }

    public Snapshots of(Class<?> test) {
        return Snapshots.of(test, surroundings());
    }

    private Surroundings surroundings() {
        return Surroundings.of(variables, properties, told::add);
    }
}
