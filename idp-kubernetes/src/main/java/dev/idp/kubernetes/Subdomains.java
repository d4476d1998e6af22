package dev.idp.kubernetes;

import dev.idp.Flaw;
import dev.idp.Names;
import java.util.Optional;

/**
 * What most objects of Kubernetes can be called: <a
 * href="https://kubernetes.io/docs/concepts/overview/working-with-objects/names/#dns-subdomain-names">subdomain names</a> of
 * RFC 1123.
 */
final class Subdomains {

    private Subdomains() {}

    static Optional<Flaw> flawOf(String name, String what) {
        return Names.isSubdomain(name)
                ? Optional.empty()
                : Optional.of(new Flaw(
                        "'" + name + "' cannot name " + what,
                        "use at most 253 lower-case letters, digits, dashes and dots"));
    }
}
