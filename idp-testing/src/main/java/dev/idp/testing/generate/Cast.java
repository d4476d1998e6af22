package dev.idp.testing.generate;

import dev.idp.Job;
import dev.idp.Service;
import dev.idp.WorkloadSettings;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The made-up workloads of a platform, and what they say of each other: who calls whom may go round, who starts after whom
 * goes from services to jobs and then downwards by number, so never round.
 */
final class Cast {

    private final Choices choices;
    private final Scene scene;
    private final List<MadeService> services;
    private final List<MadeJob> jobs;
    private final Map<String, Scene.Place> confined = new HashMap<>();

    Cast(Choices choices, Scene scene, List<MadeService> services, List<MadeJob> jobs) {
        this.choices = choices;
        this.scene = scene;
        this.services = services;
        this.jobs = jobs;
    }

    List<MadeWorkload<?, ?>> all() {
        return Stream.<MadeWorkload<?, ?>>concat(jobs.stream(), services.stream())
                .toList();
    }

    /** Those that others can call by the name of a port. */
    List<MadeService> speakers() {
        return services.stream().filter(MadeService::speaksHttp).toList();
    }

    /** Whether it is in all environments, where everybody can call it. */
    boolean isEverywhere(MadeService service) {
        return !confined.containsKey(service.name());
    }

    void relate() {
        Set<String> mentioned = new HashSet<>();
        List<MadeWorkload<?, ?>> all = all();
        List<MadeService> speakers = speakers();
        if (!speakers.isEmpty()) {
            choices.some(0, 2 * all.size(), () -> {
                MadeWorkload<?, ?> caller = choices.oneOf(all);
                String called = choices.oneOf(speakers).name();
                mentioned.add(called);
                return caller.say(call(choices.below(3), called));
            });
        }
        if (all.size() > 1) {
            choices.some(0, all.size(), () -> {
                int later = 1 + choices.below(all.size() - 1);
                MadeWorkload<?, ?> earlier = all.get(choices.below(later));
                mentioned.add(earlier.name());
                return all.get(later).say(startAfter(earlier));
            });
        }
        all.stream()
                .filter(workload -> !mentioned.contains(workload.name()))
                .forEach(workload -> choices.together(() -> !choices.oneIn(6) || confine(workload)));
    }

    private static Said<WorkloadSettings<?>> call(int how, String called) {
        String variable = "CALL_" + called.toUpperCase(Locale.ROOT);
        return switch (how) {
            case 0 ->
                Said.of(
                        "env(\"" + variable + "\", Service.ref(\"" + called + "\").url(\"http\"))",
                        it -> it.env(variable, Service.ref(called).url("http")));
            case 1 ->
                Said.of(
                        "arguments(Service.ref(\"" + called + "\").address(\"http\"))",
                        it -> it.arguments(Service.ref(called).address("http")));
            default -> Said.of("uses(Service.ref(\"" + called + "\"))", it -> it.uses(Service.ref(called)));
        };
    }

    private static Said<WorkloadSettings<?>> startAfter(MadeWorkload<?, ?> earlier) {
        String name = earlier.name();
        return earlier instanceof MadeJob
                ? Said.of("startsAfter(Job.ref(\"" + name + "\"))", it -> it.startsAfter(Job.ref(name)))
                : Said.of("startsAfter(Service.ref(\"" + name + "\"))", it -> it.startsAfter(Service.ref(name)));
    }

    private boolean confine(MadeWorkload<?, ?> workload) {
        Scene.Place place = choices.oneOf(scene.places());
        confined.put(workload.name(), place);
        return workload.confine(place);
    }

    /** Lets one of them say one more thing, where it runs, if that is wanted; returns what it is. */
    Optional<Mutation> mutate(boolean wanted) {
        MadeWorkload<?, ?> mutant = choices.oneOf(all());
        Scene.Place anywhere = choices.oneOf(scene.places());
        Scene.Place place = confined.getOrDefault(mutant.name(), anywhere);
        Optional<MutationWord> word = MutationWord.choose(choices, mutant, place);
        if (wanted) {
            word.ifPresent(it -> mutant.sayNew(place, it.said()));
        }
        return word.map(it -> it.mutation(mutant, place));
    }

    List<Service> buildServices(Order order, Listing listing) {
        return services.stream()
                .map(service -> {
                    listing.add(service.name(), "Service.named(\"" + service.name() + "\")", service.statements());
                    return order.say(service.statements(), service.builder()).build();
                })
                .toList();
    }

    List<Job> buildJobs(Order order, Listing listing) {
        return jobs.stream()
                .map(job -> {
                    listing.add(job.name(), "Job.named(\"" + job.name() + "\")", job.statements());
                    return order.say(job.statements(), job.builder()).build();
                })
                .toList();
    }
}
