package dev.idp.policy;

import dev.idp.explain.Origin;
import java.util.Optional;

/**
 * Where something was found, for tools that lead there: a file and a line, a field of an object, or both.
 *
 * @param file the path of a file, with slashes: one that was read, or a source file by its package, like {@code
 *     org/example/Shop.java}; empty if no file is known
 * @param line the line in it, from 1; 0 if none is known
 * @param object the object that it was found in, like {@code Deployment/orders}; empty if it was found in none
 * @param pointer the field of the object, as a JSON pointer (RFC 6901); empty for the object itself
 */
public record Location(String file, int line, String object, String pointer) {

    /**
     * Returns where something was said in a program.
     *
     * @param origin the place in the program
     * @return the location; empty if no line is known
     */
    public static Optional<Location> of(Origin origin) {
        return origin.line() == 0 ? Optional.empty() : Optional.of(new Location(origin.file(), origin.line(), "", ""));
    }

    /**
     * Returns this location in an object.
     *
     * @param name the object
     * @param field its field
     * @return the location
     */
    public Location in(String name, String field) {
        return new Location(file, line, name, field);
    }

    /** Returns for example {@code deploy/prod/orders.yaml:12, Deployment/orders /spec/replicas}. */
    @Override
    public String toString() {
        String at = file + (line == 0 ? "" : ":" + line);
        String field = pointer.isEmpty() ? object : object + " " + pointer;
        return at.isEmpty() || field.isEmpty() ? at + field : at + ", " + field;
    }
}
