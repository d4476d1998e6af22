package dev.idp.internal.planning;

import dev.idp.Environment;
import dev.idp.EnvironmentSettings;
import dev.idp.Image;
import dev.idp.Statement;
import dev.idp.explain.Claim;
import dev.idp.explain.Layer;
import dev.idp.explain.Source;
import dev.idp.plan.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The versions that are released in one environment, as a layer of their own. */
final class Released {

    private final Environment environment;
    private final Problems problems;
    private final Map<String, Statement<?>> byWorkload = new HashMap<>();

    Released(Environment environment, Problems problems) {
        this.environment = environment;
        this.problems = problems;
        for (Statement<?> statement : environment.statements()) {
            if (statement.setting().equals(EnvironmentSettings.RELEASE) && isSound(statement)) {
                byWorkload.putIfAbsent(statement.entry(), statement);
            }
        }
    }

    /** What is wrong with a release is reported by the environment. */
    private static boolean isSound(Statement<?> release) {
        return EnvironmentSettings.RELEASE
                .flawOf(release.entry(), (String) Decided.value(release))
                .isEmpty();
    }

    /**
     * Adds the released version to what a workload says about its image.
     *
     * @param workload the workload's name
     * @param own what it says itself, strongest first
     * @param weaker what others say
     * @return what it says with the release among it; empty if there is none
     */
    Optional<List<Claim<?>>> claim(String workload, List<Claim<?>> own, List<Claim<?>> weaker) {
        Statement<?> release = byWorkload.get(workload);
        if (release == null) {
            return Optional.empty();
        }
        List<Claim<?>> claims = new ArrayList<>(own);
        int place = 0;
        while (place < claims.size() && claims.get(place).source().layer().compareTo(Layer.RELEASE) < 0) {
            place++;
        }
        List<Claim<?>> below = new ArrayList<>(claims.subList(place, claims.size()));
        below.addAll(weaker);
        Optional<Image> image = image((String) Decided.value(release), below);
        if (image.isPresent()) {
            Source source =
                    new Source(Layer.RELEASE, "release of " + environment.name(), release.origin(), release.reason());
            claims.add(place, new Claim<>(source, image.get()));
        } else if (place == 0) {
            problems.add(Problem.of(
                            workload,
                            environment.name(),
                            "version " + release.value() + " is released, and nobody says of which image")
                    .cite("released", release.origin())
                    .fix("say image(...) without a version, or release a whole image"));
        }
        return Optional.of(claims);
    }

    private static Optional<Image> image(String version, List<Claim<?>> below) {
        if (Image.isWhole(version)) {
            return Optional.of(new Image(version));
        }
        return below.stream().findFirst().map(claim -> (Image) claim.value()).map(named -> named.at(version));
    }
}
