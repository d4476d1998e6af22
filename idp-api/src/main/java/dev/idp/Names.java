package dev.idp;

import java.util.Optional;
import java.util.regex.Pattern;

/** What every backend accepts as a name. */
public final class Names {

    /** DNS label names of RFC 1035: what Kubernetes demands of a Service, and Compose and DNS understand as well. */
    private static final Pattern LABEL = Pattern.compile("[a-z]([a-z0-9-]*[a-z0-9])?");

    private static final int LONGEST_LABEL = 63;

    private Names() {}

    /**
     * Finds what is wrong with a name that must be a DNS label.
     *
     * @param name the name
     * @param what what it names, with its article: {@code a service}
     * @return the flaw, or empty
     */
    public static Optional<Flaw> flawOfLabel(String name, String what) {
        if (name.length() > LONGEST_LABEL) {
            return Optional.of(new Flaw(
                    "'" + name + "' is too long to name " + what + ": " + name.length() + " characters",
                    "use at most " + LONGEST_LABEL + " characters"));
        }
        return LABEL.matcher(name).matches()
                ? Optional.empty()
                : Optional.of(new Flaw(
                        "'" + name + "' cannot name " + what,
                        "start with a lower-case letter, go on with lower-case letters, digits and dashes, and do not"
                                + " end with a dash"));
    }
}
