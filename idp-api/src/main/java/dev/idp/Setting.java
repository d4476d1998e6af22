package dev.idp;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A typed key for something that can be said about a service or an environment.
 *
 * <p>A setting is a constant: it is known by its identity, and its id belongs to it alone, which planning checks.
 *
 * <p>Layers, unsetting, mandates, explanations, JSON and comparison all work on these keys alone, so a new thing to say
 * is one key and its use. The keys of this library stand in {@link Settings}. A setting either has one value, where the
 * strongest layer replaces the others, or entries by name, where each entry is decided on its own.
 *
 * @param <T> the type of the value, or of one entry
 */
public final class Setting<T> {

    private final String id;
    private final boolean keyed;
    private final JsonForm<T> json;
    private final @Nullable T libraryDefault;
    private final String reason;
    private final Function<T, Optional<Flaw>> check;

    private Setting(
            String id,
            boolean keyed,
            JsonForm<T> json,
            @Nullable T libraryDefault,
            String reason,
            Function<T, Optional<Flaw>> check) {
        this.id = id;
        this.keyed = keyed;
        this.json = json;
        this.libraryDefault = libraryDefault;
        this.reason = reason;
        this.check = check;
    }

    /**
     * Returns a setting with one value, where a stronger layer replaces a weaker one.
     *
     * @param <T> the value's type
     * @param id the name in plans and explanations, in lower case with dashes
     * @param json the value's JSON
     * @return a setting without a default
     */
    public static <T> Setting<T> of(String id, JsonForm<T> json) {
        return new Setting<>(id, false, json, null, "", value -> Optional.empty());
    }

    /**
     * Returns a setting with entries by name, each decided on its own.
     *
     * @param <T> the type of one entry's value
     * @param id the name in plans and explanations, in lower case with dashes
     * @param json the JSON of one entry's value
     * @return a setting without entries
     */
    public static <T> Setting<T> byKey(String id, JsonForm<T> json) {
        return new Setting<>(id, true, json, null, "", value -> Optional.empty());
    }

    /**
     * Returns this setting with a value for when nobody says anything.
     *
     * @param value the default
     * @param why the reason, in one clause
     * @return a setting of the same id
     */
    public Setting<T> withDefault(T value, String why) {
        return new Setting<>(id, keyed, json, value, why, check);
    }

    /**
     * Returns this setting with the reason why it has no default.
     *
     * @param why the reason, in one clause
     * @return a setting of the same id
     */
    public Setting<T> withoutDefault(String why) {
        return new Setting<>(id, keyed, json, null, why, check);
    }

    /**
     * Returns this setting with a check of single values.
     *
     * @param flaw finds what is wrong with a value
     * @return a setting of the same id
     */
    public Setting<T> checkedBy(Function<T, Optional<Flaw>> flaw) {
        return new Setting<>(id, keyed, json, libraryDefault, reason, flaw);
    }

    /**
     * Returns the name in plans and explanations.
     *
     * @return in lower case with dashes
     */
    public String id() {
        return id;
    }

    /**
     * Tells whether this setting has entries by name.
     *
     * @return false if it has one value
     */
    public boolean isKeyed() {
        return keyed;
    }

    /**
     * Returns how a value is written to JSON.
     *
     * @return the form of the value, or of one entry
     */
    public JsonForm<T> json() {
        return json;
    }

    /**
     * Returns the value for when nobody says anything.
     *
     * @return the library's default, if there is one
     */
    public Optional<T> libraryDefault() {
        return Optional.ofNullable(libraryDefault);
    }

    /**
     * Returns why the default is what it is, or why there is none.
     *
     * @return one clause; empty when there is nothing to say
     */
    public String reason() {
        return reason;
    }

    /**
     * Finds what is wrong with a value.
     *
     * @param value the value
     * @return the flaw, or empty when the value is sound
     */
    public Optional<Flaw> flawOf(T value) {
        return check.apply(value);
    }

    @Override
    public String toString() {
        return id;
    }
}
