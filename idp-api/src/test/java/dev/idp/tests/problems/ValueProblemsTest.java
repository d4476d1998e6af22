package dev.idp.tests.problems;

import static dev.idp.Cpu.millis;
import static dev.idp.Memory.mebibytes;
import static dev.idp.Port.http;
import static dev.idp.Probe.httpGet;
import static dev.idp.tests.Shop.DEV;
import static dev.idp.tests.Shop.report;
import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.Cpu;
import dev.idp.Environment;
import dev.idp.Memory;
import dev.idp.Replicas;
import dev.idp.Route;
import dev.idp.Secret;
import dev.idp.Service;
import dev.idp.Settings;
import dev.idp.tests.Lines;
import dev.idp.tests.Shop;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ValueProblemsTest {

    private static final Lines LINES = Lines.of(ValueProblemsTest.class);

    @Test
    void anImageIsMissing() {
        String report = report(Shop.of(Service.named("orders").build())); // (no-image)

        assertThat(report).isEqualTo(LINES.cite("""
                1 problem in platform 'shop':
                  orders in dev: there is no image
                      declared {no-image}
                      fix      add image(...) to the service or to its golden path"""));
    }

    @Test
    void anImageIsUnset() {
        String report = report(Shop.of(Service.named("orders") // (unset-declared)
                .image("orders:1")
                .in(DEV, service -> service.unset(Settings.IMAGE)) // (unset)
                .build()));

        assertThat(report).isEqualTo(LINES.cite("""
                1 problem in platform 'shop':
                  orders in dev: there is no image
                      declared {unset-declared}
                      unset    {unset}
                      fix      add image(...) to the service or to its golden path"""));
    }

    @Test
    void aMemoryLimitIsBelowTheRequest() {
        String report = report(Shop.of(Service.named("orders")
                .image("orders:1")
                .memory(mebibytes(512)) // (memory)
                .set(Settings.MEMORY_LIMIT, mebibytes(256)) // (memory-limit)
                .build()));

        assertThat(report).isEqualTo(LINES.cite("""
                1 problem in platform 'shop':
                  orders in dev: memory limit 256Mi is below the request 512Mi
                      limit   {memory-limit}
                      request {memory}
                      fix     raise the limit, or lower the request"""));
    }

    @Test
    void aCpuLimitIsBelowARequestOfTheEnvironment() {
        Environment dev = Environment.named("dev")
                .defaults(service -> service.cpu(millis(500))) // (cpu)
                .build();

        String report = report(Shop.in(
                dev,
                Service.named("orders")
                        .image("orders:1")
                        .set(Settings.CPU_LIMIT, millis(250)) // (cpu-limit)
                        .build()));

        assertThat(report).isEqualTo(LINES.cite("""
                1 problem in platform 'shop':
                  orders in dev: CPU limit 250m is below the request 500m
                      limit   {cpu-limit}
                      request environment dev, {cpu}
                      fix     raise the limit, or lower the request"""));
    }

    @Test
    void aLimitThatEqualsTheRequestIsFine() {
        Service service = Shop.service(
                "orders", orders -> orders.cpu(millis(5), millis(5)).memory(mebibytes(5), mebibytes(5)));

        assertThat(Shop.alone(service).get(Settings.CPU_LIMIT)).contains(millis(5));
    }

    @Test
    void copiesAreScaledByACpuRequestThatIsMissing() {
        String report = report(Shop.of(Service.named("orders")
                .image("orders:1")
                .replicas(2, 5) // (scaled)
                .build()));

        assertThat(report).isEqualTo(LINES.cite("""
                1 problem in platform 'shop':
                  orders in dev: it is scaled by the use of its CPU request, and has none
                      scaled {scaled}
                      fix    add cpu(...)"""));
    }

    @Test
    void userZeroContradictsNonRoot() {
        String report = report(Shop.of(Service.named("orders")
                .image("orders:1")
                .runAsUser(0) // (user-zero)
                .build()));

        assertThat(report).isEqualTo(LINES.cite("""
                1 problem in platform 'shop':
                  orders in dev: user 0 is root, which the service may not run as
                      user     {user-zero}
                      non-root library default: the restricted Pod Security Standard
                      fix      choose another user, or say runAsRoot(because)"""));
    }

    @Test
    void userZeroIsFineWithAReason() {
        Service service = Shop.service(
                "orders", orders -> orders.runAsUser(0).runAsRoot("it binds to port 80 of a legacy kernel"));

        assertThat(Shop.alone(service).get(Settings.USER_ID)).contains(0L);
    }

    @Test
    void aVariableIsPlainAndSecret() {
        String report = report(Shop.of(Service.named("orders")
                .image("orders:1")
                .env("TOKEN", "abc") // (plain)
                .secret("TOKEN", Secret.named("tokens").key("orders")) // (secret)
                .build()));

        assertThat(report).isEqualTo(LINES.cite("""
                1 problem in platform 'shop':
                  orders in dev: variable TOKEN is both plain and secret
                      env    {plain}
                      secret {secret}
                      fix    remove one of them, or unset it"""));
    }

    private static Stream<Arguments> flaws() {
        return Stream.of(
                flaw(s -> s.image("Orders"), "image", "'Orders' is not the name of an image", IMAGE_FIX),
                flaw(s -> s.image(""), "image", "'' is not the name of an image", IMAGE_FIX),
                flaw(s -> s.image("orders:1 "), "image", "'orders:1 ' is not the name of an image", IMAGE_FIX),
                flaw(
                        s -> s.cpu(millis(0)),
                        "cpu",
                        "an amount of CPU must be positive, not 0m",
                        "say for example millis(100)"),
                flaw(
                        s -> s.cpu(Cpu.cores(-2)),
                        "cpu",
                        "an amount of CPU must be positive, not -2000m",
                        "say for example millis(100)"),
                flaw(
                        s -> s.set(Settings.CPU_LIMIT, millis(-1)),
                        "cpu-limit",
                        "an amount of CPU must be positive, not -1m",
                        "say for example millis(100)"),
                flaw(
                        s -> s.memory(mebibytes(0)),
                        "memory",
                        "an amount of memory must be positive, not 0",
                        "say for example mebibytes(128)"),
                flaw(
                        s -> s.set(Settings.MEMORY_LIMIT, Memory.gibibytes(-1)),
                        "memory-limit",
                        "an amount of memory must be positive, not -1Gi",
                        "say for example mebibytes(128)"),
                flaw(
                        s -> s.replicas(0),
                        "replicas",
                        "replicas must be at least 1, not 0",
                        "to leave a service out of an environment, use onlyIn(...)"),
                flaw(
                        s -> s.replicas(-3),
                        "replicas",
                        "replicas must be at least 1, not -3",
                        "to leave a service out of an environment, use onlyIn(...)"),
                flaw(
                        s -> s.cpu(millis(1)).replicas(0, 4),
                        "replicas",
                        "replicas must be at least 1, not 0",
                        "to leave a service out of an environment, use onlyIn(...)"),
                flaw(
                        s -> s.cpu(millis(1)).replicas(5, 2),
                        "replicas",
                        "the range of replicas is upside down: at least 5, at most 2",
                        "say replicas(2, 5)"),
                flaw(
                        s -> s.scaleAtCpu(0),
                        "cpu-target",
                        "0 is not a percentage to scale at",
                        "say a percentage from 1 to 1000"),
                flaw(
                        s -> s.runAsUser(-1),
                        "user-id",
                        "-1 is not the number of a user",
                        "say a number from 0 to 2147483647"),
                flaw(
                        s -> s.runAsUser(1L << 31),
                        "user-id",
                        "2147483648 is not the number of a user",
                        "say a number from 0 to 2147483647"),
                flaw(
                        s -> s.runAsRoot(" "),
                        "non-root",
                        "a restriction is lifted without a reason",
                        "say why, in one clause"),
                flaw(
                        s -> s.writableRootFilesystem(""),
                        "read-only-root",
                        "a restriction is lifted without a reason",
                        "say why, in one clause"),
                flaw(
                        s -> s.shutdownGrace(Duration.ofMillis(1500)),
                        "shutdown-grace",
                        "a grace of PT1.5S cannot be kept",
                        "give whole seconds, 0 or more"),
                flaw(
                        s -> s.shutdownGrace(Duration.ofSeconds(-1)),
                        "shutdown-grace",
                        "a grace of PT-1S cannot be kept",
                        "give whole seconds, 0 or more"),
                flaw(
                        s -> s.scratch("tmp"),
                        "scratch",
                        "'tmp' is not the path of a directory or a file",
                        "start it with a slash, and leave out '..', colons and a slash at the end"),
                flaw(
                        s -> s.scratch("/"),
                        "scratch",
                        "'/' is not the path of a directory or a file",
                        "start it with a slash, and leave out '..', colons and a slash at the end"),
                flaw(
                        s -> s.port(http(80)).readiness(httpGet("healthz")),
                        "readiness",
                        "'healthz' is not a path",
                        "start it with a slash"),
                flaw(
                        s -> s.port(http(80)).liveness(httpGet("/").period(Duration.ZERO)),
                        "liveness",
                        "a period of PT0S cannot be kept",
                        "give whole seconds, from 1 to 2147483647"),
                flaw(
                        s -> s.port(http(80)).liveness(httpGet("/").initialDelay(Duration.ofMillis(1))),
                        "liveness",
                        "a delay of PT0.001S cannot be kept",
                        "give whole seconds, from 0 to 2147483647"),
                flaw(
                        s -> s.port(http(80)).publicAt("Shop"),
                        "route",
                        "'Shop' is not a host name",
                        "use lower-case letters, digits, dashes, and dots between"),
                flaw(
                        s -> s.port(http(80)).publicAt(Route.at("www").below("a b")),
                        "route",
                        "'a b' is not a path",
                        "start it with a slash and escape what a URL must escape"),
                flaw(
                        s -> s.env("1ST", "x"),
                        "env",
                        "'1ST' cannot name a variable",
                        "start with a letter or underscore, go on with letters, digits, underscores"),
                flaw(
                        s -> s.env("A=B", "x"),
                        "env",
                        "'A=B' cannot name a variable",
                        "start with a letter or underscore, go on with letters, digits, underscores"));
    }

    private static final String IMAGE_FIX = "write it like registry.example/team/name:1.2.3";

    private static Arguments flaw(Consumer<Service.Builder> said, String label, String message, String fix) {
        return Arguments.of(message, said, label, fix);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("flaws")
    void aValueThatCannotBeIsReported(String message, Consumer<Service.Builder> said, String label, String fix) {
        Service.Builder orders = Service.named("orders").image("orders:1");
        Service.Builder without = Service.named("orders");
        said.accept(label.equals("image") ? without : orders);

        String report = report(Shop.of((label.equals("image") ? without : orders).build()));

        int width = Math.max(3, label.length());
        assertThat(report.replaceAll("ValueProblemsTest\\.java:\\d+", "HERE"))
                .isEqualTo("1 problem in platform 'shop':\n  orders in dev: " + message + "\n      " + label
                        + " ".repeat(width - label.length() + 1) + "HERE\n      fix" + " ".repeat(width - 2) + fix);
    }

    @Test
    void anImageLongerThanAnyRegistryAcceptsIsReportedLikeAnyOther() {
        String reference = "a-".repeat(50_000) + "a:1";

        String report = report(Shop.of(Service.named("orders").image(reference).build()));

        assertThat(report).contains("orders in dev: 'a-a-").contains("-a:1' is not the name of an image");
    }

    private static Stream<Arguments> flawsOfEntries() {
        return Stream.of(
                Arguments.of(
                        (Consumer<Service.Builder>) s -> s.unset(Settings.ENV),
                        "env has entries, and none is named",
                        "env",
                        "say the entry's name as well"),
                Arguments.of(
                        (Consumer<Service.Builder>) s -> s.unset(Settings.REPLICAS, "blue"),
                        "replicas has no entries",
                        "replicas",
                        "say it without 'blue'"),
                Arguments.of(
                        (Consumer<Service.Builder>) s -> s.set(Settings.REPLICAS, "blue", Replicas.fixed(2)),
                        "replicas has no entries",
                        "replicas",
                        "say it without 'blue'"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("flawsOfEntries")
    void whatIsSaidOfNothingIsNotDroppedSilently(
            Consumer<Service.Builder> said, String message, String label, String fix) {
        assertThat(report(Shop.of(Shop.service("orders", said))).replaceAll("ValueProblemsTest\\.java:\\d+", "HERE"))
                .isEqualTo("1 problem in platform 'shop':\n  orders in dev: " + message + "\n      " + label + " "
                        + (label.length() < 3 ? " " : "") + "HERE\n      fix"
                        + " ".repeat(Math.max(3, label.length()) - 2) + fix);
    }
}
