package dev.idp.tests.determinism;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.idp.Bound;
import dev.idp.Container;
import dev.idp.Cpu;
import dev.idp.Environment;
import dev.idp.ExternalService;
import dev.idp.Job;
import dev.idp.JobSettings;
import dev.idp.Memory;
import dev.idp.Metric;
import dev.idp.Permission;
import dev.idp.Platform;
import dev.idp.Port;
import dev.idp.Probe;
import dev.idp.PublicEntry;
import dev.idp.Releases;
import dev.idp.Replicas;
import dev.idp.Route;
import dev.idp.Schedule;
import dev.idp.Secret;
import dev.idp.Service;
import dev.idp.ServiceSettings;
import dev.idp.Settings;
import dev.idp.Storage;
import dev.idp.Team;
import dev.idp.Text;
import dev.idp.Tier;
import dev.idp.WorkloadSettings;
import dev.idp.plan.PlatformException;
import dev.idp.plan.Problem;
import dev.idp.resources.Redis;
import dev.idp.spi.Part;
import dev.idp.tests.Paths;
import dev.idp.tests.generated.RandomPart;
import dev.idp.tests.generated.Store;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever is wrong with a platform, planning reports it and throws nothing else. */
class MutationTest {

    /** More of them, in a calm hour: {@code -Didp.seeds=5000}. */
    private static final int SEEDS = Integer.getInteger("idp.seeds", 1200);

    private static final String[] NAMES = {
        "",
        " ",
        "a",
        "b",
        "c",
        "http",
        "A",
        "-",
        "a-",
        "ä",
        "a.b",
        "a/b",
        "{}",
        "\u0000",
        "\ud800",
        "x".repeat(64),
        "a".repeat(5000),
        "../a",
        "self"
    };

    private static final long[] NUMBERS = {
        Long.MIN_VALUE, Integer.MIN_VALUE, -1, 0, 1, 2, 80, 8080, 65535, 65536, Integer.MAX_VALUE, Long.MAX_VALUE
    };

    @Test
    void planningThrowsNothingButItsReport() {
        int broken = 0;
        for (long seed = 1; seed <= SEEDS; seed++) {
            Platform platform = platform(new Random(seed));

            Throwable thrown = catchThrowable(platform::plan);

            if (thrown != null) {
                assertThat(thrown).as("seed %d", seed).isExactlyInstanceOf(PlatformException.class);
                for (Problem problem : ((PlatformException) thrown).problems()) {
                    assertThat(problem.message())
                            .as("seed %d", seed)
                            .isNotBlank()
                            .doesNotContain("Exception");
                    assertThat(problem.fix()).as("seed %d", seed).isNotBlank();
                }
                broken++;
            }
        }
        assertThat(broken).isGreaterThan(SEEDS / 2);
    }

    @Test
    void theReportIsTheSameEveryTime() {
        for (long seed = 1; seed <= SEEDS / 10; seed++) {
            Throwable first = catchThrowable(platform(new Random(seed))::plan);
            Throwable second = catchThrowable(platform(new Random(seed))::plan);

            if (first != null) {
                assertThat(second).as("seed %d", seed).hasMessage(first.getMessage());
            }
        }
    }

    private static Platform platform(Random random) {
        Platform.Builder shop = Platform.named(random.nextInt(5) == 0 ? name(random) : "shop");
        for (int i = random.nextInt(3); i >= 0; i--) {
            shop.environments(environment(random));
        }
        for (int i = random.nextInt(4); i >= 0; i--) {
            shop.services(service(random));
        }
        if (random.nextInt(4) == 0) {
            shop.defaults(service -> say(service, random));
        }
        if (random.nextInt(4) == 0) {
            shop.mandates(name(random), service -> say(service, random));
        }
        if (random.nextInt(4) == 0) {
            shop.mandates(name(random), name(random), service -> say(service, random));
        }
        if (random.nextInt(4) == 0) {
            shop.jobDefaults(job -> sayOfJobs(job, random));
            shop.jobMandates(name(random), "because", job -> sayOfJobs(job, random));
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            shop.jobs(job(random));
        }
        if (random.nextInt(3) == 0) {
            shop.parts(part(random));
        }
        if (random.nextInt(8) == 0) {
            shop.stubbingNeeds();
        }
        return shop.build();
    }

    private static Part part(Random random) {
        List<Service> services = random.nextBoolean() ? List.of(service(random)) : List.of();
        List<Part> parts = random.nextInt(3) == 0 ? List.of(part(random)) : List.of();
        List<String> needs = random.nextBoolean() ? List.of(name(random)) : List.of();
        return new RandomPart(name(random), services, List.of(job(random)), parts, needs);
    }

    private static Job job(Random random) {
        Job.Builder job = Job.named(name(random));
        if (random.nextInt(4) != 0) {
            job.image("registry.example/j:1");
        }
        for (int i = random.nextInt(5); i > 0; i--) {
            switch (random.nextInt(5)) {
                case 0 -> job.in(tier(random), there -> sayOfJobs(there, random));
                case 1 -> job.in(environment(random), there -> sayOfJobs(there, random));
                case 2 -> job.onlyIn(environment(random));
                default -> sayOfJobs(job, random);
            }
        }
        return job.build();
    }

    private static <S extends JobSettings<S>> void sayOfJobs(S job, Random random) {
        switch (random.nextInt(8)) {
            case 0 -> job.schedule(name(random));
            case 1 -> job.schedule(new Schedule("@daily", name(random)));
            case 2 -> job.retries((int) number(random));
            case 3 -> job.deadline(Duration.ofMillis(number(random)));
            case 4 -> job.keptFor(Duration.ofMillis(number(random)));
            default -> sayOfAny(job, random);
        }
    }

    private static <S extends WorkloadSettings<S>> S sayOfAny(S workload, Random random) {
        String name = name(random);
        return switch (random.nextInt(18)) {
            case 0 -> workload.initStep(container(random));
            case 1 -> workload.sidecar(container(random));
            case 2 -> workload.startsAfter(Service.ref(name), Job.ref(name(random)));
            case 3 -> workload.startsAfter(new Store(name, ""));
            case 4 -> workload.file(name, name(random));
            case 5 -> workload.secretFile(name, Secret.named(name(random)).key(name(random)));
            case 6 -> workload.mount(name, new Store(name(random), name(random)).output(name(random)));
            case 7 -> workload.may(Permission.on(name, name(random)).inGroup(name(random)));
            case 8 -> workload.label(name, name(random));
            case 9 -> workload.annotation(name, name(random));
            case 10 -> workload.waives(name, name(random), name(random), LocalDate.MAX);
            case 11 -> workload.command(name);
            case 12 -> workload.arguments(Service.ref(name).url(), Text.of(name(random)));
            case 13 -> workload.set(Settings.WAIVED, name, name(random));
            case 14 -> workload.unset(Settings.INIT_STEP);
            case 15 -> workload.set(Settings.REPLICAS, Replicas.fixed((int) number(random)));
            case 16 -> workload.env(name, new Store(name(random), "").output("password"));
            default ->
                workload.set(Settings.MIGRATION, name, Job.named(name(random)).build());
        };
    }

    private static Container container(Random random) {
        return Container.named(name(random))
                .image(name(random))
                .env(name(random), Service.ref(name(random)).url())
                .memory(new Memory(number(random)), new Memory(number(random)))
                .sharing(name(random))
                .build();
    }

    private static Environment environment(Random random) {
        Environment.Builder environment = Environment.named(name(random));
        for (int i = random.nextInt(4); i > 0; i--) {
            switch (random.nextInt(10)) {
                case 0 -> environment.tier(tier(random));
                case 1 -> environment.domain(name(random));
                case 2 -> environment.namespace(name(random));
                case 3 -> environment.publicThrough(PublicEntry.named(name(random), name(random)));
                case 4 ->
                    environment.provides(
                            Redis.class, name(random), Redis.existingAt(name(random), (int) number(random)));
                case 5 -> {
                    // Declaring is random; supplying must say the same each time.
                    long seed = random.nextLong();
                    environment.provides(Redis.class, Redis.inCluster(redis -> say(redis, new Random(seed))));
                }
                case 6 -> environment.defaults(service -> say(service, random));
                case 7 -> environment.releases(Releases.none().with(name(random), name(random)));
                case 8 -> environment.jobDefaults(job -> sayOfJobs(job, random));
                default ->
                    environment.mandates("because", service -> say(service, random)
                            .require(Settings.REPLICAS, Bound.atLeast((int) number(random))));
            }
        }
        return environment.build();
    }

    private static Service service(Random random) {
        Service.Builder service = Service.named(name(random));
        if (random.nextInt(4) != 0) {
            service.image("registry.example/s:1");
        }
        for (int i = random.nextInt(8); i > 0; i--) {
            switch (random.nextInt(6)) {
                case 0 -> service.in(tier(random), there -> say(there, random));
                case 1 -> service.in(environment(random), there -> say(there, random));
                case 2 -> service.onlyIn(environment(random));
                case 3 ->
                    service.on(Paths.path(name(random), (path, environment) -> {
                        // Declaring is random; paving must say the same each time.
                        path.defaults().replicas(2).env("A", Service.self().url());
                    }));
                default -> say(service, random);
            }
        }
        return service.build();
    }

    private static <S extends ServiceSettings<S>> S say(S service, Random random) {
        String name = name(random);
        long number = number(random);
        int small = (int) number;
        return switch (random.nextInt(40)) {
            case 0 -> service.image(name);
            case 1 -> service.ownedBy(Team.named(name));
            case 2 -> service.port(Port.http(small));
            case 3 -> service.port(Port.tcp(small).named(name).servedOn((int) number(random)));
            case 4 -> service.env(name, name(random));
            case 5 -> service.env(name, Service.ref(name(random)).url(name(random)));
            case 6 -> service.env("A", Service.ref(name).host());
            case 7 ->
                service.env(
                        "A",
                        Text.text(name, Service.self().port(), Redis.named(name).url()));
            case 8 -> service.secret(name, Secret.named(name(random)).key(name(random)));
            case 9 -> service.liveness(Probe.httpGet(name).onPort(name(random)));
            case 10 -> service.readiness(Probe.tcpConnect().period(Duration.ofMillis(number)));
            case 11 -> service.cpu(Cpu.cores(number), Cpu.millis(number(random)));
            case 12 -> service.memory(Memory.gibibytes(number), Memory.mebibytes(number(random)));
            case 13 -> service.memory(new Memory(number));
            case 14 -> service.replicas(small);
            case 15 -> service.replicas(small, (int) number(random));
            case 16 -> service.scaleAtCpu(small);
            case 17 -> service.publicAt(Route.at(name).below(name(random)).toPort(name(random)));
            case 18 -> service.uses(Service.ref(name));
            case 19 -> service.uses(Redis.named(name));
            case 20 ->
                service.uses(ExternalService.named(name)
                        .at(name(random), small)
                        .within(name(random))
                        .build());
            case 21 -> service.scratch(name);
            case 22 -> service.shutdownGrace(Duration.ofMillis(number));
            case 23 -> service.runAsRoot(name);
            case 24 -> service.runAsUser(number);
            case 25 ->
                service.unset(Settings.all().get(random.nextInt(Settings.all().size())));
            case 26 -> service.unset(Settings.ENV, name);
            case 27 -> service.migratedBy(job(random));
            case 28 ->
                service.stateful().storage(name, Storage.of(new Memory(number)).ofType(name(random)));
            case 29 -> service.onEveryNode();
            case 30 -> service.scaleAt(Metric.ofCopies(name, number));
            case 31 ->
                service.startup(Probe.exec().timeout(Duration.ofMillis(number)).failingAfter(small));
            case 32 -> service.scaleAtMemory(small);
            case 33, 34, 35, 36, 37, 38 -> sayOfAny(service, random);
            default -> service.unset(Settings.REPLICAS, name);
        };
    }

    private static Tier tier(Random random) {
        List<Tier> tiers = List.of(Tier.values());
        return tiers.get(random.nextInt(tiers.size()));
    }

    private static String name(Random random) {
        return NAMES[random.nextInt(NAMES.length)];
    }

    private static long number(Random random) {
        return NUMBERS[random.nextInt(NUMBERS.length)];
    }
}
