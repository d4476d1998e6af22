package dev.idp.policy;

import dev.idp.EnvironmentSettings;
import dev.idp.Image;
import dev.idp.Settings;
import dev.idp.explain.Decision;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.WorkloadPlan;
import java.util.List;
import java.util.Map;

/** Rules on what is released. */
final class ReleaseRules {

    private ReleaseRules() {}

    static List<Rule<EnvironmentPlan>> all() {
        return List.of(releaseUsed());
    }

    private static Rule<EnvironmentPlan> releaseUsed() {
        return RuleDraft.named(
                        "release-used",
                        new PlanSelection<>(
                                environment -> List.copyOf(environment
                                        .decisions()
                                        .entries(EnvironmentSettings.RELEASE)
                                        .entrySet()),
                                Map.Entry<String, Decision<String>>::getKey,
                                Map.Entry<String, Decision<String>>::getValue))
                .because("whoever released it believes that it runs")
                .fix("remove the release, or mend its name")
                .check((release, findings) -> findings.environment()
                        .findWorkload(release.getKey())
                        .ifPresentOrElse(
                                workload -> compare(release.getValue(), workload, findings),
                                () -> findings.add(
                                        release.getValue(),
                                        "version " + release.getValue().get()
                                                + " is released, and there is no such service or job here")));
    }

    private static void compare(Decision<String> release, WorkloadPlan workload, Findings findings) {
        String version = release.get();
        Image image = workload.image();
        if (!image.equals(Image.isWhole(version) ? new Image(version) : image.at(version))) {
            findings.add(
                    Severity.WARNING,
                    workload.decision(Settings.IMAGE),
                    "version " + version + " is released, and it runs " + image,
                    "remove what is said about the image in "
                            + findings.environment().name() + ", or the release");
        }
    }
}
