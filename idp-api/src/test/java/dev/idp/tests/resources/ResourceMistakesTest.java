package dev.idp.tests.resources;

import static dev.idp.Memory.mebibytes;
import static dev.idp.tests.Shop.report;
import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.Environment;
import dev.idp.Flaw;
import dev.idp.Platform;
import dev.idp.Resource;
import dev.idp.Secret;
import dev.idp.Service;
import dev.idp.Storage;
import dev.idp.Text;
import dev.idp.resources.Bucket;
import dev.idp.resources.DnsName;
import dev.idp.resources.KafkaTopic;
import dev.idp.resources.MongoDb;
import dev.idp.resources.MySql;
import dev.idp.resources.PersistentVolume;
import dev.idp.resources.Postgres;
import dev.idp.resources.RabbitMq;
import dev.idp.resources.Redis;
import dev.idp.spi.Extension;
import dev.idp.spi.MadeSecret;
import dev.idp.spi.Provision;
import dev.idp.spi.Provisioner;
import dev.idp.spi.Volume;
import dev.idp.tests.Lines;
import dev.idp.tests.Shop;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is wrong with a resource or with a provisioner is found by planning, with the user's line and a fix. */
class ResourceMistakesTest {

    private static final Lines LINES = Lines.of(ResourceMistakesTest.class);

    private static Service using(Resource resource) {
        return Shop.service("orders", orders -> orders.uses(resource)); // (needed)
    }

    private static Stream<Arguments> flawedResources() {
        return Stream.of(
                flawed(
                        Postgres.named("it").version(""),
                        "'' is not a version",
                        "say a tag of its image, like 16 or 16.4"),
                flawed(
                        MySql.named("it").version("8 point 4"),
                        "'8 point 4' is not a version",
                        "say a tag of its image, like 16 or 16.4"),
                flawed(
                        Redis.named("it").version(":7"),
                        "':7' is not a version",
                        "say a tag of its image, like 16 or 16.4"),
                flawed(
                        RabbitMq.named("it").version(" "),
                        "' ' is not a version",
                        "say a tag of its image, like 16 or 16.4"),
                flawed(
                        KafkaTopic.named("it").version("-"),
                        "'-' is not a version",
                        "say a tag of its image, like 16 or 16.4"),
                flawed(KafkaTopic.named("it").partitions(0), "0 partitions hold nothing", "say at least partitions(1)"),
                flawed(
                        Postgres.named("it").database(""),
                        "'' cannot name a database",
                        "use at most 63 letters, digits, underscores and dashes"),
                flawed(
                        MongoDb.named("it").database("a/b"),
                        "'a/b' cannot name a database",
                        "use at most 63 letters, digits, underscores and dashes"),
                flawed(
                        Postgres.named("it").ofClass(" "),
                        "its class is blank",
                        "say for example ofClass(\"large\"), or nothing"),
                flawed(
                        Bucket.named("it").sharedBecause(""),
                        "the reason to share it is blank",
                        "say why several teams may use it"),
                flawed(
                        DnsName.named("it").sharedBecause("  "),
                        "the reason to share it is blank",
                        "say why several teams may use it"),
                flawed(
                        PersistentVolume.named("it", mebibytes(-5)),
                        "an amount of memory must be positive, not -5Mi",
                        "say for example mebibytes(128)"));
    }

    private static Arguments flawed(Resource resource, String message, String fix) {
        return Arguments.of(resource, message, fix);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("flawedResources")
    void aFlawOfAResourceIsReportedWhereItIsNeeded(Resource resource, String message, String fix) {
        assertThat(report(Shop.of(using(resource)))).isEqualTo(LINES.cite("""
                1 problem in platform 'shop':
                  it: %s
                      needed {needed}
                      fix    %s""".formatted(message, fix)));
    }

    @Test
    void aFlawThatEveryEnvironmentHasIsReportedOnce() {
        var platform = Platform.named("shop")
                .environments(Shop.DEV, Shop.PROD)
                .services(using(Postgres.named("it").version("")))
                .build();

        assertThat(report(platform)).startsWith("1 problem");
    }

    private static <R extends Resource> String reported(Class<R> type, R resource, Provisioner<R> provisioner) {
        return report(Shop.in(
                Environment.named("prod")
                        .provides(type, provisioner) // (provided)
                        .build(),
                using(resource)));
    }

    @Test
    void theHostOfAnExistingServerIsNone() {
        assertThat(reported(Postgres.class, Postgres.named("orders-db"), Postgres.existingAt("https://db", 5432)))
                .isEqualTo(LINES.cite("""
                        1 problem in platform 'shop':
                          orders-db in prod: 'https://db' is not a host
                              declared provisioner existing-postgres: supplies Postgres orders-db, {provided}
                              fix      say a host name or an address, without scheme and port"""));
    }

    @Test
    void thePortOfAnExistingServerIsNone() {
        assertThat(reported(MySql.class, MySql.named("orders-db"), MySql.existingAt("db", 0)))
                .isEqualTo(LINES.cite("""
                        1 problem in platform 'shop':
                          orders-db in prod: 0 is not the number of a port
                              declared provisioner existing-mysql: supplies MySql orders-db, {provided}
                              fix      ports are numbered from 1 to 65535"""));
    }

    @Test
    void theNetworkOfAnExistingServerIsNone() {
        assertThat(reported(
                        Redis.class,
                        Redis.named("cache"),
                        Redis.existingAt("db", 6379).within("10.0.0.0/33")))
                .isEqualTo(LINES.cite("""
                        1 problem in platform 'shop':
                          cache in prod: '10.0.0.0/33' is not a network
                              declared provisioner existing-redis: supplies Redis cache, {provided}
                              fix      write it like 203.0.113.0/24"""));
    }

    @Test
    void theSecretOfAnExistingServerCannotBeNamedSo() {
        assertThat(reported(
                        Redis.class,
                        Redis.named("cache"),
                        Redis.existingAt("db", 6379).credentials(Secret.named("My Secret"))))
                .isEqualTo(LINES.cite("""
                        1 problem in platform 'shop':
                          cache in prod: 'My Secret' cannot name a secret
                              needed   {needed}
                              provided environment prod, {provided}
                              fix      start with a lower-case letter, go on with lower-case letters, digits and \
                        dashes, and do not end with a dash"""));
    }

    @Test
    void theNameOfAResourceLeavesNoRoomForThatOfItsSecret() {
        assertThat(report(Shop.of(using(Postgres.named("a".repeat(60))))))
                .isEqualTo(LINES.cite("""
                1 problem in platform 'shop':
                  %1$s in dev: '%1$s-credentials' is too long to name a secret: 72 characters
                      needed   {needed}
                      provided default of Postgres: no environment says what supplies it
                      fix      give the resource a shorter name""".formatted("a".repeat(60))));
    }

    @Test
    void anExistingServerWithoutCredentialsHasNoPassword() {
        Postgres ordersDb = Postgres.named("orders-db");
        Environment prod = Environment.named("prod")
                .provides(Postgres.class, Postgres.existingAt("db", 5432))
                .build();

        assertThat(report(Shop.in(
                        prod,
                        Service.named("orders")
                                .image("orders:1")
                                .secret("DB_PASSWORD", ordersDb.password()) // (password)
                                .build())))
                .isEqualTo(LINES.cite("""
                        1 problem in platform 'shop':
                          orders in prod: secret/DB_PASSWORD: Postgres 'orders-db' has no output 'password' here
                              said {password}
                              fix  use another output, or a provisioner that has it"""));
    }

    @Test
    void aPrefixOfBucketsIsNone() {
        assertThat(reported(
                        Bucket.class,
                        Bucket.named("uploads"),
                        Bucket.existingAt("s3.example").prefixed("Shop_")))
                .isEqualTo(LINES.cite("""
                        1 problem in platform 'shop':
                          uploads in prod: 'Shop_' cannot begin the name of a bucket
                              needed   {needed}
                              provided environment prod, {provided}
                              fix      use lower-case letters, digits, dashes and dots"""));
    }

    @Test
    void aRegionOfBucketsIsNone() {
        assertThat(reported(
                        Bucket.class,
                        Bucket.named("uploads"),
                        Bucket.existingAt("s3.example").region("")))
                .isEqualTo(LINES.cite("""
                        1 problem in platform 'shop':
                          uploads in prod: '' is not a region
                              needed   {needed}
                              provided environment prod, {provided}
                              fix      write it like eu-central-1"""));
    }

    @Test
    void aDomainIsNone() {
        assertThat(reported(DnsName.class, DnsName.named("api"), DnsName.below("https://shop.example")))
                .isEqualTo(LINES.cite("""
                        1 problem in platform 'shop':
                          api in prod: 'https://shop.example' is not a DNS name
                              needed   {needed}
                              provided environment prod, {provided}
                              fix      write it like shop.example"""));
    }

    @Test
    void anExistingVolumeCannotBeNamedSo() {
        assertThat(reported(
                        PersistentVolume.class,
                        PersistentVolume.named("uploads", mebibytes(1)),
                        PersistentVolume.existing("")))
                .isEqualTo(LINES.cite("""
                        1 problem in platform 'shop':
                          uploads in prod: '' cannot name a volume
                              needed   {needed}
                              provided environment prod, {provided}
                              fix      start with a lower-case letter, go on with lower-case letters, digits and \
                        dashes, and do not end with a dash"""));
    }

    /** A resource of a user's own, whose provisioner adds what it is told to. */
    private record Thing(String name) implements Resource {}

    private record Adding(Provision provision) implements Provisioner<Thing> {
        @Override
        public String id() {
            return "adding";
        }

        @Override
        public Provision provision(Thing thing, Environment environment) {
            return provision;
        }
    }

    @Test
    void aProvisionerAddsAVolumeThatIsNone() {
        Provision provision = Provision.builder()
                .volume(new Volume("Big Disk", Storage.of(mebibytes(1)), false))
                .build();

        assertThat(reported(Thing.class, new Thing("thing"), new Adding(provision)))
                .isEqualTo(LINES.cite("""
                        1 problem in platform 'shop':
                          Big Disk in prod: 'Big Disk' cannot name a volume
                              added provisioner adding: supplies Thing thing, {provided}
                              fix   start with a lower-case letter, go on with lower-case letters, digits and \
                        dashes, and do not end with a dash"""));
    }

    @Test
    void twoResourcesBringASecretOfOneName() {
        Provision provision =
                Provision.builder().secret(MadeSecret.named("keys", "key")).build();
        Environment prod = Environment.named("prod")
                .provides(Thing.class, new Adding(provision)) // (adding)
                .build();

        assertThat(report(Shop.in(prod, Shop.service("orders", orders -> orders.uses(new Thing("a"))
                        .uses(new Thing("b"))))))
                .isEqualTo(LINES.cite("""
                        1 problem in platform 'shop':
                          keys in prod: two secrets that provisioners add have one name
                              first  provisioner adding: supplies Thing a, {adding}
                              second provisioner adding: supplies Thing b, {adding}
                              fix    rename one of the resources"""));
    }

    @Test
    void aProvisionerAttachesTwoExtensionsOfOneId() {
        Provision provision = Provision.builder()
                .with(new Extension("compose", "a") {})
                .with(new Extension("compose", "a") {})
                .with(new Extension("nomad", "a") {})
                .build();

        assertThat(reported(Thing.class, new Thing("thing"), new Adding(provision)))
                .isEqualTo(LINES.cite("""
                        1 problem in platform 'shop':
                          thing in prod: its provisioner attaches two extensions with the id 'a'
                              supplied provisioner adding: supplies Thing thing, {provided}
                              fix      give one of them another id"""));
    }

    @Test
    void theFlawOfAProvisionerOfOnesOwnIsReportedAsWell() {
        record Picky(String id) implements Provisioner<Thing> {
            @Override
            public Optional<Flaw> flaw(Thing thing, Environment environment) {
                return Optional.of(new Flaw("it has no account", "say which"));
            }

            @Override
            public Provision provision(Thing thing, Environment environment) {
                return Provision.builder().output("x", Text.of("x")).build();
            }
        }

        assertThat(reported(Thing.class, new Thing("thing"), new Picky("picky")))
                .isEqualTo(LINES.cite("""
                        1 problem in platform 'shop':
                          thing in prod: it has no account
                              needed   {needed}
                              provided environment prod, {provided}
                              fix      say which"""));
    }
}
