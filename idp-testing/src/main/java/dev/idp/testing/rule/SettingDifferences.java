package dev.idp.testing.rule;

import dev.idp.Setting;
import dev.idp.Settings;
import dev.idp.explain.Decision;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The settings of a workload that differ between two environments, though they may not. */
record SettingDifferences(WorkloadPair pair, Allowed allowed, Domains domains) {

    List<Deviation> all() {
        Set<Setting<?>> settings = new LinkedHashSet<>(pair.mine().decisions().settings());
        settings.addAll(pair.other().decisions().settings());
        List<Deviation> found = new ArrayList<>();
        for (Setting<?> setting : settings) {
            found.addAll(allowed.hosts() && setting.equals(Settings.ROUTE) ? routes() : differing(setting));
        }
        return found;
    }

    private <V> List<Deviation> differing(Setting<V> setting) {
        Set<String> entries = new TreeSet<>(pair.mine().entries(setting).keySet());
        entries.addAll(pair.other().entries(setting).keySet());
        return entries.stream()
                .filter(entry -> !allowed.allows(setting, entry))
                .filter(entry -> !domains.isSame(
                        setting,
                        pair.mine().decisions().decision(setting, entry),
                        pair.other().decisions().decision(setting, entry)))
                .map(entry -> Strictness.weaker(
                        setting,
                        pair.mine().decisions().decision(setting, entry),
                        pair.other().decisions().decision(setting, entry),
                        pair))
                .toList();
    }

    private List<Deviation> routes() {
        List<Deviation> found = new ArrayList<>();
        if (!allowed.allows(Settings.ROUTE, "")) {
            Decision<?> none = pair.other().decision(Settings.ROUTE);
            Routes.beyond(pair.mine(), pair.other())
                    .forEach(route -> found.add(pair.deviation(
                            route,
                            none,
                            "it is public at " + route.get() + ", not so in "
                                    + pair.there().name(),
                            "")));
            Routes.beyond(pair.other(), pair.mine())
                    .forEach(route -> found.add(pair.deviation(
                            pair.path(route),
                            List.of(),
                            List.of(route),
                            "it is not public as it is in " + pair.there().name() + ", at " + route.get(),
                            "")));
        }
        return found;
    }
}
