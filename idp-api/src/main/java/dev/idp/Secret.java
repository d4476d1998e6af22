package dev.idp;

import java.util.List;

/**
 * A secret that exists in an environment under a name; its values are known there alone.
 *
 * @param name the secret's name
 */
public record Secret(String name) {

    /**
     * Refuses null.
     *
     * @param name the secret's name
     */
    public Secret {
        Nulls.refuse(name, "the name of a secret");
    }

    /**
     * Returns the secret of a name.
     *
     * @param name the secret's name in the environment
     * @return the reference
     */
    public static Secret named(String name) {
        return new Secret(name);
    }

    /**
     * Returns a reference to one of the secret's values.
     *
     * @param key the key under which the value is kept
     * @return a text that is accepted where secrets go
     */
    public SecretText key(String key) {
        return new SecretText(List.of(new Segment.Key(name, Nulls.refuse(key, "the key of secret '" + name + "'"))));
    }
}
