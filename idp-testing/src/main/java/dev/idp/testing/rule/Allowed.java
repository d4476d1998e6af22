package dev.idp.testing.rule;

import dev.idp.Setting;
import dev.idp.explain.Decision;
import java.util.Set;
import java.util.TreeSet;

/**
 * In what two environments may differ.
 *
 * @param settings the ids of settings
 * @param entries entries of settings, as {@code env/LOG_LEVEL}
 * @param hosts whether public hosts may differ, and the domain wherever it stands in a text
 */
record Allowed(Set<String> settings, Set<String> entries, boolean hosts) {

    boolean isNothing() {
        return settings.isEmpty() && entries.isEmpty() && !hosts;
    }

    Allowed in(Setting<?>... more) {
        Set<String> all = new TreeSet<>(settings);
        for (Setting<?> setting : more) {
            all.add(setting.id());
        }
        return new Allowed(all, entries, hosts);
    }

    Allowed inEntries(Setting<?> setting, String... names) {
        Set<String> all = new TreeSet<>(entries);
        for (String name : names) {
            all.add(setting.id() + "/" + name);
        }
        return new Allowed(settings, all, hosts);
    }

    Allowed inHosts() {
        return new Allowed(settings, entries, true);
    }

    boolean allows(Setting<?> setting, String entry) {
        return settings.contains(setting.id()) || entries.contains(setting.id() + "/" + entry);
    }

    /** Whether something of a workload, or of an environment, may differ. */
    boolean allows(Decision<?> decision) {
        String[] path = decision.subject().split("/", 4);
        return path.length > 2
                && (settings.contains(path[2]) || (path.length > 3 && entries.contains(path[2] + "/" + path[3])));
    }

    /** Returns for example {@code replicas and env LOG_LEVEL and hosts}. */
    @Override
    public String toString() {
        Set<String> all = new TreeSet<>(settings);
        entries.forEach(entry -> all.add(Shown.name(entry)));
        if (hosts) {
            all.add("hosts");
        }
        return String.join(" and ", all);
    }
}
