package dev.idp.spi;

import dev.idp.JsonForm;
import dev.idp.internal.json.Fields;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A secret that nobody knows beforehand: the backend makes its values up when it is first needed, and never reads them
 * back. They are letters and digits alone, since URLs are composed of them. For environments that may be thrown away.
 *
 * @param name the secret's name, a DNS label
 * @param keys the keys whose values are made up; with a value that is not secret, such as the name of a user, for those
 *     that are not: an empty text stands for one to be made up
 * @param byOthers whether what the provision adds makes the secret, such as an operator that a custom resource is for, so
 *     that the backend only refers to it
 */
public record MadeSecret(String name, SortedMap<String, String> keys, boolean byOthers) {

    /** How plans hold made secrets. */
    public static final JsonForm<MadeSecret> JSON = new JsonForm<>(
            secret -> new TreeMap<>(Map.of("name", secret.name, "keys", secret.keys, "by-others", secret.byOthers)),
            json -> {
                SortedMap<String, String> keys = new TreeMap<>();
                Fields fields = Fields.of(json);
                fields.map("keys").forEach((key, value) -> keys.put((String) key, (String) value));
                return new MadeSecret(fields.text("name"), keys, fields.truth("by-others"));
            });

    /**
     * Keeps a copy.
     *
     * @param name the secret's name, a DNS label
     * @param keys the keys
     * @param byOthers whether what the provision adds makes the secret
     */
    public MadeSecret {
        Objects.requireNonNull(name, "the name of a made secret is null");
        keys = Collections.unmodifiableSortedMap(new TreeMap<>(keys));
    }

    /**
     * Returns a secret.
     *
     * @param name the secret's name
     * @param keys the keys whose values are made up
     * @return the secret
     */
    public static MadeSecret named(String name, String... keys) {
        SortedMap<String, String> made = new TreeMap<>();
        for (String key : keys) {
            made.put(key, "");
        }
        return new MadeSecret(name, made, false);
    }

    /**
     * Returns this secret with a value that need not be secret, so that all that belongs together stands in one place.
     *
     * @param key the key
     * @param value the value, for anyone to read
     * @return the secret
     */
    public MadeSecret with(String key, String value) {
        SortedMap<String, String> more = new TreeMap<>(keys);
        more.put(key, value);
        return new MadeSecret(name, more, byOthers);
    }

    /**
     * Returns this secret as one that what the provision adds makes, such as an operator that a custom resource is for.
     *
     * @return the secret
     */
    public MadeSecret madeByOthers() {
        return new MadeSecret(name, keys, true);
    }

    /** Returns for example {@code orders-db-credentials with password, username}. */
    @Override
    public String toString() {
        return name + " with " + String.join(", ", keys.keySet());
    }
}
