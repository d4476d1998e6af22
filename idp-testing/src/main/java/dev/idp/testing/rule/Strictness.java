package dev.idp.testing.rule;

import dev.idp.Setting;
import dev.idp.explain.Decision;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/** One respect in which a workload may be less strict in one environment than in another. */
@FunctionalInterface
interface Strictness {

    List<Deviation> of(WorkloadPair pair);

    /** What has a value there has one here, and one that is as strict. */
    static <V> Strictness in(Setting<V> setting, BiPredicate<? super V, ? super V> isAsStrict) {
        return pair -> decisions(setting, pair)
                .filter(other -> other.getValue().isPresent())
                .filter(other -> pair.mine()
                        .decisions()
                        .decision(setting, other.getKey())
                        .value()
                        .filter(mine -> isAsStrict.test(mine, other.getValue().get()))
                        .isEmpty())
                .map(other -> weaker(
                        setting, pair.mine().decisions().decision(setting, other.getKey()), other.getValue(), pair))
                .toList();
    }

    private static <V> Stream<Map.Entry<String, Decision<V>>> decisions(Setting<V> setting, WorkloadPair pair) {
        return setting.hasEntries()
                ? pair.other().entries(setting).entrySet().stream()
                : Stream.of(Map.entry("", pair.other(setting)));
    }

    static <V> Deviation weaker(Setting<V> setting, Decision<V> mine, Decision<V> other, WorkloadPair pair) {
        return pair.deviation(
                mine,
                other,
                "its " + Shown.name(pair.path(mine)) + " is "
                        + Shown.values(setting, mine, other, pair.there().name()),
                "");
    }
}
