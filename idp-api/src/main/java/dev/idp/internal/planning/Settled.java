package dev.idp.internal.planning;

import dev.idp.Setting;
import dev.idp.Setting.Merge;
import dev.idp.Settings;
import dev.idp.explain.Claim;
import dev.idp.explain.Demand;
import dev.idp.internal.planning.Layers.Mandated;
import dev.idp.plan.Decisions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the layers decide alike for all workloads that say nothing about it themselves: decided and checked once, not once
 * for each of them.
 *
 * <p>What is wrong is not settled, since it is reported of each workload. Neither are lists, to which everybody adds, nor
 * anything at all where mandates are waived.
 */
final class Settled {

    private final Decisions decisions;
    private final Set<Topic> topics;
    private final Map<Setting<?>, List<Topic>> bySetting = new HashMap<>();
    private final List<Topic> unsettled;

    private Settled(Decisions decisions, Set<Topic> topics, Set<Setting<?>> open) {
        this.decisions = decisions;
        this.topics = topics;
        this.unsettled =
                topics.stream().filter(topic -> open.contains(topic.setting())).toList();
        topics.forEach(topic -> bySetting
                .computeIfAbsent(topic.setting(), setting -> new ArrayList<>(1))
                .add(topic));
    }

    static Settled of(Map<Topic, List<Mandated>> mandates, Map<Topic, List<Claim<?>>> defaults, Flaws flaws) {
        Set<Topic> topics = new LinkedHashSet<>(mandates.keySet());
        topics.addAll(defaults.keySet());
        Decisions.Builder decisions = Decisions.about("");
        Set<Setting<?>> open = new LinkedHashSet<>();
        boolean isWaiving = topics.stream().anyMatch(Topic::isWaiver);
        for (Topic topic : topics) {
            List<Mandated> demanded = mandates.getOrDefault(topic, List.of());
            if (isWaiving
                    || !agree(demanded)
                    || topic.setting().merge() == Merge.APPEND
                    || !settle(
                            topic,
                            topic.setting(),
                            demanded,
                            defaults.getOrDefault(topic, List.of()),
                            decisions,
                            flaws)) {
                open.add(topic.setting());
            }
        }
        open.forEach(decisions::remove);
        return new Settled(decisions.build(Settings.all()), topics, open);
    }

    private static boolean agree(List<Mandated> demanded) {
        return demanded.stream()
                .allMatch(mandate -> Layers.agree(demanded.get(0).claim(), mandate.claim()));
    }

    @SuppressWarnings("unchecked") // The claims about a topic have the type of its setting.
    private static <T> boolean settle(
            Topic topic,
            Setting<T> setting,
            List<Mandated> demanded,
            List<Claim<?>> defaults,
            Decisions.Builder decisions,
            Flaws flaws) {
        List<Claim<T>> claims = new ArrayList<>();
        demanded.forEach(mandate -> claims.add((Claim<T>) mandate.claim()));
        defaults.forEach(claim -> claims.add((Claim<T>) claim));
        List<Demand> demands = demanded.stream()
                .map(mandate -> new Demand(mandate.id(), mandate.claim().source()))
                .toList();
        decisions.decide(setting, topic.entry(), claims, demands);
        return flaws.of(topic, setting, topic.entry(), claims).isEmpty();
    }

    /** What a workload starts with that speaks of these topics. */
    Decisions.Builder start(String subject, Collection<Topic> spoken) {
        Decisions.Builder started = isWaiving(spoken) ? Decisions.about(subject) : Decisions.about(subject, decisions);
        settings(spoken).forEach(started::remove);
        return started;
    }

    /** What of the layers is to be decided for a workload that speaks of these topics, beside these themselves. */
    Collection<Topic> open(Collection<Topic> spoken) {
        if (isWaiving(spoken)) {
            return topics;
        }
        List<Topic> open = new ArrayList<>(unsettled);
        settings(spoken).forEach(setting -> open.addAll(bySetting.getOrDefault(setting, List.of())));
        return open;
    }

    /** Each once, however many entries of it are spoken of. */
    private static Set<Setting<?>> settings(Collection<Topic> spoken) {
        Set<Setting<?>> settings = new LinkedHashSet<>();
        for (Topic topic : spoken) {
            settings.add(topic.setting());
        }
        return settings;
    }

    private static boolean isWaiving(Collection<Topic> spoken) {
        for (Topic topic : spoken) {
            if (topic.isWaiver()) {
                return true;
            }
        }
        return false;
    }
}
