package dev.idp.tests.problems;

import static dev.idp.tests.Shop.DEV;
import static dev.idp.tests.Shop.report;
import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.Environment;
import dev.idp.ExternalService;
import dev.idp.Platform;
import dev.idp.Secret;
import dev.idp.Service;
import dev.idp.Team;
import dev.idp.resources.Redis;
import dev.idp.tests.Lines;
import dev.idp.tests.Shop;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NameProblemsTest {

    private static final Lines LINES = Lines.of(NameProblemsTest.class);
    private static final Service ORDERS =
            Service.named("orders").image("orders:1").build();

    /** Something that has a name, and where a bad one is reported. */
    private record Kind(String what, Function<String, Platform> named, String where, String citation) {
        @Override
        public String toString() {
            return what;
        }
    }

    private static Stream<Kind> kinds() {
        return Stream.of(
                new Kind(
                        "a platform",
                        name -> Platform.named(name) // (platform)
                                .environments(DEV)
                                .services(ORDERS)
                                .build(),
                        "platform",
                        "declared {platform}"),
                new Kind(
                        "an environment",
                        name -> Shop.in(
                                Environment.named(name).build(), // (environment)
                                ORDERS),
                        "environment NAME",
                        "declared {environment}"),
                new Kind(
                        "a namespace",
                        name -> Shop.in(
                                Environment.named("dev")
                                        .namespace(name) // (namespace)
                                        .build(),
                                ORDERS),
                        "environment dev",
                        "said {namespace}"),
                new Kind(
                        "a service",
                        name -> Shop.of(Service.named(name) // (service)
                                .image("orders:1")
                                .build()),
                        "NAME",
                        "declared {service}"),
                new Kind(
                        "a team",
                        name -> Shop.of(Service.named("orders")
                                .image("orders:1")
                                .ownedBy(Team.named(name)) // (team)
                                .build()),
                        "orders in dev",
                        "owner {team}"),
                new Kind(
                        "a resource",
                        name -> Shop.of(Service.named("orders")
                                .image("orders:1")
                                .env("CACHE", Redis.named(name).address()) // (resource)
                                .build()),
                        "NAME",
                        "needed {resource}"),
                new Kind(
                        "an external service",
                        name -> Shop.of(Service.named("orders")
                                .image("orders:1")
                                .uses(ExternalService.named(name) // (external)
                                        .at("mail.example", 25)
                                        .build())
                                .build()),
                        "NAME in dev",
                        "declared external service NAME, {external}"),
                new Kind(
                        "a secret",
                        name -> Shop.of(Service.named("orders")
                                .image("orders:1")
                                .secret("TOKEN", Secret.named(name).key("token")) // (secret)
                                .build()),
                        "orders in dev",
                        "said {secret}"));
    }

    private static Stream<Arguments> invalidNames() {
        return kinds().flatMap(kind -> Stream.of("Orders", "1orders", "orders-", "-orders", "or_ders", "a.b", "börse")
                .map(name -> Arguments.of(kind, name)));
    }

    @ParameterizedTest
    @MethodSource("invalidNames")
    void invalidNamesAreReportedWithTheirLine(Kind kind, String name) {
        String prefix = kind.what().equals("a secret") ? "secret/TOKEN: " : "";

        assertThat(report(kind.named().apply(name)))
                .isEqualTo(expected(
                        kind,
                        name,
                        prefix + "'" + name + "' cannot name " + kind.what(),
                        "start with a lower-case letter, go on with lower-case letters, digits and dashes, and do not"
                                + " end with a dash"));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void namesOfSixtyFourCharactersAreTooLong(Kind kind) {
        String name = "a".repeat(64);
        String prefix = kind.what().equals("a secret") ? "secret/TOKEN: " : "";

        assertThat(report(kind.named().apply(name)))
                .isEqualTo(expected(
                        kind,
                        name,
                        prefix + "'" + name + "' is too long to name " + kind.what() + ": 64 characters",
                        "use at most 63 characters"));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void namesOfOneCharacterAreFine(Kind kind) {
        assertThat(kind.named().apply("a").plan().environments()).hasSize(1);
    }

    @Test
    void aNamespaceMayBecomeTooLongOnlyBehindThePlatformsName() {
        String platform = "p".repeat(32);
        String environment = "e".repeat(31);

        String report = report(Platform.named(platform)
                .environments(Environment.named(environment).build()) // (long-namespace)
                .services(ORDERS)
                .build());

        String namespace = platform + "-" + environment;
        assertThat(report).isEqualTo(LINES.cite("""
                1 problem in platform '%s':
                  environment %s: '%s' is too long to name a namespace: 64 characters
                      declared {long-namespace}
                      fix      say a shorter one with namespace(...)""".formatted(platform, environment, namespace)));
    }

    @Test
    void aNamespaceOfItsOwnMendsALongPlatformName() {
        Environment environment =
                Environment.named("e".repeat(31)).namespace("short").build();

        Platform platform = Platform.named("p".repeat(32))
                .environments(environment)
                .services(ORDERS)
                .build();

        assertThat(platform.plan().in(environment).namespace()).isEqualTo("short");
    }

    private static String expected(Kind kind, String name, String message, String fix) {
        String[] citation = kind.citation().replace("NAME", name).split(" ", 2);
        int width = Math.max(3, citation[0].length());
        String platform = kind.what().equals("a platform") ? name : "shop";
        return "1 problem in platform '" + platform + "':\n  " + kind.where().replace("NAME", name) + ": " + message
                + "\n      " + citation[0] + " ".repeat(width - citation[0].length() + 1)
                + LINES.cite(citation[1])
                + "\n      fix" + " ".repeat(width - 2) + fix;
    }
}
