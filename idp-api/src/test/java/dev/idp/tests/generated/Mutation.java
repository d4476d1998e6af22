package dev.idp.tests.generated;

import dev.idp.Container;
import dev.idp.ExternalService;
import dev.idp.WorkloadSettings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One thing that one workload says otherwise in one environment.
 *
 * @param topic what it is about: {@code label/mutated}
 * @param said how it is said
 */
record Mutation(String topic, Consumer<WorkloadSettings<?>> said) {

    private static final List<Mutation> ALL = List.of(
            new Mutation("label/mutated", workload -> workload.label("mutated", "yes")),
            new Mutation("image", workload -> workload.image("registry.example/mutated:1")),
            new Mutation("env/MUTATED", workload -> workload.env("MUTATED", "yes")),
            new Mutation("file//etc/mutated", workload -> workload.file("/etc/mutated", "yes")),
            new Mutation("scratch//mutated", workload -> workload.scratch("/mutated")),
            new Mutation("annotation/mutated", workload -> workload.annotation("mutated", "yes")),
            new Mutation("command", workload -> workload.command("mutated")),
            new Mutation(
                    "sidecar/mutant",
                    workload -> workload.sidecar(
                            Container.named("mutant").image("mutant:1").build())),
            new Mutation("shutdown-grace", workload -> workload.shutdownGrace(Duration.ofSeconds(4711))
                    .waives(RandomEnvironments.GRACE_LAW, "it is slow", "mutants", RandomPlatform.SOON)));

    static final Mutation CALL = new Mutation(
            "",
            workload -> workload.uses(
                    ExternalService.named("mutated").at("mutated.example", 443).build()));

    /** Returns the mutation of a number; none for 0. */
    static Optional<Mutation> of(long number) {
        if (number == 0) {
            return Optional.empty();
        }
        int place = (int) Math.floorMod(number, ALL.size() + 1L);
        return Optional.of(place == ALL.size() ? CALL : ALL.get(place));
    }
}
