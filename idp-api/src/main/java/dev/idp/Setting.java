package dev.idp;

import dev.idp.plan.Effect;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A typed key for something that can be said about a service or an environment.
 *
 * <p>A setting is a constant: it is known by its identity, and its id belongs to it alone, which planning checks.
 *
 * <p>Layers, unsetting, mandates, explanations, JSON and comparison all work on these keys alone, so a new thing to say
 * is one key and its use. The keys of this library stand in {@link Settings}. How several layers become one is the
 * setting's {@link Merge}.
 *
 * @param <T> the type of the value, or of one entry
 */
public final class Setting<T> {

    /** How what several layers say becomes one. */
    public enum Merge {
        /** One value: a stronger layer replaces a weaker one. */
        REPLACE,
        /** Entries by name: each is decided on its own. */
        BY_KEY,
        /** A list: what stronger layers say follows what weaker ones say, unless they unset that. */
        APPEND
    }

    private final String id;
    private final Merge merge;
    private final JsonForm<T> json;
    private final @Nullable TextForm<T> texts;
    private final Set<WorkloadKind> kinds;
    private final @Nullable T libraryDefault;
    private final String reason;
    private final BiFunction<String, T, Optional<Flaw>> check;
    private final BiFunction<Optional<T>, Optional<T>, Set<Effect>> effects;

    private Setting(
            String id,
            Merge merge,
            JsonForm<T> json,
            @Nullable TextForm<T> texts,
            Set<WorkloadKind> kinds,
            @Nullable T libraryDefault,
            String reason,
            BiFunction<String, T, Optional<Flaw>> check,
            BiFunction<Optional<T>, Optional<T>, Set<Effect>> effects) {
        this.id = id;
        this.merge = merge;
        this.json = json;
        this.texts = texts;
        this.kinds = kinds;
        this.libraryDefault = libraryDefault;
        this.reason = reason;
        this.check = check;
        this.effects = effects;
    }

    private static <T> Setting<T> of(String id, Merge merge, JsonForm<T> json) {
        return new Setting<>(
                id,
                merge,
                json,
                null,
                EnumSet.allOf(WorkloadKind.class),
                null,
                "",
                (entry, value) -> Optional.empty(),
                (before, after) -> Set.of(Effect.ROLLING_RESTART));
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
        return of(id, Merge.REPLACE, json);
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
        return of(id, Merge.BY_KEY, json);
    }

    /**
     * Returns a setting with a list of values, to which every layer adds. Mandated values come first, then those of the
     * weakest layer. In a plan the values are entries, named by their place: {@code 001}, {@code 002} and so on.
     *
     * @param <T> the type of one element
     * @param id the name in plans and explanations, in lower case with dashes
     * @param json the JSON of one element
     * @return a setting without elements
     */
    public static <T> Setting<T> append(String id, JsonForm<T> json) {
        return of(id, Merge.APPEND, json);
    }

    /**
     * Returns this setting with a value for when nobody says anything.
     *
     * @param value the default
     * @param why the reason, in one clause
     * @return a setting of the same id
     */
    public Setting<T> withDefault(T value, String why) {
        return new Setting<>(id, merge, json, texts, kinds, value, why, check, effects);
    }

    /**
     * Returns this setting with the reason why it has no default.
     *
     * @param why the reason, in one clause
     * @return a setting of the same id
     */
    public Setting<T> withoutDefault(String why) {
        return new Setting<>(id, merge, json, texts, kinds, null, why, check, effects);
    }

    /**
     * Returns this setting with a check of single values.
     *
     * @param flaw finds what is wrong with a value
     * @return a setting of the same id
     */
    public Setting<T> checkedBy(Function<T, Optional<Flaw>> flaw) {
        return checkedBy((entry, value) -> flaw.apply(value));
    }

    /**
     * Returns this setting with a check of entries.
     *
     * @param flaw finds what is wrong with an entry, by its name and its value
     * @return a setting of the same id
     */
    public Setting<T> checkedBy(BiFunction<String, T, Optional<Flaw>> flaw) {
        return new Setting<>(id, merge, json, texts, kinds, libraryDefault, reason, flaw, effects);
    }

    /**
     * Returns this setting with a way to find the texts in its values, so that planning can resolve their references.
     *
     * @param form finds and replaces the texts of a value
     * @return a setting of the same id
     */
    public Setting<T> withTexts(TextForm<T> form) {
        return new Setting<>(id, merge, json, form, kinds, libraryDefault, reason, check, effects);
    }

    /**
     * Returns this setting for some kinds of workloads alone. Environments and platforms can say it of all workloads; it
     * passes over the others.
     *
     * @param kinds the kinds
     * @return a setting of the same id
     */
    public Setting<T> onlyFor(WorkloadKind... kinds) {
        return new Setting<>(
                id, merge, json, texts, EnumSet.copyOf(List.of(kinds)), libraryDefault, reason, check, effects);
    }

    /**
     * Returns this setting with what it does to what runs when another value is decided. Until it is said, whatever has the
     * setting is taken to be {@linkplain Effect#ROLLING_RESTART started anew}, which is true of most and careful with the
     * others.
     *
     * @param effectsOf finds the effects, by the value before and the value after, each empty where there is none; a restart
     *     means that of a service, and the next run of a job
     * @return a setting of the same id
     */
    public Setting<T> affecting(BiFunction<Optional<T>, Optional<T>, Set<Effect>> effectsOf) {
        return new Setting<>(id, merge, json, texts, kinds, libraryDefault, reason, check, effectsOf);
    }

    /**
     * Returns this setting as one whose changes nothing that runs notices.
     *
     * @return a setting of the same id
     */
    public Setting<T> affectingNothing() {
        return affecting((before, after) -> Set.of());
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
     * Returns how what several layers say becomes one.
     *
     * @return the merge
     */
    public Merge merge() {
        return merge;
    }

    /**
     * Tells whether this setting has entries in a plan: by name, or by their place in a list.
     *
     * @return false if it has one value
     */
    public boolean hasEntries() {
        return merge != Merge.REPLACE;
    }

    /**
     * Tells whether this setting is about workloads of a kind.
     *
     * @param kind the kind
     * @return true unless the setting is {@linkplain #onlyFor for other kinds alone}
     */
    public boolean isFor(WorkloadKind kind) {
        return kinds.contains(kind);
    }

    /**
     * Returns how the texts in a value are found and replaced.
     *
     * @return the form; empty if values hold none
     */
    public Optional<TextForm<T>> texts() {
        return Optional.ofNullable(texts);
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
     * @param entry the entry's name; empty for a setting with one value
     * @param value the value
     * @return the flaw, or empty when the value is sound
     */
    public Optional<Flaw> flawOf(String entry, T value) {
        return check.apply(entry, value);
    }

    /**
     * Returns what it does to what runs when the value, or that of an entry, is another.
     *
     * @param before the value before; empty if there was none
     * @param after the value after; empty if there is none
     * @return the effects; none if nothing that runs notices
     */
    public Set<Effect> effectsOf(Optional<T> before, Optional<T> after) {
        return effects.apply(before, after);
    }

    @Override
    public String toString() {
        return id;
    }
}
