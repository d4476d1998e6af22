package dev.idp.testing.rule;

import dev.idp.EnvironmentSettings;
import dev.idp.Setting;
import dev.idp.explain.Decision;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.ResourcePlan;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What two environments decide differently as a whole, though they may not. */
final class EnvironmentDifferences {

    /** What makes them two environments, and releases, which the images show. */
    private static final Set<Setting<?>> OWN = Set.of(
            EnvironmentSettings.TIER,
            EnvironmentSettings.NAMESPACE,
            EnvironmentSettings.DOMAIN_NAME,
            EnvironmentSettings.RELEASE);

    private EnvironmentDifferences() {}

    static List<Deviation> deviations(
            EnvironmentPlan here, EnvironmentPlan there, EnvironmentPair pair, Allowed allowed, Domains domains) {
        List<Deviation> found = new ArrayList<>();
        Set<Setting<?>> settings = new LinkedHashSet<>(here.decisions().settings());
        settings.addAll(there.decisions().settings());
        settings.removeAll(OWN);
        settings.forEach(setting -> found.addAll(differing(setting, here, there, allowed, domains)));
        found.addAll(supplied(here, there, pair));
        return found;
    }

    private static <V> List<Deviation> differing(
            Setting<V> setting, EnvironmentPlan here, EnvironmentPlan there, Allowed allowed, Domains domains) {
        Set<String> entries = new TreeSet<>(here.decisions().entries(setting).keySet());
        entries.addAll(there.decisions().entries(setting).keySet());
        return entries.stream()
                .filter(entry -> !allowed.allows(setting, entry))
                .filter(entry -> !domains.isSame(
                        setting,
                        here.decisions().decision(setting, entry),
                        there.decisions().decision(setting, entry)))
                .map(entry -> {
                    Decision<V> mine = here.decisions().decision(setting, entry);
                    Decision<V> other = there.decisions().decision(setting, entry);
                    String name = setting.id() + (entry.isEmpty() ? "" : " " + entry);
                    return EnvironmentStrictness.deviation(
                            mine,
                            here,
                            other,
                            there,
                            "its " + name + " is " + Shown.values(setting, mine, other, there.name()));
                })
                .toList();
    }

    /** Resources and external services, which have no settings to allow: they are left out by name. */
    private static List<Deviation> supplied(EnvironmentPlan here, EnvironmentPlan there, EnvironmentPair pair) {
        Map<String, Decision<?>> mine = supplied(here, pair);
        Map<String, Decision<?>> others = supplied(there, pair);
        Set<String> subjects = new TreeSet<>(mine.keySet());
        subjects.addAll(others.keySet());
        return subjects.stream()
                .filter(subject -> !Objects.equals(mine.get(subject), others.get(subject)))
                .map(subject -> {
                    Decision<?> inMine = mine.getOrDefault(subject, Decision.of(subject, List.of()));
                    Decision<?> inOther = others.getOrDefault(subject, Decision.of(subject, List.of()));
                    return EnvironmentStrictness.deviation(
                            inMine,
                            here,
                            inOther,
                            there,
                            subject + " is " + Shown.values(inMine, inOther, there.name()));
                })
                .toList();
    }

    private static Map<String, Decision<?>> supplied(EnvironmentPlan environment, EnvironmentPair pair) {
        Map<String, Decision<?>> supplied = new TreeMap<>();
        environment.externals().stream()
                .filter(external -> pair.isAbout(external.get().name()))
                .forEach(external -> supplied.put(external.subject(), external));
        environment.resources().stream()
                .filter(resource -> pair.isAbout(resource.name()))
                .map(ResourcePlan::provisioner)
                .forEach(provisioner -> supplied.put(provisioner.subject(), provisioner));
        return supplied;
    }
}
