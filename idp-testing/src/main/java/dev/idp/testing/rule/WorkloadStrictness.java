package dev.idp.testing.rule;

import dev.idp.Restriction;
import dev.idp.Setting;
import dev.idp.Settings;
import java.util.ArrayList;
import java.util.List;

/** How strictly a workload itself is run. */
final class WorkloadStrictness {

    /** What must not be lost, whatever its value: more of it may be right where there is more load. */
    private static final List<Setting<?>> KEPT = List.of(
            Settings.STARTUP,
            Settings.LIVENESS,
            Settings.READINESS,
            Settings.CPU,
            Settings.CPU_LIMIT,
            Settings.MEMORY,
            Settings.MEMORY_LIMIT);

    private WorkloadStrictness() {}

    static List<Strictness> all() {
        List<Strictness> all = new ArrayList<>();
        all.add(Strictness.in(Settings.REPLICAS, (mine, other) -> mine.minimum() >= other.minimum()));
        all.add(Strictness.in(Settings.NON_ROOT, WorkloadStrictness::isNotLifted));
        all.add(Strictness.in(Settings.READ_ONLY_ROOT, WorkloadStrictness::isNotLifted));
        KEPT.forEach(setting -> all.add(Strictness.in(setting, (mine, other) -> true)));
        return all;
    }

    private static boolean isNotLifted(Restriction mine, Restriction other) {
        return mine.holds() || !other.holds();
    }
}
