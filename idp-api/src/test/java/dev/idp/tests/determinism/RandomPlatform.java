package dev.idp.tests.determinism;

import static dev.idp.Text.text;

import dev.idp.Cpu;
import dev.idp.Environment;
import dev.idp.ExternalService;
import dev.idp.Memory;
import dev.idp.Platform;
import dev.idp.Port;
import dev.idp.Probe;
import dev.idp.PublicEntry;
import dev.idp.Route;
import dev.idp.Secret;
import dev.idp.Service;
import dev.idp.ServicePath;
import dev.idp.ServiceSettings;
import dev.idp.Tier;
import dev.idp.resources.Redis;
import dev.idp.tests.Paths;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/**
 * A platform that depends on a seed alone, whose statements can be said in any order.
 *
 * @param seed decides what is said
 * @param order decides in which order; 0 for the order in which it was made up
 */
record RandomPlatform(long seed, long order) {

    private static final int PORT = 8080;

    /** Declares the platform anew. */
    Platform declare() {
        Random random = new Random(seed);
        List<Environment> environments = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(3); i++) {
            environments.add(environment("e" + i, random));
        }
        List<ServicePath> paths = paths(random);
        List<Service> services = new ArrayList<>();
        int count = 1 + random.nextInt(8);
        for (int i = 0; i < count; i++) {
            services.add(service(i, count, environments, paths, random));
        }
        List<Consumer<Platform.Builder>> statements = new ArrayList<>();
        environments.forEach(environment -> statements.add(shop -> shop.environments(environment)));
        services.forEach(service -> statements.add(shop -> shop.services(service)));
        if (random.nextBoolean()) {
            statements.add(shop -> shop.defaults(service -> service.cpu(Cpu.millis(50))));
        }
        if (random.nextBoolean()) {
            statements.add(shop -> shop.mandates("by law", service -> service.env("LAW", "obeyed")));
        }
        Platform.Builder shop = Platform.named("shop");
        shuffled(statements).forEach(statement -> statement.accept(shop));
        return shop.build();
    }

    private Environment environment(String name, Random random) {
        List<Consumer<Environment.Builder>> statements = new ArrayList<>();
        Tier tier = pick(List.of(Tier.values()), random);
        statements.add(environment -> environment.tier(tier));
        statements.add(environment -> environment.domain(name + ".example"));
        statements.add(environment -> environment.publicThrough(PublicEntry.named("nginx", "ingress")));
        if (random.nextBoolean()) {
            statements.add(environment -> environment.provides(Redis.class, Redis.existingAt("redis.example", 6379)));
        }
        if (random.nextBoolean()) {
            int replicas = 1 + random.nextInt(3);
            statements.add(environment -> environment.defaults(service -> service.replicas(replicas)));
        }
        if (random.nextBoolean()) {
            statements.add(environment -> environment.defaults(service -> service.env("WHERE", name)));
        }
        Environment.Builder environment = Environment.named(name);
        shuffled(statements).forEach(statement -> statement.accept(environment));
        return environment.build();
    }

    private static List<ServicePath> paths(Random random) {
        int memory = 16 + random.nextInt(64);
        ServicePath base = Paths.path("base", (service, environment) -> service.defaults()
                .memory(Memory.mebibytes(memory), Memory.mebibytes(2L * memory))
                .env("NAME", service.serviceName()));
        ServicePath web = Paths.path("web", base, (service, environment) -> service.defaults()
                .readiness(Probe.tcpConnect())
                .env("PORT", Service.self().listeningPort()));
        return List.of(base, web);
    }

    private Service service(
            int number, int count, List<Environment> environments, List<ServicePath> paths, Random random) {
        List<Consumer<Service.Builder>> statements = new ArrayList<>();
        statements.add(service -> service.image("registry.example/s:" + number));
        statements.add(service -> service.port(Port.http(PORT + number).servedOn(80)));
        if (random.nextBoolean()) {
            ServicePath path = pick(paths, random);
            statements.add(service -> service.on(path));
        }
        for (int i = 0; i < random.nextInt(4); i++) {
            int other = random.nextInt(count);
            String variable = "CALL_" + i;
            statements.add(
                    service -> service.env(variable, Service.ref("s" + other).url()));
        }
        option(
                random,
                statements,
                service -> service.env("CACHE", Redis.named("cache").url()));
        option(random, statements, service -> service.uses(mail()));
        option(random, statements, service -> service.cpu(Cpu.millis(100), Cpu.cores(1))
                .replicas(2, 5));
        option(random, statements, service -> service.publicAt(Route.at("www").below("/s" + number)));
        option(random, statements, service -> service.shutdownGrace(Duration.ofSeconds(number)));
        option(
                random,
                statements,
                service ->
                        service.secret("DB", text("x:{}@{}", Secret.named("db").key("password"), mail().host())));
        Environment somewhere = pick(environments, random);
        int user = 1 + random.nextInt(1000);
        option(random, statements, service -> service.in(somewhere, there -> there.runAsUser(user)));
        option(random, statements, service -> service.in(somewhere.tier(), there -> scale(there, number)));
        Service.Builder service = Service.named("s" + number);
        shuffled(statements).forEach(statement -> statement.accept(service));
        return service.build();
    }

    private static <S extends ServiceSettings<S>> void scale(S service, int number) {
        service.scaleAtCpu(50 + number).env("SCALE", "" + number);
    }

    private static ExternalService mail() {
        return ExternalService.named("mail")
                .at("smtp.example", 587)
                .within("10.0.0.0/8")
                .build();
    }

    private static void option(
            Random random, List<Consumer<Service.Builder>> statements, Consumer<Service.Builder> statement) {
        if (random.nextInt(3) == 0) {
            statements.add(statement);
        }
    }

    private static <T> T pick(List<T> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }

    private <T> List<T> shuffled(List<T> statements) {
        if (order != 0) {
            Collections.shuffle(statements, new Random(order));
        }
        return statements;
    }
}
