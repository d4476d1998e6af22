package dev.idp.examples.bank;

import dev.idp.Environment;
import dev.idp.Resource;
import dev.idp.Secret;
import dev.idp.SecretText;
import dev.idp.spi.Provision;
import dev.idp.spi.Provisioner;
import java.util.Optional;

/** The pair of keys by which one service signs who has logged in, and all others believe it. */
record JwtKeys(String name) implements Resource {

    /** Only for the service that lets people log in. */
    SecretText privateKey() {
        return secretOutput("private-key");
    }

    SecretText publicKey() {
        return secretOutput("public-key");
    }

    @Override
    public Optional<String> sharedBecause() {
        return Optional.of("one service signs what all others verify");
    }

    /** The keys are in a secret that the environment has. */
    record Kept(Secret secret) implements Provisioner<JwtKeys> {

        @Override
        public String id() {
            return "kept-jwt-keys";
        }

        @Override
        public Provision provision(JwtKeys keys, Environment environment) {
            return Provision.builder()
                    .output("private-key", secret.key("jwtRS256.key"))
                    .output("public-key", secret.key("jwtRS256.key.pub"))
                    .build();
        }
    }
}
