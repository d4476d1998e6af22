package dev.idp.internal.planning;

import dev.idp.Environment;
import dev.idp.Ground;
import dev.idp.Platform;
import dev.idp.Requirement;
import dev.idp.Setting;
import dev.idp.Settings;
import dev.idp.Statement;
import dev.idp.explain.Claim;
import dev.idp.explain.Layer;
import dev.idp.explain.Origin;
import dev.idp.explain.Source;
import dev.idp.internal.planning.PavedPaths.Paved;
import dev.idp.internal.planning.PavedPaths.Stretch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Everything that is said about the services of one golden path in one environment by others than the services.
 *
 * @param mandates demands, by what they are about
 * @param defaults what weaker layers than a service say, strongest first
 * @param bounds demands that leave a choice
 */
record Layers(Map<Topic, List<Claim<?>>> mandates, Map<Topic, List<Claim<?>>> defaults, List<Bounded> bounds) {

    /** A bound and who demands it. */
    record Bounded(Requirement<?> requirement, Source source) {}

    static Layers of(Platform platform, Environment environment, Paved paved) {
        Map<Topic, List<Claim<?>>> mandates = new LinkedHashMap<>();
        Map<Topic, List<Claim<?>>> defaults = new LinkedHashMap<>();
        List<Bounded> bounds = new ArrayList<>();
        String ofPlatform = "platform " + platform.name();
        String ofEnvironment = "environment " + environment.name();
        demand(platform.ground(), ofPlatform, mandates, bounds);
        demand(environment.ground(), ofEnvironment, mandates, bounds);
        for (Stretch stretch : paved.stretches()) {
            demand(stretch.ground(), stretch.speaker(), mandates, bounds);
        }
        for (Stretch stretch : paved.stretches()) {
            claim(stretch.ground().defaults(), Layer.GOLDEN_PATH, stretch.speaker(), defaults);
        }
        claim(environment.ground().defaults(), Layer.ENVIRONMENT, ofEnvironment, defaults);
        claim(platform.ground().defaults(), Layer.PLATFORM, ofPlatform, defaults);
        Settings.all().forEach(setting -> claimLibraryDefault(setting, defaults));
        return new Layers(mandates, defaults, bounds);
    }

    private static void demand(
            Ground ground, String speaker, Map<Topic, List<Claim<?>>> mandates, List<Bounded> bounds) {
        claim(ground.mandates(), Layer.MANDATE, speaker, mandates);
        for (Requirement<?> requirement : ground.requirements()) {
            bounds.add(new Bounded(
                    requirement, new Source(Layer.MANDATE, speaker, requirement.origin(), requirement.because())));
        }
    }

    /** Backwards: within one ground the later statement wins. */
    private static void claim(
            List<Statement<?>> statements, Layer layer, String speaker, Map<Topic, List<Claim<?>>> claims) {
        for (int i = statements.size() - 1; i >= 0; i--) {
            Statement<?> statement = statements.get(i);
            claims.computeIfAbsent(Topic.of(statement), topic -> new ArrayList<>(2))
                    .add(claim(statement, layer, speaker));
        }
    }

    static <T> Claim<T> claim(Statement<T> statement, Layer layer, String speaker) {
        return new Claim<>(new Source(layer, speaker, statement.origin(), statement.reason()), statement.value());
    }

    private static <T> void claimLibraryDefault(Setting<T> setting, Map<Topic, List<Claim<?>>> claims) {
        setting.libraryDefault().ifPresent(value -> claims.computeIfAbsent(
                        new Topic(setting, ""), topic -> new ArrayList<>(1))
                .add(new Claim<>(
                        new Source(Layer.LIBRARY, "library default", Origin.UNKNOWN, setting.reason()), value)));
    }
}
