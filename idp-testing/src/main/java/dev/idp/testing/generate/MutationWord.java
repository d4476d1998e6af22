package dev.idp.testing.generate;

import dev.idp.Container;
import dev.idp.ExternalService;
import dev.idp.WorkloadSettings;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * What one workload may suddenly say in one environment: nothing of it is said by anybody before.
 *
 * @param topic what it is about: {@code label/mutated}; empty if it is a call
 * @param said how it is said
 */
record MutationWord(String topic, Said<WorkloadSettings<?>> said) {

    private static final List<MutationWord> ALL = List.of(
            word("label/mutated", "label(\"mutated\", \"yes\")", it -> it.label("mutated", "yes")),
            word("image", "image(\"registry.example/mutated:1\")", it -> it.image("registry.example/mutated:1")),
            word("env/MUTATED", "env(\"MUTATED\", \"yes\")", it -> it.env("MUTATED", "yes")),
            word("file//etc/mutated", "file(\"/etc/mutated\", \"yes\")", it -> it.file("/etc/mutated", "yes")),
            word("scratch//mutated", "scratch(\"/mutated\")", it -> it.scratch("/mutated")),
            word("annotation/mutated", "annotation(\"mutated\", \"yes\")", it -> it.annotation("mutated", "yes")),
            word("command", "command(\"mutated\")", it -> it.command("mutated")),
            word(
                    "sidecar/mutant",
                    "sidecar(Container.named(\"mutant\").image(\"mutant:1\").build())",
                    it -> it.sidecar(Container.named("mutant").image("mutant:1").build())),
            word(
                    "shutdown-grace",
                    "shutdownGrace(Duration.ofSeconds(4711))"
                            + ".waives(\"grace-law\", \"it is slow\", \"mutants\", LocalDate.of(2027, 1, 31))",
                    it -> it.shutdownGrace(Duration.ofSeconds(4711))
                            .waives(MadeEnvironments.GRACE_LAW, "it is slow", "mutants", LocalDate.of(2027, 1, 31))),
            word(
                    "",
                    "uses(ExternalService.named(\"mutated\").at(\"mutated.example\", 443).build())",
                    it -> it.uses(ExternalService.named("mutated")
                            .at("mutated.example", 443)
                            .build())));

    private static MutationWord word(String topic, String source, Consumer<WorkloadSettings<?>> effect) {
        return new MutationWord(topic, Said.of(source, effect));
    }

    /** Returns one that the workload may say there; none only if everything is mandated. */
    static Optional<MutationWord> choose(Choices choices, MadeWorkload<?, ?> mutant, Scene.Place place) {
        int first = choices.below(ALL.size());
        return IntStream.range(first, first + ALL.size())
                .mapToObj(i -> ALL.get(i % ALL.size()))
                .filter(word -> mutant.maySayIn(place, word.said()))
                .findFirst();
    }

    Mutation mutation(MadeWorkload<?, ?> mutant, Scene.Place place) {
        String kind = mutant instanceof MadeJob ? "jobs/" : "services/";
        return new Mutation(
                place.environment().name(),
                mutant.name(),
                topic.isEmpty() ? "" : kind + mutant.name() + "/" + topic,
                said.source());
    }
}
