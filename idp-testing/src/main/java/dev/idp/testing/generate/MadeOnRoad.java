package dev.idp.testing.generate;

import dev.idp.Environment;
import dev.idp.GoldenPath;
import dev.idp.Ground;
import dev.idp.Job;
import dev.idp.JobPath;
import dev.idp.JobPaving;
import dev.idp.Paving;
import dev.idp.Platform;
import dev.idp.Service;
import dev.idp.ServicePath;
import dev.idp.ServicePaving;
import dev.idp.WorkloadSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Makes up workloads that are all on one golden path, in environments of the test or in one of each tier. They need no
 * resources: what supplies those brings workloads that are not on the path.
 *
 * @param <B> the builder of the workloads
 * @param path the golden path
 * @param environments those of the test; empty for one of each tier
 * @param each what the test says of each workload
 * @param around the platform that the test has already
 */
record MadeOnRoad<B>(
        GoldenPath path,
        List<Environment> environments,
        List<Consumer<? super B>> each,
        Optional<Supplier<Platform.Builder>> around)
        implements Made.Maker {

    @Override
    public Made make(Choices choices, long number, boolean mutated) {
        Order order = new Order(number);
        Listing listing = new Listing();
        Platform.Builder shop = around.map(Supplier::get).orElseGet(() -> Platform.named("made-up"));
        List<Environment> known =
                around.isPresent() ? around.get().get().build().environments() : environments;
        List<Scene.Place> places = known.isEmpty()
                ? MadeEnvironments.ofEachTier(listing)
                : known.stream()
                        .map(environment -> new Scene.Place(listing.given(environment.name()), environment))
                        .toList();
        Scene scene = new Scene(places, false, Mail.make(choices, places, listing));
        Road road = road(places);
        List<MadeService> services = new ArrayList<>();
        List<MadeJob> jobs = new ArrayList<>();
        choices.some(
                1,
                3,
                () -> path instanceof ServicePath ofServices
                        ? services.add(service(services.size(), scene, road, ofServices, choices, listing))
                        : jobs.add(job(jobs.size(), scene, road, (JobPath) path, choices, listing)));
        Cast cast = new Cast(choices, scene, services, jobs);
        cast.relate();
        Optional<Mutation> mutation = cast.mutate(mutated);
        List<Said<Platform.Builder>> statements = new ArrayList<>();
        if (around.isEmpty()) {
            places.forEach(place -> statements.add(
                    Said.of("environments(" + place.variable() + ")", it -> it.environments(place.environment()))));
        }
        for (Service service : cast.buildServices(order, listing)) {
            statements.add(Said.of("services(" + service.name() + ")", it -> it.services(service)));
        }
        for (Job job : cast.buildJobs(order, listing)) {
            statements.add(Said.of("jobs(" + job.name() + ")", it -> it.jobs(job)));
        }
        String head = around.isPresent() ? listing.given("around") + ".get()" : "Platform.named(\"made-up\")";
        listing.add("platform", head, statements);
        return new Made(
                order.say(statements, shop).build(),
                listing,
                cast.all().stream().map(MadeWorkload::name).toList(),
                mutation);
    }

    private MadeService service(
            int number, Scene scene, Road road, ServicePath path, Choices choices, Listing listing) {
        MadeService service = new MadeService("s" + number, number, road);
        ServiceWords words = new ServiceWords(choices, scene, service);
        service.sayOnce(Said.of("on(" + listing.given(path.id()) + ")", it -> it.on(path)));
        each(service);
        start(service, words.image(), choices);
        choices.together(() -> choices.oneIn(2) && service.say(words.http()));
        words.all().forEach(word -> service.maybe(choices, scene, word));
        return service;
    }

    private MadeJob job(int number, Scene scene, Road road, JobPath path, Choices choices, Listing listing) {
        MadeJob job = new MadeJob("j" + number, number, road);
        JobWords words = new JobWords(choices, scene, job);
        job.sayOnce(Said.of("on(" + listing.given(path.id()) + ")", it -> it.on(path)));
        each(job);
        start(job, words.image(), choices);
        words.all().forEach(word -> job.maybe(choices, scene, word));
        return job;
    }

    /** It brings its image, unless others have one for it. */
    private <W, T extends WorkloadSettings<?>> void start(MadeWorkload<W, T> workload, Said<T> image, Choices choices) {
        choices.together(() -> (choices.oneIn(2) || !workload.road().hasImage()) && workload.say(image));
    }

    @SuppressWarnings("unchecked") // A path for services comes with builders of services.
    private <W> void each(MadeWorkload<W, ?> workload) {
        for (Consumer<? super B> said : each) {
            workload.sayForTest(new Said<>("// and what each(...) says", (Consumer<W>) said));
        }
    }

    private Road road(List<Scene.Place> places) {
        return Road.through(
                places.stream().map(place -> road(place.environment())).toList());
    }

    private Road road(Environment environment) {
        Road road = new Road();
        List<Ground> grounds = new ArrayList<>(List.of(environment.ground(), environment.jobGround()));
        around.map(it -> it.get().build())
                .ifPresent(platform -> grounds.addAll(List.of(platform.ground(), platform.jobGround())));
        Optional<? extends GoldenPath> stretch = Optional.of(path);
        while (stretch.isPresent()) {
            grounds.add(ground(stretch.get(), environment));
            stretch = stretch.get().extending();
        }
        grounds.forEach(road::mandated);
        grounds.forEach(road::defaulted);
        return road;
    }

    private static Ground ground(GoldenPath path, Environment environment) {
        Paving<?, ?> paving = path instanceof ServicePath ? new ServicePaving("s0") : new JobPaving("j0");
        try {
            if (paving instanceof ServicePaving service) {
                ((ServicePath) path).pave(service, environment);
            } else {
                ((JobPath) path).pave((JobPaving) paving, environment);
            }
        } catch (RuntimeException broken) {
            // Planning says so in its own words.
            return paving.ground();
        }
        return paving.ground();
    }
}
