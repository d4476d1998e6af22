package dev.idp.tests.problems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.idp.Bound;
import dev.idp.Cpu;
import dev.idp.Dependency;
import dev.idp.Environment;
import dev.idp.ExternalService;
import dev.idp.Image;
import dev.idp.Memory;
import dev.idp.Platform;
import dev.idp.Port;
import dev.idp.Probe;
import dev.idp.PublicEntry;
import dev.idp.Restriction;
import dev.idp.Route;
import dev.idp.Secret;
import dev.idp.Service;
import dev.idp.Settings;
import dev.idp.Team;
import dev.idp.Text;
import dev.idp.Tier;
import dev.idp.resources.DnsName;
import dev.idp.resources.PersistentVolume;
import dev.idp.resources.Postgres;
import dev.idp.resources.Redis;
import dev.idp.tests.Lines;
import dev.idp.tests.Shop;
import java.util.Arrays;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NullsTest {

    private static final Lines LINES = Lines.of(NullsTest.class);
    private static final String FIX = "; fix: if it is a constant, two classes probably initialise each other: move the"
            + " constant into a class of its own, or refer to a service by name";

    @Test
    void nullIsRefusedWhereItIsSaid() {
        Throwable thrown =
                catchThrowable(() -> Service.named("orders").image("orders:1").ownedBy(null)); // (owner)

        assertThat(thrown)
                .isExactlyInstanceOf(NullPointerException.class)
                .hasMessage(LINES.cite("owner is null at {owner}") + FIX);
    }

    @Test
    void aConstantThatIsNullBecauseTwoClassesInitialiseEachOther() {
        Throwable thrown = catchThrowable(() -> assertThat(Chicken.FARM).isNotNull());

        assertThat(thrown).isInstanceOf(ExceptionInInitializerError.class);
        assertThat(thrown.getCause())
                .isExactlyInstanceOf(NullPointerException.class)
                .hasMessage("dependency is null at " + Lines.of(Egg.class).at("null-constant") + FIX);
    }

    private static Stream<Arguments> nulls() {
        Service.Builder orders = Service.named("orders");
        Environment.Builder dev = Environment.named("dev");
        Platform.Builder shop = Platform.named("shop");
        Cpu none = null;
        return Stream.of(
                refusing("the name of a service", () -> Service.named(null)),
                refusing("the name of a service", () -> Service.ref(null)),
                refusing("the name of an environment", () -> Environment.named(null)),
                refusing("the name of a platform", () -> Platform.named(null)),
                refusing("the name of a team", () -> Team.named(null)),
                refusing("the contact of team 'a'", () -> Team.named("a").reachedAt(null)),
                refusing("the name of a Redis", () -> Redis.named(null)),
                refusing("the host of an existing redis", () -> Redis.existingAt(null, 6379)),
                refusing("the block in inCluster", () -> Redis.inCluster(null)),
                refusing("the name of a Postgres", () -> Postgres.named(null)),
                refusing("the version of Postgres 'db'", () -> Postgres.named("db")
                        .version(null)),
                refusing("the credentials of an existing postgres", () -> Postgres.existingAt("db", 5432)
                        .credentials(null)),
                refusing(
                        "the size of PersistentVolume 'uploads'",
                        () -> PersistentVolume.named("uploads", (Memory) null)),
                refusing("the domain of a DnsName", () -> DnsName.below(null)),
                refusing("the name of an external service", () -> ExternalService.named(null)),
                refusing("the host of external service 'mail'", () -> ExternalService.named("mail")
                        .at(null, 25)),
                refusing(
                        "network of an external service number 2",
                        () -> ExternalService.named("mail").at("smtp", 25).within("10.0.0.0/8", null)),
                refusing("the name of a secret", () -> Secret.named(null)),
                refusing("the name of a secret", () -> new Secret(null)),
                refusing("the key of secret 'a'", () -> Secret.named("a").key(null)),
                refusing("image", () -> orders.image(null)),
                refusing("image", () -> new Image(null)),
                refusing("golden path", () -> orders.on(null)),
                refusing("port", () -> orders.port(null)),
                refusing("the name of a port", () -> Port.http(80).named(null)),
                refusing("env LOG", () -> orders.env("LOG", (String) null)),
                refusing("env LOG", () -> orders.env("LOG", (Text) null)),
                refusing("the name in env", () -> orders.env(null, "info")),
                refusing("secret TOKEN", () -> orders.secret("TOKEN", null)),
                refusing("liveness", () -> orders.liveness(null)),
                refusing("readiness", () -> orders.readiness(null)),
                refusing("the path of a probe", () -> Probe.httpGet(null)),
                refusing("cpu", () -> orders.cpu(none)),
                refusing("cpu-limit", () -> Service.named("a").cpu(Cpu.millis(1), none)),
                refusing("memory", () -> orders.memory(null)),
                refusing("route", () -> orders.publicAt((Route) null)),
                refusing("the host of a route", () -> orders.publicAt((String) null)),
                refusing("the host of a route", () -> new Route(null, "/", "")),
                refusing("the path of a route", () -> Route.at("www").below(null)),
                refusing("dependency", () -> orders.uses(null)),
                refusing("scratch", () -> orders.scratch(null)),
                refusing("shutdown-grace", () -> orders.shutdownGrace(null)),
                refusing("the reason to run as root", () -> orders.runAsRoot(null)),
                refusing("the reason to lift a restriction", () -> Restriction.liftedBecause(null)),
                refusing("extension", () -> orders.with(null)),
                refusing("a setting", () -> orders.unset(null)),
                refusing("the environment in 'in'", () -> orders.in((Environment) null, Shop.nothing())),
                refusing("the tier in 'in'", () -> orders.in((Tier) null, Shop.nothing())),
                refusing("the block in 'in'", () -> orders.in(Tier.TEST, null)),
                refusing("environment in onlyIn number 1", () -> orders.onlyIn((Environment) null)),
                refusing("tier", () -> dev.tier(null)),
                refusing("domain", () -> dev.domain(null)),
                refusing("the space of public entry 'nginx'", () -> PublicEntry.named("nginx", null)),
                refusing("the type in provides", () -> dev.provides((Class<Redis>) null, Redis.inCluster())),
                refusing("the provisioner of Redis", () -> dev.provides(Redis.class, null)),
                refusing("the block in defaults", () -> dev.defaults(null)),
                refusing("the block in mandates", () -> dev.mandates("why", null)),
                refusing("the reason for mandates", () -> shop.mandates(null, mandates -> {})),
                refusing("the description of a bound", () -> new Bound<Image>(null, image -> true)),
                refusing("the bound of replicas", () -> shop.mandates("why", m -> m.require(Settings.REPLICAS, null))),
                refusing("environment of the platform number 2", () -> shop.environments(Shop.DEV, null)),
                refusing("service of the platform number 1", () -> shop.services((Service) null)),
                refusing(
                        "service of the platform number 2",
                        () -> shop.services(Arrays.asList(Shop.service("a", a -> {}), null))),
                refusing("a text", () -> Text.of((String) null)),
                refusing("the template of a text", () -> Text.text(null)),
                refusing("part of the text '{}' number 1", () -> Text.text("{}", (Text) null)));
    }

    private static Arguments refusing(String what, ThrowingCallable call) {
        return Arguments.of(what, call);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("nulls")
    void everyCallSaysWhatIsNullAndWhere(String what, ThrowingCallable call) {
        Throwable thrown = catchThrowable(call);

        assertThat(thrown).isExactlyInstanceOf(NullPointerException.class);
        assertThat(thrown.getMessage().replaceAll("Test\\.java:\\d+", "Test"))
                .isEqualTo(what + " is null at NullsTest" + FIX);
    }

    @Test
    void usingSomethingWithoutANameIsRefused() {
        Dependency nameless = () -> null;

        Throwable thrown = catchThrowable(() -> Service.named("orders").uses(nameless)); // (nameless)

        assertThat(thrown).hasMessage(LINES.cite("the name in uses is null at {nameless}") + FIX);
    }
}
