package dev.idp.plan;

import dev.idp.Setting;
import dev.idp.explain.Claim;
import dev.idp.explain.Decision;
import dev.idp.explain.Demand;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The decided settings of one subject: a service or an environment.
 *
 * <p>Two are equal when the same values are set; what was said and lost does not count.
 */
public final class Decisions {

    private final String subject;
    private final Map<Setting<?>, Entries> own;

    /** What was decided once for many subjects, and holds where nothing of a setting is this subject's own. */
    private final @Nullable Decisions shared;

    private final List<Setting<?>> order;

    private Decisions(
            String subject, Map<Setting<?>, Entries> own, @Nullable Decisions shared, List<Setting<?>> order) {
        this.subject = subject;
        this.own = own;
        this.shared = shared;
        this.order = order;
    }

    /**
     * Starts the decisions about a subject.
     *
     * @param subject the path of the subject within the plan
     * @return nothing decided yet
     */
    public static Builder about(String subject) {
        return new Builder(subject, Map.of(), null);
    }

    /**
     * Starts the decisions about a subject with those that were made for many.
     *
     * @param subject the path of the subject within the plan
     * @param shared what holds for the subject as well, until something else is put; shares nothing itself
     * @return a builder
     */
    public static Builder about(String subject, Decisions shared) {
        Builder builder = new Builder(subject, Map.of(), shared);
        // Entries are asked for again and again, single values seldom more than once.
        shared.own.forEach((setting, entries) -> {
            if (setting.hasEntries()) {
                builder.own.put(setting, entries.about(subject));
            }
        });
        return builder;
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
    public <T> Decision<T> decision(Setting<T> setting, String entry) {
        return decision(subject, own, shared, setting, entry);
    }

    @SuppressWarnings("unchecked") // A decision's value has the type of its setting.
    private static <T> Decision<T> decision(
            String subject,
            Map<Setting<?>, Entries> own,
            @Nullable Decisions shared,
            Setting<T> setting,
            String entry) {
        Entries entries = own.get(setting);
        Decision<?> decision = null;
        if (entries != null) {
            decision = entries.get(entry);
        } else if (shared != null) {
            Entries others = shared.own.get(setting);
            Decision<?> other = others == null ? null : others.get(entry);
            decision = other == null ? null : other.about(subject);
        }
        return decision == null ? Decision.of(subject, property(setting, entry), List.of()) : (Decision<T>) decision;
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
        Entries entries = entriesOf(setting);
        SortedMap<String, ?> present = entries == null ? Collections.emptySortedMap() : entries.present();
        return (SortedMap<String, Decision<T>>) present;
    }

    private @Nullable Entries entriesOf(Setting<?> setting) {
        Entries entries = own.get(setting);
        if (entries == null && shared != null) {
            Entries others = shared.own.get(setting);
            return others == null ? null : others.about(subject);
        }
        return entries;
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
        Map<Setting<?>, Entries> others = shared == null ? Map.of() : shared.own;
        List<Setting<?>> said = new ArrayList<>(own.size() + others.size());
        int known = 0;
        for (Setting<?> setting : order) {
            Entries entries = own.get(setting);
            boolean isShared = others.containsKey(setting);
            known += (entries == null ? 0 : 1) + (isShared ? 1 : 0);
            if (entries == null ? isShared : !entries.isEmpty()) {
                said.add(setting);
            }
        }
        if (known < own.size() + others.size()) {
            said.addAll(unordered(others));
        }
        return Collections.unmodifiableList(said);
    }

    /** Those that are not the library's, by their ids. */
    private List<Setting<?>> unordered(Map<Setting<?>, Entries> others) {
        return Stream.concat(own.keySet().stream(), others.keySet().stream())
                .distinct()
                .filter(setting -> !order.contains(setting) && own.get(setting) != Entries.NONE)
                .sorted(Comparator.comparing(Setting::id))
                .toList();
    }

    /**
     * Returns every decision, also those that took a value away.
     *
     * @return by setting, then by entry
     */
    public List<Decision<?>> all() {
        List<Decision<?>> all = new ArrayList<>();
        for (Setting<?> setting : settings()) {
            Entries entries = entriesOf(setting);
            if (entries != null) {
                all.addAll(entries.all());
            }
        }
        return all;
    }

    /**
     * Returns a collection that starts with these decisions.
     *
     * @return a builder of its own
     */
    public Builder toBuilder() {
        return new Builder(subject, own, shared);
    }

    private List<Decision<?>> present() {
        return all().stream().filter(Decision::isPresent).toList();
    }

    private static String property(Setting<?> setting, String entry) {
        return entry.isEmpty() ? "/".concat(setting.id()) : "/" + setting.id() + "/" + entry;
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
        private final Map<Setting<?>, Entries> own;
        private final @Nullable Decisions shared;

        private Builder(String subject, Map<Setting<?>, Entries> own, @Nullable Decisions shared) {
            this.subject = subject;
            this.own = new HashMap<>(own);
            this.shared = shared;
        }

        /**
         * Returns the path under which a value is known in the plan.
         *
         * @param setting the setting
         * @param entry the entry's name; empty for a setting with one value
         * @return the path
         */
        public String path(Setting<?> setting, String entry) {
            return subject.concat(property(setting, entry));
        }

        /**
         * Decides for the strongest of some claims, and puts the decision.
         *
         * @param <T> the value's type
         * @param setting the setting
         * @param entry the entry's name; empty for a setting with one value
         * @param claims all claims, strongest first
         * @param demands the mandates that the value is held to
         * @return the decision
         */
        public <T> Decision<T> decide(Setting<T> setting, String entry, List<Claim<T>> claims, List<Demand> demands) {
            Decision<T> said = Decision.of(subject, property(setting, entry), claims);
            Decision<T> decision = demands.isEmpty() ? said : said.heldTo(demands);
            put(setting, entry, decision);
            return decision;
        }

        /**
         * Returns what is decided so far.
         *
         * @param <T> the type of the value
         * @param setting the setting
         * @param entry the entry's name; empty for a setting with one value
         * @return the decision; without a value and without claims if nobody said anything
         */
        public <T> Decision<T> decision(Setting<T> setting, String entry) {
            return Decisions.decision(subject, own, shared, setting, entry);
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
            Entries known = own.get(setting);
            own.put(setting, known == null ? Entries.of(entry, decision) : known.with(entry, decision));
            return this;
        }

        /**
         * Takes everything about a setting away.
         *
         * @param setting the setting
         * @return this builder
         */
        public Builder remove(Setting<?> setting) {
            if (shared != null && shared.own.containsKey(setting)) {
                own.put(setting, Entries.NONE);
            } else {
                own.remove(setting);
            }
            return this;
        }

        /**
         * Ends the collection.
         *
         * @param order the settings in the order in which they are shown; others follow by their ids
         * @return the decisions
         */
        public Decisions build(List<Setting<?>> order) {
            return new Decisions(subject, new HashMap<>(own), shared, order);
        }
    }
}
