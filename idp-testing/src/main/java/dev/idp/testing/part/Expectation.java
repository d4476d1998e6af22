package dev.idp.testing.part;

import dev.idp.Tier;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.Plan;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What a part expects of a platform that takes it.
 *
 * @param part the part, and where it is taken
 * @param demand what it expects
 */
record Expectation(TakenPart part, Demand demand) {

    boolean isExercisedBy(EnvironmentPlan environment) {
        return part.runsIn(environment) && demand.appliesTo(environment);
    }

    void check(EnvironmentPlan environment) {
        try {
            demand.check().accept(environment);
        } catch (RuntimeException | AssertionError broken) {
            String but = broken instanceof AssertionError ? String.valueOf(broken.getMessage()) : broken.toString();
            throw new AssertionError(message("in " + environment.name(), but.strip()), broken);
        }
    }

    String notExercised(Plan plan) {
        String environments = plan.environments().stream()
                .map(environment -> environment.name() + " in tier " + word(environment.tier())
                        + (part.runsIn(environment) ? "" : ", where nothing of the part runs"))
                .collect(Collectors.joining("; "));
        String tiers = demand.tiers().isEmpty()
                ? ""
                : " of tier " + demand.tiers().stream().map(Expectation::word).collect(Collectors.joining(" or "));
        return message("where it runs", "no environment" + tiers + " shows it: there are only " + environments);
    }

    private String message(String where, String but) {
        return part + " expects " + where + " that " + demand.what()
                + "\n    because " + demand.because()
                + "\n    but     " + but.replace("\n", "\n            ")
                + "\n    taken   " + part.where()
                + "\n    said    " + demand.origin();
    }

    private static String word(Tier tier) {
        return tier.name().toLowerCase(Locale.ROOT);
    }
}
