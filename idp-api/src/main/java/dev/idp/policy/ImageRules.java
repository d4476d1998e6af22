package dev.idp.policy;

import dev.idp.Settings;
import dev.idp.plan.EnvironmentPlan;
import java.util.List;

/** Rules on what is run. */
final class ImageRules {

    private ImageRules() {}

    static List<Rule<EnvironmentPlan>> all() {
        return List.of(imagePinned());
    }

    private static Rule<EnvironmentPlan> imagePinned() {
        return Rules.forWorkloads("image-pinned")
                .because("the same plan must run the same code tomorrow")
                .fix("name a version or a digest")
                .link("https://kubernetes.io/docs/concepts/containers/images/#image-names")
                .check((workload, findings) -> {
                    if (!workload.image().isPinned()) {
                        findings.add(workload.decision(Settings.IMAGE), "image " + workload.image() + " is not pinned");
                    }
                    Containers.all(workload).stream()
                            .filter(container -> !container.get().image().isPinned())
                            .forEach(container -> findings.add(
                                    container.said(),
                                    "image " + container.get().image() + " of " + container.name() + " is not pinned"));
                });
    }
}
