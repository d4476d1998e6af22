package dev.idp.policy;

import dev.idp.Container;
import dev.idp.Settings;
import dev.idp.explain.Decision;
import dev.idp.plan.WorkloadPlan;
import java.util.ArrayList;
import java.util.List;

/** What runs beside a workload's own image, or before it. */
final class Containers {

    private Containers() {}

    /** How people call a container, and who said that it is there. */
    record Named(String name, Decision<Container> said) {

        Container get() {
            return said.get();
        }
    }

    static List<Named> sidecars(WorkloadPlan workload) {
        return workload.entries(Settings.SIDECAR).values().stream()
                .map(sidecar -> new Named("sidecar " + sidecar.get().name(), sidecar))
                .toList();
    }

    static List<Named> all(WorkloadPlan workload) {
        List<Named> all = new ArrayList<>(sidecars(workload));
        workload.entries(Settings.INIT_STEP)
                .values()
                .forEach(step -> all.add(new Named("init step " + step.get().name(), step)));
        return all;
    }
}
