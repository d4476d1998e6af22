package dev.idp.tests.generated;

import dev.idp.Cpu;
import dev.idp.Environment;
import dev.idp.ExternalService;
import dev.idp.Job;
import dev.idp.Platform;
import dev.idp.Service;
import dev.idp.Settings;
import dev.idp.WorkloadSettings;
import dev.idp.spi.Part;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A sound platform that depends on a seed alone, whose statements can be said in any order.
 *
 * @param seed decides what is said
 * @param order decides in which order; 0 for the order in which it was made up
 * @param mutation decides what one workload says otherwise; 0 for nothing
 */
public record RandomPlatform(long seed, long order, long mutation) {

    static final LocalDate SOON = LocalDate.of(2027, 1, 31);

    /** Returns the platform of a seed. */
    public static RandomPlatform of(long seed) {
        return new RandomPlatform(seed, 0, 0);
    }

    /** Returns the same platform, declared in another order. */
    public RandomPlatform inOrder(long another) {
        return new RandomPlatform(seed, another, mutation);
    }

    /** Returns the same platform but for one thing. */
    public RandomPlatform mutatedBy(long another) {
        return new RandomPlatform(seed, order, another);
    }

    /**
     * What the mutation is about.
     *
     * @param environment the only environment in which anything is different
     * @param workload the name of the only workload that says anything else
     * @param subject what it says, as plans call it; empty if it calls somebody
     */
    public record Mutated(String environment, String workload, String subject) {}

    /** Returns what the mutation is about. */
    public Optional<Mutated> mutated() {
        return new Draft().mutated();
    }

    /** Declares the platform anew. */
    public Platform declare() {
        return new Draft().declare();
    }

    private final class Draft {

        private final Choice choice = new Choice(seed, order);
        private final int services = 1 + choice.below(4);
        private final int jobs = choice.below(3);
        private final List<Environment> environments;
        private final ExternalService mail;
        private final Environment where;

        /** Of services first, then of jobs. */
        private final int mutant = choice.below(services + jobs);

        Draft() {
            RandomEnvironments around = new RandomEnvironments(choice);
            environments = around.declare(
                    Stream.concat(names("s", services), names("j", jobs)).toList());
            mail = around.mail(environments);
            where = choice.of(environments);
        }

        private static Stream<String> names(String letter, int count) {
            return IntStream.range(0, count).mapToObj(i -> letter + i);
        }

        Optional<Mutated> mutated() {
            boolean job = mutant >= services;
            String name = job ? "j" + (mutant - services) : "s" + mutant;
            return Mutation.of(mutation)
                    .map(it -> new Mutated(
                            where.name(),
                            name,
                            it.topic().isEmpty() ? "" : (job ? "jobs/" : "services/") + name + "/" + it.topic()));
        }

        Platform declare() {
            RandomWorkloads workloads = new RandomWorkloads(choice, environments, mail, services, jobs);
            List<Service> allServices = IntStream.range(0, services)
                    .mapToObj(i -> workloads.service(i, mutations(i), where))
                    .toList();
            List<Job> allJobs = IntStream.range(0, jobs)
                    .mapToObj(i -> workloads.job(i, mutations(services + i), where))
                    .toList();
            List<Consumer<? super Platform.Builder>> statements = new ArrayList<>();
            environments.forEach(it -> statements.add(shop -> shop.environments(it)));
            distribute(allServices, allJobs, statements);
            say(statements);
            return choice.said(statements, Platform.named("shop")).build();
        }

        private List<Consumer<WorkloadSettings<?>>> mutations(int number) {
            return Mutation.of(mutation)
                    .filter(it -> number == mutant)
                    .<List<Consumer<WorkloadSettings<?>>>>map(it -> List.of(it.said()))
                    .orElse(List.of());
        }

        /** Some workloads are the platform's own, others come with parts, one of which takes the other. */
        private void distribute(
                List<Service> allServices, List<Job> allJobs, List<Consumer<? super Platform.Builder>> statements) {
            List<Service> inner = new ArrayList<>();
            List<Service> outer = new ArrayList<>();
            for (Service service : allServices) {
                switch (choice.below(4)) {
                    case 0 -> inner.add(service);
                    case 1 -> outer.add(service);
                    default -> statements.add(shop -> shop.services(service));
                }
            }
            List<Job> jobsOfPart = new ArrayList<>();
            for (Job job : allJobs) {
                if (choice.oneIn(3)) {
                    jobsOfPart.add(job);
                } else {
                    statements.add(shop -> shop.jobs(job));
                }
            }
            List<String> needs = choice.oneIn(2) ? List.of("s" + choice.below(services)) : List.of();
            Part lower = new RandomPart(
                    "example:lower", choice.shuffled(inner), choice.shuffled(jobsOfPart), List.of(), needs);
            Part upper = new RandomPart("example:upper", choice.shuffled(outer), List.of(), List.of(lower), List.of());
            statements.add(shop -> shop.parts(upper));
            if (choice.oneIn(2)) {
                statements.add(shop -> shop.parts(lower));
            }
        }

        private void say(List<Consumer<? super Platform.Builder>> statements) {
            if (choice.oneIn(2)) {
                statements.add(shop -> shop.defaults(all -> all.cpu(Cpu.millis(50))));
            }
            if (choice.oneIn(2)) {
                statements.add(shop -> shop.mandates("by law", all -> all.env("LAW", "obeyed")));
            }
            if (choice.oneIn(3)) {
                statements.add(shop -> shop.mandates(
                        RandomEnvironments.GRACE_LAW,
                        "nobody waits longer",
                        all -> all.shutdownGrace(Duration.ofSeconds(30))));
            }
            if (choice.oneIn(4)) {
                statements.add(shop -> shop.jobMandates("", "jobs are watched", job -> job.label("watched", "yes")));
            }
            if (choice.oneIn(4)) {
                statements.add(shop -> shop.provides(Store.class, new Store.Existing()));
            }
            if (choice.oneIn(4)) {
                statements.add(shop -> shop.mandates("one scan", all -> all.unset(Settings.ANNOTATION, "scanned")));
            }
        }
    }
}
