package dev.idp.tests.settings;

import dev.idp.Job;
import dev.idp.JobSettings;
import dev.idp.Service;
import dev.idp.ServiceSettings;
import dev.idp.Setting;
import dev.idp.WorkloadKind;
import dev.idp.WorkloadSettings;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * One setting, and what tests must know of it.
 *
 * @param <T> the type of its value
 * @param setting the key
 * @param entry the name of the entry that the verb says; empty for a setting with one value or a list
 * @param values values that differ; the second one is missing where the entry's name says it all
 * @param verb how a declaration says it
 * @param kinds whom it can be said of
 * @param given what else a workload must say for the setting to make sense
 * @param mistakes what can be wrong with it
 * @param unsetting what is wrong when it is taken away; empty if nothing is
 */
record SettingCase<T>(
        Setting<T> setting,
        String entry,
        List<T> values,
        BiConsumer<WorkloadSettings<?>, T> verb,
        Set<WorkloadKind> kinds,
        Consumer<WorkloadSettings<?>> given,
        List<Mistake> mistakes,
        String unsetting) {

    /** Something wrong that can be said, and what planning answers. */
    record Mistake(Consumer<WorkloadSettings<?>> said, String message, String fix) {
        @Override
        public String toString() {
            return message;
        }
    }

    static <T> SettingCase<T> both(
            Setting<T> setting, String entry, T first, T second, BiConsumer<WorkloadSettings<?>, T> verb) {
        return new SettingCase<>(
                setting,
                entry,
                List.of(first, second),
                verb,
                EnumSet.allOf(WorkloadKind.class),
                workload -> {},
                List.of(),
                "");
    }

    static <T> SettingCase<T> services(
            Setting<T> setting, String entry, T first, T second, BiConsumer<ServiceSettings<?>, T> verb) {
        return both(setting, entry, first, second, (said, value) -> verb.accept((ServiceSettings<?>) said, value))
                .onlyFor(WorkloadKind.SERVICE);
    }

    static <T> SettingCase<T> jobs(
            Setting<T> setting, String entry, T first, T second, BiConsumer<JobSettings<?>, T> verb) {
        return both(setting, entry, first, second, (said, value) -> verb.accept((JobSettings<?>) said, value))
                .onlyFor(WorkloadKind.JOB);
    }

    private SettingCase<T> onlyFor(WorkloadKind kind) {
        return new SettingCase<>(setting, entry, values, verb, EnumSet.of(kind), given, mistakes, unsetting);
    }

    /** The value says nothing that the entry's name does not say. */
    SettingCase<T> saidByItsName() {
        return new SettingCase<>(setting, entry, List.of(first()), verb, kinds, given, mistakes, unsetting);
    }

    SettingCase<T> given(Consumer<ServiceSettings<?>> context) {
        return new SettingCase<>(
                setting,
                entry,
                values,
                verb,
                kinds,
                workload -> context.accept((ServiceSettings<?>) workload),
                mistakes,
                unsetting);
    }

    SettingCase<T> refusing(Consumer<WorkloadSettings<?>> wrong, String message, String fix) {
        List<Mistake> more = new ArrayList<>(mistakes);
        more.add(new Mistake(wrong, message, fix));
        return new SettingCase<>(setting, entry, values, verb, kinds, given, List.copyOf(more), unsetting);
    }

    SettingCase<T> refusingOfServices(Consumer<ServiceSettings<?>> wrong, String message, String fix) {
        return refusing(said -> wrong.accept((ServiceSettings<?>) said), message, fix);
    }

    SettingCase<T> refusingOfJobs(Consumer<JobSettings<?>> wrong, String message, String fix) {
        return refusing(said -> wrong.accept((JobSettings<?>) said), message, fix);
    }

    SettingCase<T> refusingToBeUnset(String message) {
        return new SettingCase<>(setting, entry, values, verb, kinds, given, mistakes, message);
    }

    T first() {
        return values.get(0);
    }

    T second() {
        return values.get(1);
    }

    boolean hasTwoValues() {
        return values.size() == 2;
    }

    boolean isAppended() {
        return setting.merge() == Setting.Merge.APPEND;
    }

    boolean canBeUnset() {
        return unsetting.isEmpty();
    }

    /** The path below a workload at which planning decides it: {@code env/LOG}. */
    String topic() {
        return setting.id() + (entry.isEmpty() ? "" : "/" + entry);
    }

    /** How planning calls it when it speaks of one workload: {@code env LOG}. */
    String name() {
        return setting.id() + (entry.isEmpty() ? "" : " " + entry);
    }

    /** The entry under which a plan holds the value: for a list, its first place. */
    String planned() {
        return isAppended() ? "001" : entry;
    }

    boolean isFor(WorkloadKind kind) {
        return kinds.contains(kind);
    }

    /** One of the kinds that it can be said of. */
    WorkloadKind anyKind() {
        return kinds.iterator().next();
    }

    Optional<WorkloadKind> foreignKind() {
        return EnumSet.complementOf(EnumSet.copyOf(kinds)).stream().findFirst();
    }

    Service.Builder service() {
        Service.Builder service = Service.named("w");
        given.accept(service);
        return service;
    }

    Job.Builder job() {
        Job.Builder job = Job.named("w");
        given.accept(job);
        return job;
    }

    @Override
    public String toString() {
        return topic();
    }
}
