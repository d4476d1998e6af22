package dev.idp.tests.problems;

import static dev.idp.Text.text;
import static dev.idp.tests.Shop.report;
import static dev.idp.tests.Shop.service;
import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.Environment;
import dev.idp.Platform;
import dev.idp.Port;
import dev.idp.Resource;
import dev.idp.Secret;
import dev.idp.Segment;
import dev.idp.Service;
import dev.idp.Text;
import dev.idp.resources.Redis;
import dev.idp.spi.Provision;
import dev.idp.spi.Provisioner;
import dev.idp.tests.Lines;
import dev.idp.tests.Shop;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class ResourceProblemsTest {

    private static final Lines LINES = Lines.of(ResourceProblemsTest.class);

    /** A resource that nothing supplies by default. */
    private record Queue(String name, int partitions) implements Resource {
        Queue(String name) {
            this(name, 1);
        }

        Text url() {
            return output("url");
        }
    }

    private record Broker(String id, Function<Queue, Provision> supply) implements Provisioner<Queue> {
        @Override
        public Provision provision(Queue queue, Environment environment) {
            return supply.apply(queue);
        }
    }

    private static final Service ORDERS = Service.named("orders")
            .image("orders:1")
            .env("QUEUE", new Queue("events").url()) // (needed)
            .build();

    @Test
    void nothingSuppliesAResource() {
        assertThat(report(Shop.of(ORDERS))).isEqualTo(LINES.cite("""
                1 problem in platform 'shop':
                  events in dev: nothing supplies a Queue here
                      needed {needed}
                      fix    add provides(Queue.class, ...) to environment dev or to the platform"""));
    }

    @Test
    void twoProvisionersSupplyAResource() {
        Environment dev = Environment.named("dev")
                .provides(Redis.class, Redis.existingAt("a.example", 6379)) // (first)
                .provides(Redis.class, Redis.inCluster()) // (second)
                .build();

        String report = report(Shop.in(
                dev, service("orders", s -> s.env("CACHE", Redis.named("cache").url()))));

        assertThat(report).isEqualTo(LINES.cite("""
                1 problem in platform 'shop':
                  cache in dev: it is supplied twice, by existing-redis and by in-cluster-redis
                      first  {first}
                      second {second}
                      fix    remove one, or say for which resource each is: provides(Redis.class, "cache", ...)"""));
    }

    @Test
    void sayingForWhichResourceEachIsMendsIt() {
        Environment dev = Environment.named("dev")
                .provides(Redis.class, Redis.existingAt("a.example", 6379))
                .provides(Redis.class, Redis.existingAt("b.example", 6379))
                .provides(Redis.class, "cache", Redis.inCluster())
                .build();

        Platform platform = Shop.in(
                dev, service("orders", s -> s.env("CACHE", Redis.named("cache").address())));

        assertThat(platform.plan().in(dev).service("orders").env())
                .containsEntry("CACHE", hostAndText("cache", ":6379"));
    }

    private static Text hostAndText(String host, String rest) {
        return new Text(List.of(new Segment.Host(host), new Segment.Literal(rest)));
    }

    @Test
    void theEnvironmentsProvisionerBeatsThePlatforms() {
        Environment dev = Environment.named("dev")
                .provides(Queue.class, supplying("of-environment", "e"))
                .build();
        Platform platform = Platform.named("shop")
                .environments(dev)
                .provides(Queue.class, supplying("of-platform", "p"))
                .services(ORDERS)
                .build();

        assertThat(platform.plan().in(dev).service("orders").env()).containsEntry("QUEUE", Text.of("e"));
        assertThat(platform.plan().in(dev).resources().get(0).provisioner().losers())
                .hasSize(1);
    }

    @Test
    void twoResourcesThatDifferHaveOneName() {
        Platform platform = platform(
                supplying("broker", "u"),
                Service.named("a")
                        .image("a:1")
                        .env("QUEUE", new Queue("events", 1).url()) // (clash-a)
                        .build(),
                Service.named("b")
                        .image("b:1")
                        .env("QUEUE", new Queue("events", 2).url()) // (clash-b)
                        .build());

        assertThat(report(platform)).isEqualTo(LINES.cite("""
                1 problem in platform 'shop':
                  events in dev: two resources that differ have the name 'events'
                      a   {clash-a}
                      b   {clash-b}
                      fix rename one of them, or declare the same thing"""));
    }

    @Test
    void aProvisionerAddsAServiceThatThereIsAlready() {
        Platform platform = Shop.of(
                Service.named("cache") // (cache)
                        .image("cache:1")
                        .port(Port.tcp(6379))
                        .build(),
                Service.named("orders")
                        .image("orders:1")
                        .env("CACHE", Redis.named("cache").host()) // (cache-needed)
                        .build());

        assertThat(report(platform)).isEqualTo(LINES.cite("""
                1 problem in platform 'shop':
                  cache in dev: a provisioner adds a service of that name, which there is already
                      declared {cache}
                      added    provisioner in-cluster-redis: supplies Redis cache, {cache-needed}
                      fix      rename the service or the resource"""));
    }

    @Test
    void aProvisionerAddsAServiceThatCannotBeNamedSo() {
        Platform platform = platform(new Broker("broker", queue -> Provision.builder()
                .output("url", Text.of("u"))
                .service(Service.named("Broker-of-" + queue.name())
                        .image("broker:1")
                        .build())
                .build()));

        assertThat(report(platform)).isEqualTo(LINES.cite("""
                1 problem in platform 'shop':
                  Broker-of-events in dev: 'Broker-of-events' cannot name a service
                      added provisioner broker: supplies Queue events, {provided}
                      fix   start with a lower-case letter, go on with lower-case letters, digits and dashes, and do \
                not end with a dash"""));
    }

    @Test
    void aProvisionerThrows() {
        Platform platform = platform(new Broker("broker", queue -> {
            throw new IllegalStateException("no broker left"); // (thrown)
        }));

        assertThat(report(platform)).isEqualTo(LINES.cite("""
                1 problem in platform 'shop':
                  events in dev: provisioner broker failed: java.lang.IllegalStateException: no broker left
                      thrown   {thrown}
                      provided environment dev, {provided}
                      fix      mend the provisioner"""));
    }

    @Test
    void aProvisionerReturnsNull() {
        assertThat(report(platform(new Broker("broker", queue -> null)))).isEqualTo(LINES.cite("""
                1 problem in platform 'shop':
                  events in dev: provisioner broker failed: it returned null instead of a provision
                      provided environment dev, {provided}
                      fix      mend the provisioner"""));
    }

    @Test
    void aProvisionerOutputsNull() {
        Platform platform = platform(new Broker("broker", queue -> Provision.builder()
                .output("url", (Text) null) // (output-null)
                .build()));

        assertThat(report(platform)).isEqualTo(LINES.cite("""
                1 problem in platform 'shop':
                  events in dev: provisioner broker failed: java.lang.NullPointerException: output 'url' is null
                      thrown   {output-null}
                      provided environment dev, {provided}
                      fix      mend the provisioner"""));
    }

    @Test
    void anOutputIsMissing() {
        Platform platform =
                platform(new Broker("broker", queue -> Provision.builder().build()));

        assertThat(report(platform)).isEqualTo(LINES.cite("""
                1 problem in platform 'shop':
                  orders in dev: env/QUEUE: Queue 'events' has no output 'url' here
                      said {needed}
                      fix  use another output, or a provisioner that has it"""));
    }

    @Test
    void anOutputIsMadeOfItself() {
        Platform platform = platform(new Broker("broker", queue -> Provision.builder()
                .output("url", text("{}/topic", queue.url()))
                .build()));

        assertThat(report(platform)).isEqualTo(LINES.cite("""
                1 problem in platform 'shop':
                  orders in dev: env/QUEUE: output 'url' of events is made of itself
                      said {needed}
                      fix  mend the provisioner"""));
    }

    @Test
    void aSecretOutputIsPutIntoAPlainVariable() {
        Platform platform = platform(new Broker("broker", queue -> Provision.builder()
                .output("url", Secret.named("broker").key("url"))
                .build()));

        assertThat(report(platform)).isEqualTo(LINES.cite("""
                1 problem in platform 'shop':
                  orders in dev: env/QUEUE: output 'url' of events is a secret
                      said {needed}
                      fix  use secret(...) instead of env(...)"""));
    }

    @Test
    void aProvisionerWithoutEndIsReported() {
        Platform platform = platform(new Broker("broker", queue -> Provision.builder()
                .output("url", new Queue(queue.name() + "x").url())
                .build()));

        assertThat(report(platform)).isEqualTo(LINES.cite("""
                1 problem in platform 'shop':
                  events%s in dev: the provisioners of resources need each other without end
                      needed {needed}
                      fix    let one of them supply something that needs no further resource""".formatted("x".repeat(32))));
    }

    private static Broker supplying(String id, String url) {
        return new Broker(
                id, queue -> Provision.builder().output("url", Text.of(url)).build());
    }

    private static Platform platform(Broker broker) {
        return platform(broker, ORDERS);
    }

    private static Platform platform(Broker broker, Service... services) {
        return Shop.in(
                Environment.named("dev")
                        .provides(Queue.class, broker) // (provided)
                        .build(),
                services);
    }
}
