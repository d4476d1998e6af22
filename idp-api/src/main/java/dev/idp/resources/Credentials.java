package dev.idp.resources;

import dev.idp.Flaw;
import dev.idp.Names;
import dev.idp.Resource;
import dev.idp.Secret;
import dev.idp.SecretText;
import dev.idp.spi.MadeSecret;
import dev.idp.spi.Provision;
import java.util.Optional;

/** Where the environment keeps what clients of a server log in with. */
record Credentials(Secret secret, String usernameKey, String passwordKey) {

    /** The user of a server that belongs to one resource, and so needs no name of its own. */
    private static final String USER = "app";

    /** The keys of Kubernetes' own type of secret for logging in, {@code kubernetes.io/basic-auth}. */
    static Credentials in(Secret secret) {
        return new Credentials(secret, "username", "password");
    }

    static Credentials madeFor(Resource resource) {
        return in(Secret.named(resource.name() + "-credentials"));
    }

    SecretText username() {
        return secret.key(usernameKey);
    }

    SecretText password() {
        return secret.key(passwordKey);
    }

    /** The secret, with its password and whatever else is to be made up. */
    MadeSecret made(String... keys) {
        return MadeSecret.named(secret.name(), keys).with(passwordKey, "").with(usernameKey, USER);
    }

    Optional<Flaw> flaw() {
        return Names.flawOfLabel(secret.name(), "a secret");
    }

    void addTo(Provision.Builder provision) {
        provision.output("username", username()).output("password", password());
    }
}
