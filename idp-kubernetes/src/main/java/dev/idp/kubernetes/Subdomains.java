package dev.idp.kubernetes;

import dev.idp.Flaw;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What most objects of Kubernetes can be called: <a
 * href="https://kubernetes.io/docs/concepts/overview/working-with-objects/names/#dns-subdomain-names">subdomain names</a> of
 * RFC 1123.
 */
final class Subdomains {

    private static final Pattern NAME =
            Pattern.compile("(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*");

    private Subdomains() {}

    static boolean isOne(String name) {
        return NAME.matcher(name).matches();
    }

    static Optional<Flaw> flawOf(String name, String what) {
        return isOne(name)
                ? Optional.empty()
                : Optional.of(new Flaw(
                        "'" + name + "' cannot name " + what,
                        "use at most 253 lower-case letters, digits, dashes and dots"));
    }
}
