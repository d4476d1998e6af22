package dev.idp.internal.planning;

import dev.idp.EnvironmentSettings;
import dev.idp.Flaw;
import dev.idp.Setting;
import dev.idp.Setting.Merge;
import dev.idp.Settings;
import dev.idp.explain.Claim;
import dev.idp.explain.Origin;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds what is wrong with a single value, whoever says it; what many workloads share is checked once. */
final class Flaws {

    /** What every workload can say. */
    private static final Set<Setting<?>> SAYABLE = Settings.all().stream()
            .filter(setting -> !setting.equals(Settings.WAIVED))
            .collect(Collectors.toSet());

    private final Map<String, Setting<?>> settings = new HashMap<>();
    private final Map<Claim<?>, Optional<Flaw>> known;

    /** Takes what the checks of other environments have found. */
    private Flaws(Map<Claim<?>, Optional<Flaw>> known) {
        this.known = known;
        Settings.all().forEach(setting -> settings.put(setting.id(), setting));
        EnvironmentSettings.all().forEach(setting -> settings.put(setting.id(), setting));
    }

    /** Claims are the same in all environments, which are planned side by side. */
    static Flaws inAll() {
        return new Flaws(Collections.synchronizedMap(new IdentityHashMap<>()));
    }

    /** Ids are given away in each environment anew, since each has golden paths of its own. */
    Flaws inOne() {
        return new Flaws(known);
    }

    /** Finds out what is wrong with a topic, or with the strongest of the claims about it. */
    <T> Optional<Flaw> of(Topic topic, Setting<T> setting, String entry, List<Claim<T>> claims) {
        return ofId(setting)
                .or(() -> ofEntry(topic))
                .or(() -> claims.isEmpty() ? Optional.empty() : ofClaim(setting, entry, claims.get(0)));
    }

    /** Two settings of one id would be mistaken for each other wherever ids stand: in plans, in explanations. */
    private Optional<Flaw> ofId(Setting<?> setting) {
        Setting<?> first = settings.putIfAbsent(setting.id(), setting);
        if (setting.equals(first) && SAYABLE.contains(setting)) {
            return Optional.empty();
        }
        if (first != null
                && EnvironmentSettings.all().contains(first)
                && !Settings.all().contains(first)) {
            return Optional.of(
                    new Flaw(setting + " is about environments, not about services", "say it of the environment"));
        }
        if (setting.equals(Settings.WAIVED)) {
            return Optional.of(new Flaw("what is waived is found out, not said", "say waives(...)"));
        }
        return first == null || first.equals(setting)
                ? Optional.empty()
                : Optional.of(new Flaw(
                        "two settings have the id '" + setting + "'",
                        "give the one that is not the library's another id"));
    }

    private static Optional<Flaw> ofEntry(Topic topic) {
        boolean keyed = topic.setting().merge() == Merge.BY_KEY;
        if (keyed != topic.entry().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Flaw(
                keyed ? topic.setting() + " has entries, and none is named" : topic.setting() + " has no entries",
                keyed ? "say the entry's name as well" : "say it without '" + topic.entry() + "'"));
    }

    private <T> Optional<Flaw> ofClaim(Setting<T> setting, String entry, Claim<T> claim) {
        Optional<Flaw> checked = known.get(claim);
        if (checked == null) {
            T value = claim.value();
            checked = value == null ? Optional.empty() : ofValue(setting, entry, value);
            known.put(claim, checked);
        }
        return checked;
    }

    private static <T> Optional<Flaw> ofValue(Setting<T> setting, String entry, T value) {
        try {
            return setting.flawOf(entry, value);
        } catch (RuntimeException thrown) {
            return Optional.of(new Flaw(
                    "the check of " + setting + " failed at " + Origin.of(thrown) + ": " + thrown, "mend the check"));
        }
    }
}
