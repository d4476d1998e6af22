package dev.idp.resources;

import dev.idp.Flaw;
import java.util.Optional;
import java.util.regex.Pattern;

/** What can be wrong with what is said about a resource, whatever its type. */
final class Flaws {

    /** The tags of the OCI distribution specification, with room for a variant such as {@code -alpine}. */
    private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,99}");

    /** What PostgreSQL, MySQL and MongoDB all take, and URLs as it is; 63 bytes is the least of their limits. */
    private static final Pattern DATABASE = Pattern.compile("[A-Za-z0-9_-]{1,63}");

    private Flaws() {}

    static Optional<Flaw> ofVersion(Optional<String> version) {
        return version.filter(said -> !VERSION.matcher(said).matches())
                .map(said -> new Flaw("'" + said + "' is not a version", "say a tag of its image, like 16 or 16.4"));
    }

    static Optional<Flaw> ofDatabase(String name) {
        return DATABASE.matcher(name).matches()
                ? Optional.empty()
                : Optional.of(new Flaw(
                        "'" + name + "' cannot name a database",
                        "use at most 63 letters, digits, underscores and dashes"));
    }

    /** A reason or a class that was said, and says nothing. */
    static Optional<Flaw> ofWords(String resourceClass, Optional<String> sharedBecause) {
        if (!resourceClass.isEmpty() && resourceClass.isBlank()) {
            return Optional.of(new Flaw("its class is blank", "say for example ofClass(\"large\"), or nothing"));
        }
        return sharedBecause
                .filter(String::isBlank)
                .map(blank -> new Flaw("the reason to share it is blank", "say why several teams may use it"));
    }
}
