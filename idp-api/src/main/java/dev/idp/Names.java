package dev.idp;

import java.util.Optional;
import java.util.regex.Pattern;

/** What every backend accepts as a name. */
public final class Names {

    /** DNS label names of RFC 1035: what Kubernetes demands of a Service, and Compose and DNS understand as well. */
    private static final Pattern LABEL = Pattern.compile("[a-z]([a-z0-9-]*[a-z0-9])?");

    private static final int LONGEST_LABEL = 63;

    private static final Pattern TAG = Pattern.compile("(?=.{1,63}$)[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?");

    private static final Pattern DOMAIN =
            Pattern.compile("(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*");

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

    /**
     * Tells whether a name is one of the DNS, in lower case: labels of letters, digits and dashes with dots between.
     *
     * @param name the name
     * @return true for names of RFC 1123, section 2.1, with at most 253 characters
     */
    public static boolean isSubdomain(String name) {
        return DOMAIN.matcher(name).matches();
    }

    /**
     * Finds what is wrong with a label: the same grammar as on Kubernetes, which is the narrowest.
     *
     * @param key its key, with or without a domain before a slash
     * @param value its value
     * @return the flaw, or empty
     */
    public static Optional<Flaw> flawOfTag(String key, String value) {
        return flawOfTagKey(key)
                .or(
                        () -> value.isEmpty() || TAG.matcher(value).matches()
                                ? Optional.empty()
                                : Optional.of(
                                        new Flaw(
                                                "'" + value + "' cannot be the value of label " + key,
                                                "use at most 63 letters, digits, dashes, underscores and dots, or an annotation instead")));
    }

    /**
     * Finds what is wrong with the key of a label or of an annotation.
     *
     * @param key the key, with or without a domain before a slash
     * @return the flaw, or empty
     */
    public static Optional<Flaw> flawOfTagKey(String key) {
        int slash = key.indexOf('/');
        boolean sound =
                TAG.matcher(key.substring(slash + 1)).matches() && (slash < 0 || isSubdomain(key.substring(0, slash)));
        return sound
                ? Optional.empty()
                : Optional.of(new Flaw(
                        "'" + key + "' cannot be the key of a label",
                        "write it like shop.example/cost-center, its last part with at most 63 letters, digits, dashes,"
                                + " underscores and dots"));
    }
}
