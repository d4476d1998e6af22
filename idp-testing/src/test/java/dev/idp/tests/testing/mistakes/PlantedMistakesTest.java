package dev.idp.tests.testing.mistakes;

import static dev.idp.testing.PlatformAssertions.assertThat;
import static dev.idp.tests.testing.mistakes.MistakenShop.payments;
import static dev.idp.tests.testing.mistakes.MistakenShop.production;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idp.Memory;
import dev.idp.Permission;
import dev.idp.PublicEntry;
import dev.idp.Service;
import dev.idp.Settings;
import dev.idp.Tier;
import dev.idp.plan.BlastRadius;
import dev.idp.plan.Plan;
import dev.idp.policy.Policy;
import dev.idp.policy.Severity;
import dev.idp.resources.Postgres;
import dev.idp.testing.ServiceAssert;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A mistake in a program is caught by a test of one line, whose message says what is wrong, where, and what was meant. */
class PlantedMistakesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final PublicEntry ENTRY = PublicEntry.named("nginx", "ingress-nginx");
    private static final Plan SOUND = MistakenShop.sound().plan();

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void aMistakeIsCaught(String mistake, Plan plan, Consumer<Plan> test, String message) {
        test.accept(SOUND);

        assertThatThrownBy(() -> test.accept(plan))
                .isInstanceOf(AssertionError.class)
                .satisfies(failure ->
                        assertThat(failure.getMessage()).isEqualTo(message.replace("HERE", lineOf(mistake))));
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                mistake(
                        "public without TLS",
                        production(prod -> prod.publicThrough(ENTRY)), // public without TLS
                        plan -> assertThat(plan).in("prod").isPublicThroughTlsAlone(),
                        "Expected whatever is public in prod to be reached through TLS alone, but public entry nginx in"
                                + " ingress-nginx has no certificates, by environment prod, HERE; public are: frontend\n"
                                + "  fix: add certificatesFrom(...), certificateIn(...) or terminatingTls() to the entry"),
                mistake(
                        "a service that should not be public",
                        payments(payments -> payments.publicAt("pay")), // a service that should not be public
                        plan -> assertThat(plan).in("prod").publicServices().areOnly("frontend"),
                        "Expected public services in prod to be [frontend], but they are [frontend, payments]\n"
                                + "  payments in prod by service payments, HERE"),
                mistake(
                        "an edge that should not be",
                        payments(payments ->
                                payments.env("SHOP", Service.ref("frontend").url())), // an edge that should not be
                        plan -> assertThat(plan).in("prod").service("payments").callsOnly(),
                        "Expected payments in prod to call exactly [], but it calls [frontend]\n"
                                + "  frontend by service payments, HERE"),
                mistake(
                        "a secret in a variable",
                        payments(payments -> payments.env("BANK_PASSWORD", "correct-horse")), // a secret in a variable
                        plan -> assertThat(Policy.standard()
                                        .only("no-plain-secret-by-name")
                                        .check(plan, TODAY))
                                .isClean(),
                        "Expected nothing open, but there is 1 finding:\n  ERROR no-plain-secret-by-name: payments in prod:"
                                + " env BANK_PASSWORD is a plain value, and by its name a secret (service payments, HERE); fix: say"
                                + " secret(...) instead"),
                mistake(
                        "a widened permission",
                        payments(payments -> payments.may(Permission.toRead("secrets"))), // a widened permission
                        plan -> assertThat(plan).services().each(ServiceAssert::mayOnly),
                        """
                        Expected the same of 3 services, but:
                        Expected payments in prod to have exactly the permissions [], but it may:
                          get, list, watch on secrets, by service payments, HERE"""),
                mistake(
                        "a lost probe",
                        payments(payments -> payments.unset(Settings.READINESS)), // a lost probe
                        plan -> assertThat(plan).services().each(ServiceAssert::isProbed),
                        "Expected the same of 3 services, but:\n"
                                + "Expected payments in prod to be probed, but it has no readiness, by service payments, HERE"),
                mistake(
                        "a process that may be root",
                        payments(payments -> payments.runAsRoot("the vendor says so")), // a process that may be root
                        plan -> assertThat(plan).servicesIn(Tier.PRODUCTION).each(ServiceAssert::runsAsNonRoot),
                        "Expected the same of 3 services in tier production, but:\n"
                                + "Expected payments in prod not to run as root, but it may: the vendor says so, by service"
                                + " payments, HERE"),
                mistake(
                        "a single copy",
                        payments(payments -> payments.replicas(1)), // a single copy
                        plan -> assertThat(plan)
                                .servicesIn(Tier.PRODUCTION)
                                .each(service -> service.hasAtLeastReplicas(2)),
                        "Expected the same of 3 services in tier production, but:\n"
                                + "Expected payments in prod to have at least 2 replicas, but it has 1, by service payments,"
                                + " HERE"),
                mistake(
                        "a database beside the shop",
                        production(prod -> prod.publicThrough(ENTRY.certificatesFrom("letsencrypt"))
                                .provides(Postgres.class, Postgres.inCluster())), // a database beside the shop
                        plan -> assertThat(plan).in("prod").hasResource("orders-db", "existing-postgres"),
                        "Expected resource 'orders-db' in prod to be supplied by existing-postgres, but it is supplied by"
                                + " in-cluster-postgres, by environment prod, HERE"),
                mistake(
                        "an image that moves",
                        payments(payments ->
                                payments.in(Tier.PRODUCTION, prod -> prod.image("payments"))), // an image that moves
                        plan -> assertThat(
                                        Policy.standard().only("image-pinned").check(plan, TODAY))
                                .hasNothingOpen(Severity.WARNING),
                        "Expected nothing open of WARNING or more, but there is 1 finding:\n  WARNING image-pinned: payments in"
                                + " prod: image payments is not pinned (service payments in production, HERE); fix: name a version"
                                + " or a digest"),
                mistake(
                        "a limit that is gone",
                        payments(payments -> payments.unset(Settings.MEMORY_LIMIT)), // a limit that is gone
                        plan -> assertThat(plan)
                                .services()
                                .each(service -> service.has(Settings.MEMORY_LIMIT, "said", limit -> true)),
                        "Expected the same of 3 services, but:\n"
                                + "Expected memory-limit of payments in prod to be said, but it is not set, by service"
                                + " payments, HERE"),
                mistake(
                        "an upgrade that restarts production",
                        payments(payments -> payments.env("MODE", "fast")), // an upgrade that restarts production
                        plan -> assertThat(BlastRadius.of(SOUND, plan))
                                .inProduction()
                                .restartsNothing(),
                        "Expected the change to restart nothing in production, but:\n"
                                + "  payments in prod: env/MODE: nothing -> fast: rolling restart, by service payments, HERE"),
                mistake(
                        "storage for what was stateless",
                        payments(payments -> payments.stateful()
                                .storage("/data", Memory.gibibytes(1))), // storage for what was stateless
                        plan -> assertThat(BlastRadius.of(SOUND, plan))
                                .inProduction()
                                .hasNoDowntime(),
                        "Expected the change to have no downtime in production, but:\n"
                                + "  payments in prod: storage//data: nothing -> 1Gi: replacement, downtime, by service"
                                + " payments, HERE"));
    }

    private static Arguments mistake(String name, Plan plan, Consumer<Plan> test, String message) {
        return Arguments.of(name, plan, test, message);
    }

    private static String lineOf(String mark) {
        Path source = Path.of("src/test/java/dev/idp/tests/testing/mistakes/PlantedMistakesTest.java");
        try {
            List<String> lines = Files.readAllLines(source);
            for (int i = 0; i < lines.size(); i++) {
                if (lines.get(i).endsWith("// " + mark)) {
                    return "PlantedMistakesTest.java:" + (i + 1);
                }
            }
            throw new IllegalArgumentException("no line is marked with " + mark);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
