package dev.idp.testing.generate;

import dev.idp.Cpu;
import dev.idp.Job;
import dev.idp.Platform;
import dev.idp.Secret;
import dev.idp.Service;
import dev.idp.Settings;
import dev.idp.resources.Postgres;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Makes up whole platforms: environments, services, jobs, parts, and the rules of the house. All of them can be planned. */
final class MadePlatform {

    private final Choices choices;
    private final Order order;
    private final Listing listing = new Listing();

    private MadePlatform(Choices choices, Order order) {
        this.choices = choices;
        this.order = order;
    }

    static Made make(Choices choices, long order, boolean mutated) {
        return new MadePlatform(choices, new Order(order)).make(mutated);
    }

    private Made make(boolean mutated) {
        List<Scene.Place> places = new MadeEnvironments(choices, order, listing).make();
        Scene scene = new Scene(places, true, Mail.make(choices, places, listing));
        Scene.list(listing);
        MadePaths paths = new MadePaths(choices, listing);
        List<MadeService> services = new ArrayList<>();
        choices.some(1, 4, () -> services.add(service(services.size(), scene, paths)));
        List<MadeJob> jobs = new ArrayList<>();
        choices.some(0, 2, () -> jobs.add(job(jobs.size(), scene, paths)));
        Cast cast = new Cast(choices, scene, services, jobs);
        cast.relate();
        Optional<Mutation> mutation = cast.mutate(mutated);
        List<Said<Platform.Builder>> statements = new ArrayList<>();
        places.forEach(place -> statements.add(
                say("environments(" + place.variable() + ")", it -> it.environments(place.environment()))));
        distribute(cast, statements);
        rules(statements);
        listing.add("platform", "Platform.named(\"made-up\")", statements);
        return new Made(
                order.say(statements, Platform.named("made-up")).build(),
                listing,
                cast.all().stream().map(MadeWorkload::name).toList(),
                mutation);
    }

    private MadeService service(int number, Scene scene, MadePaths paths) {
        MadeService service = new MadeService("s" + number, number, new Road());
        ServiceWords words = new ServiceWords(choices, scene, service);
        service.say(words.image());
        choices.together(() -> choices.below(4) > 0 && service.say(words.http()));
        choices.together(() -> {
            if (choices.oneIn(2)) {
                MadeServicePath path = choices.oneOf(paths.ofServices(service.speaksHttp()));
                service.sayOnce(Said.of("on(" + path.id() + ")", it -> it.on(path)));
            }
            return service;
        });
        words.all().forEach(word -> service.maybe(choices, scene, word));
        return service;
    }

    private MadeJob job(int number, Scene scene, MadePaths paths) {
        MadeJob job = new MadeJob("j" + number, number, new Road());
        JobWords words = new JobWords(choices, scene, job);
        job.say(words.image());
        choices.together(() -> {
            if (choices.oneIn(2)) {
                MadeJobPath path = choices.oneOf(paths.ofJobs());
                job.sayOnce(Said.of("on(" + path.id() + ")", it -> it.on(path)));
            }
            return job;
        });
        words.all().forEach(word -> job.maybe(choices, scene, word));
        return job;
    }

    /** Some workloads are the platform's own, others come with parts, one of which takes the other. */
    private void distribute(Cast cast, List<Said<Platform.Builder>> statements) {
        List<Service> inner = new ArrayList<>();
        List<Service> outer = new ArrayList<>();
        for (Service service : cast.buildServices(order, listing)) {
            switch (choices.below(5)) {
                case 3 -> inner.add(service);
                case 4 -> outer.add(service);
                default -> statements.add(say("services(" + service.name() + ")", it -> it.services(service)));
            }
        }
        List<Job> ofPart = new ArrayList<>();
        for (Job job : cast.buildJobs(order, listing)) {
            if (choices.oneIn(3)) {
                ofPart.add(job);
            } else {
                statements.add(say("jobs(" + job.name() + ")", it -> it.jobs(job)));
            }
        }
        List<MadePart.Need> needs = choices.together(() -> needs(cast));
        MadePart lower = new MadePart("lower", order.of(inner), order.of(ofPart), List.of(), needs);
        lower.list(listing);
        boolean empty = inner.isEmpty() && ofPart.isEmpty() && needs.isEmpty();
        boolean nested = choices.oneIn(2) || !outer.isEmpty();
        if (nested) {
            MadePart upper = new MadePart("upper", order.of(outer), List.of(), List.of(lower), List.of());
            upper.list(listing);
            statements.add(say("parts(upper)", it -> it.parts(upper)));
        }
        if (choices.oneIn(2) || (!nested && !empty)) {
            statements.add(say("parts(lower)", it -> it.parts(lower)));
        }
    }

    private List<MadePart.Need> needs(Cast cast) {
        List<MadeService> candidates =
                cast.speakers().stream().filter(cast::isEverywhere).toList();
        if (candidates.isEmpty() || !choices.oneIn(2)) {
            return List.of();
        }
        MadeService needed = choices.oneOf(candidates);
        return needed.http().stream()
                .map(port -> new MadePart.Need(needed.name(), port.reachedUnder()))
                .toList();
    }

    private void rules(List<Said<Platform.Builder>> statements) {
        Stream.<Supplier<Said<Platform.Builder>>>of(
                        () -> say(
                                "defaults(all -> all.cpu(Cpu.millis(50)))",
                                it -> it.defaults(all -> all.cpu(Cpu.millis(50)))),
                        () -> say(
                                "mandates(\"by law\", all -> all.env(\"LAW\", \"obeyed\"))",
                                it -> it.mandates("by law", all -> all.env("LAW", "obeyed"))),
                        () -> say(
                                "mandates(\"grace-law\", \"nobody waits longer\","
                                        + " all -> all.shutdownGrace(Duration.ofSeconds(30)))",
                                it -> it.mandates(
                                        MadeEnvironments.GRACE_LAW,
                                        "nobody waits longer",
                                        all -> all.shutdownGrace(Duration.ofSeconds(30)))),
                        () -> say(
                                "jobMandates(\"\", \"jobs are watched\", job -> job.label(\"watched\", \"yes\"))",
                                it -> it.jobMandates("", "jobs are watched", job -> job.label("watched", "yes"))),
                        () -> say(
                                "provides(Postgres.class, Postgres.existingAt(\"db.example\", 5432)"
                                        + ".credentials(Secret.named(\"db-login\")))",
                                it -> it.provides(
                                        Postgres.class,
                                        Postgres.existingAt("db.example", 5432).credentials(Secret.named("db-login")))),
                        () -> say(
                                "mandates(\"one scan\", all -> all.unset(Settings.ANNOTATION, \"scanned\"))",
                                it -> it.mandates("one scan", all -> all.unset(Settings.ANNOTATION, "scanned"))))
                .forEach(rule -> choices.together(() -> !choices.oneIn(3) || statements.add(rule.get())));
    }

    private static Said<Platform.Builder> say(String source, Consumer<Platform.Builder> effect) {
        return Said.of(source, effect);
    }
}
