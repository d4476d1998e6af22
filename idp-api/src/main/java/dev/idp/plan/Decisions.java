package dev.idp.plan;

import dev.idp.Setting;
import dev.idp.explain.Decision;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The decided settings of one subject: a service or an environment.
 *
 * <p>Two are equal when the same values are set; what was said and lost does not count.
 */
public final class Decisions {

    private static final SortedMap<String, Decision<?>> NO_ENTRIES = Collections.emptySortedMap();

    private final String subject;
    private final Map<Setting<?>, SortedMap<String, Decision<?>>> bySetting;

    private Decisions(String subject, Map<Setting<?>, SortedMap<String, Decision<?>>> bySetting) {
        this.subject = subject;
        this.bySetting = bySetting;
    }

    /**
     * Starts the decisions about a subject.
     *
     * @param subject the path of the subject within the plan
     * @return nothing decided yet
     */
    public static Builder about(String subject) {
        return new Builder(subject);
    }

    /**
     * Returns the name of an element of a list, which sorts like its place.
     *
     * @param index the place, from 0
     * @return {@code 001} for the first
     */
    public static String place(int index) {
        String number = Integer.toString(index + 1);
        return "0".repeat(Math.max(0, 3 - number.length())) + number;
    }

    /**
     * Returns what is decided about a setting with one value.
     *
     * @param <T> the value's type
     * @param setting the setting
     * @return the decision; without a value and without claims if nobody said anything
     */
    public <T> Decision<T> decision(Setting<T> setting) {
        return decision(setting, "");
    }

    /**
     * Returns what is decided about an entry.
     *
     * @param <T> the type of the entry's value
     * @param setting the setting
     * @param entry the entry's name
     * @return the decision; without a value and without claims if nobody said anything
     */
    @SuppressWarnings("unchecked") // A decision's value has the type of its setting.
    public <T> Decision<T> decision(Setting<T> setting, String entry) {
        SortedMap<String, Decision<?>> entries = bySetting.get(setting);
        Decision<?> decision = entries == null ? null : entries.get(entry);
        return decision == null ? Decision.of(path(setting, entry), List.of()) : (Decision<T>) decision;
    }

    /**
     * Returns the entries of a setting that have a value.
     *
     * @param <T> the type of the entries' values
     * @param setting the setting
     * @return decisions by the entries' names
     */
    @SuppressWarnings("unchecked") // A decision's value has the type of its setting.
    public <T> SortedMap<String, Decision<T>> entries(Setting<T> setting) {
        SortedMap<String, Decision<T>> entries =
                (SortedMap<String, Decision<T>>) (SortedMap<?, ?>) bySetting.getOrDefault(setting, NO_ENTRIES);
        for (Decision<T> decision : entries.values()) {
            if (!decision.isPresent()) {
                return present(entries);
            }
        }
        return Collections.unmodifiableSortedMap(entries);
    }

    private static <T> SortedMap<String, Decision<T>> present(SortedMap<String, Decision<T>> entries) {
        SortedMap<String, Decision<T>> present = new TreeMap<>(entries);
        present.values().removeIf(decision -> !decision.isPresent());
        return present;
    }

    /**
     * Returns a value.
     *
     * @param <T> the value's type
     * @param setting a setting with one value
     * @return the value, or empty
     */
    public <T> Optional<T> get(Setting<T> setting) {
        return decision(setting).value();
    }

    /**
     * Returns the settings about which anything was said.
     *
     * @return in a stable order
     */
    public List<Setting<?>> settings() {
        return List.copyOf(bySetting.keySet());
    }

    /**
     * Returns every decision, also those that took a value away.
     *
     * @return by setting, then by entry
     */
    public List<Decision<?>> all() {
        List<Decision<?>> all = new ArrayList<>();
        bySetting.values().forEach(entries -> all.addAll(entries.values()));
        return all;
    }

    /**
     * Returns a collection that starts with these decisions.
     *
     * @return a builder of its own
     */
    public Builder toBuilder() {
        Builder builder = new Builder(subject);
        bySetting.forEach((setting, entries) -> builder.bySetting.put(setting, new TreeMap<>(entries)));
        return builder;
    }

    private List<Decision<?>> present() {
        return all().stream().filter(Decision::isPresent).toList();
    }

    private String path(Setting<?> setting, String entry) {
        return path(subject, setting, entry);
    }

    private static String path(String subject, Setting<?> setting, String entry) {
        return subject + "/" + setting.id() + (entry.isEmpty() ? "" : "/" + entry);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Decisions that
                && subject.equals(that.subject)
                && present().equals(that.present());
    }

    @Override
    public int hashCode() {
        return present().hashCode();
    }

    @Override
    public String toString() {
        return present().toString();
    }

    /** Collects decisions. */
    public static final class Builder {

        private final String subject;
        private final Map<Setting<?>, SortedMap<String, Decision<?>>> bySetting = new LinkedHashMap<>();

        Builder(String subject) {
            this.subject = subject;
        }

        /**
         * Returns the path under which a value is known in the plan.
         *
         * @param setting the setting
         * @param entry the entry's name; empty for a setting with one value
         * @return the path
         */
        public String path(Setting<?> setting, String entry) {
            return Decisions.path(subject, setting, entry);
        }

        /**
         * Adds or replaces a decision.
         *
         * @param <T> the value's type
         * @param setting the setting
         * @param entry the entry's name; empty for a setting with one value
         * @param decision what is decided
         * @return this builder
         */
        public <T> Builder put(Setting<T> setting, String entry, Decision<T> decision) {
            bySetting.computeIfAbsent(setting, key -> new TreeMap<>()).put(entry, decision);
            return this;
        }

        /**
         * Takes everything about a setting away.
         *
         * @param setting the setting
         * @return this builder
         */
        public Builder remove(Setting<?> setting) {
            bySetting.remove(setting);
            return this;
        }

        /**
         * Ends the collection.
         *
         * @param order the settings in the order in which they are shown; others follow by their ids
         * @return the decisions
         */
        public Decisions build(List<Setting<?>> order) {
            Map<Setting<?>, SortedMap<String, Decision<?>>> ordered = new LinkedHashMap<>(bySetting.size() * 2);
            for (Setting<?> setting : order) {
                SortedMap<String, Decision<?>> entries = bySetting.get(setting);
                if (entries != null) {
                    ordered.put(setting, entries);
                }
            }
            bySetting.entrySet().stream()
                    .filter(entry -> !ordered.containsKey(entry.getKey()))
                    .sorted((a, b) -> a.getKey().id().compareTo(b.getKey().id()))
                    .forEach(entry -> ordered.put(entry.getKey(), entry.getValue()));
            return new Decisions(subject, ordered);
        }
    }
}
