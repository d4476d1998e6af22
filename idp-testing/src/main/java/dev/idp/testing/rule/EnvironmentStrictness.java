package dev.idp.testing.rule;

import dev.idp.EnvironmentSettings;
import dev.idp.PublicEntry;
import dev.idp.explain.Decision;
import dev.idp.plan.EnvironmentPlan;
import java.util.ArrayList;
import java.util.List;

/** How strict an environment is as a whole. */
final class EnvironmentStrictness {

    private EnvironmentStrictness() {}

    static List<Deviation> deviations(EnvironmentPlan here, EnvironmentPlan there) {
        List<Deviation> found = new ArrayList<>();
        Decision<PublicEntry> mine = here.decision(EnvironmentSettings.PUBLIC_ENTRY);
        Decision<PublicEntry> other = there.decision(EnvironmentSettings.PUBLIC_ENTRY);
        if (mine.isPresent()
                && !mine.get().hasTls()
                && other.value().filter(PublicEntry::hasTls).isPresent()) {
            found.add(deviation(
                    mine, here, other, there, "the public reaches it without TLS, not so in " + there.name()));
        }
        here.decision(EnvironmentSettings.TEAM_ACCESS)
                .value()
                .flatMap(access -> there.decision(EnvironmentSettings.TEAM_ACCESS)
                        .value()
                        .filter(narrower -> narrower.compareTo(access) < 0)
                        .map(narrower -> deviation(
                                here.decision(EnvironmentSettings.TEAM_ACCESS),
                                here,
                                there.decision(EnvironmentSettings.TEAM_ACCESS),
                                there,
                                "its team-access is " + access + ", in " + there.name() + " " + narrower)))
                .ifPresent(found::add);
        return found;
    }

    static Deviation deviation(
            Decision<?> mine, EnvironmentPlan here, Decision<?> other, EnvironmentPlan there, String message) {
        return new Deviation(
                "", mine.subject(), List.of(mine, here.identity()), List.of(other, there.identity()), message, "");
    }
}
