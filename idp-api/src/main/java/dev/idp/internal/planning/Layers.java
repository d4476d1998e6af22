package dev.idp.internal.planning;

import dev.idp.Environment;
import dev.idp.Ground;
import dev.idp.Mandate;
import dev.idp.Platform;
import dev.idp.Requirement;
import dev.idp.Setting;
import dev.idp.Settings;
import dev.idp.Statement;
import dev.idp.WorkloadKind;
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
import java.util.Objects;

/**
 * Everything that is said about the workloads of one kind and golden path in one environment by others than the workloads.
 *
 * @param mandates demands, by what they are about
 * @param defaults what weaker layers than a workload say, strongest first
 * @param bounds demands that leave a choice
 * @param settled what of it is alike for all workloads
 */
record Layers(
        Map<Topic, List<Mandated>> mandates,
        Map<Topic, List<Claim<?>>> defaults,
        List<Bounded> bounds,
        Settled settled) {

    /** A bound and who demands it. */
    record Bounded(Requirement<?> requirement, Source source) {}

    /** A demand, and the id by which it can be waived. */
    record Mandated(String id, Claim<?> claim) {}

    static Layers of(Platform platform, Environment environment, Paved paved, WorkloadKind kind, Flaws flaws) {
        Builder layers = new Builder(kind);
        String ofPlatform = "platform " + platform.name();
        String ofEnvironment = "environment " + environment.name();
        List<Ground> platforms = grounds(kind, platform.jobGround(), platform.ground());
        List<Ground> environments = grounds(kind, environment.jobGround(), environment.ground());
        platforms.forEach(ground -> layers.demand(ground, ofPlatform));
        environments.forEach(ground -> layers.demand(ground, ofEnvironment));
        for (Stretch stretch : paved.stretches()) {
            layers.demand(stretch.ground(), stretch.speaker());
        }
        for (Stretch stretch : paved.stretches()) {
            layers.claim(stretch.ground(), Layer.GOLDEN_PATH, stretch.speaker());
        }
        environments.forEach(ground -> layers.claim(ground, Layer.ENVIRONMENT, ofEnvironment));
        platforms.forEach(ground -> layers.claim(ground, Layer.PLATFORM, ofPlatform));
        Settings.all().forEach(layers::claimLibraryDefault);
        // Many workloads share these lists; immutable ones are not copied into every decision.
        layers.defaults.replaceAll((topic, claims) -> List.copyOf(claims));
        return new Layers(
                layers.mandates, layers.defaults, layers.bounds, Settled.of(layers.mandates, layers.defaults, flaws));
    }

    static boolean agree(Claim<?> mandate, Claim<?> other) {
        return Objects.equals(mandate.value(), other.value());
    }

    /** What is said of jobs alone is stronger than what is said of all workloads in the same place. */
    private static List<Ground> grounds(WorkloadKind kind, Ground ofJobs, Ground ofAll) {
        return kind == WorkloadKind.JOB ? List.of(ofJobs, ofAll) : List.of(ofAll);
    }

    static <T> Claim<T> claim(Statement<T> statement, Layer layer, String speaker) {
        return new Claim<>(new Source(layer, speaker, statement.origin(), statement.reason()), statement.value());
    }

    /** Passes over what is about other kinds of workloads: a job has no replicas, whatever an environment says. */
    private static final class Builder {

        private final WorkloadKind kind;
        private final Map<Topic, List<Mandated>> mandates = new LinkedHashMap<>();
        private final Map<Topic, List<Claim<?>>> defaults = new LinkedHashMap<>();
        private final List<Bounded> bounds = new ArrayList<>();

        Builder(WorkloadKind kind) {
            this.kind = kind;
        }

        /** Backwards: within one ground the later statement wins. */
        void demand(Ground ground, String speaker) {
            List<Mandate<?>> said = ground.mandates();
            for (int i = said.size() - 1; i >= 0; i--) {
                Statement<?> statement = said.get(i).statement();
                if (statement.setting().isFor(kind)) {
                    mandates.computeIfAbsent(Topic.of(statement), topic -> new ArrayList<>(1))
                            .add(new Mandated(said.get(i).id(), Layers.claim(statement, Layer.MANDATE, speaker)));
                }
            }
            for (Requirement<?> requirement : ground.requirements()) {
                if (requirement.setting().isFor(kind)) {
                    bounds.add(new Bounded(
                            requirement,
                            new Source(Layer.MANDATE, speaker, requirement.origin(), requirement.because())));
                }
            }
        }

        void claim(Ground ground, Layer layer, String speaker) {
            List<Statement<?>> said = ground.defaults();
            for (int i = said.size() - 1; i >= 0; i--) {
                Statement<?> statement = said.get(i);
                if (statement.setting().isFor(kind)) {
                    claims(Topic.of(statement)).add(Layers.claim(statement, layer, speaker));
                }
            }
        }

        <T> void claimLibraryDefault(Setting<T> setting) {
            if (setting.isFor(kind)) {
                setting.libraryDefault().ifPresent(value -> claims(new Topic(setting, ""))
                        .add(new Claim<>(
                                new Source(Layer.LIBRARY, "library default", Origin.UNKNOWN, setting.reason()),
                                value)));
            }
        }

        private List<Claim<?>> claims(Topic topic) {
            return defaults.computeIfAbsent(topic, key -> new ArrayList<>(2));
        }
    }
}
