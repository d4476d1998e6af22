package dev.idp.tests.workloads;

import static dev.idp.Tier.PRODUCTION;
import static dev.idp.Tier.STAGING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idp.Environment;
import dev.idp.Image;
import dev.idp.Job;
import dev.idp.Platform;
import dev.idp.Releases;
import dev.idp.Service;
import dev.idp.Settings;
import dev.idp.plan.Plan;
import dev.idp.plan.ServicePlan;
import dev.idp.tests.Lines;
import dev.idp.tests.Paths;
import dev.idp.tests.Shop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which versions run where: what CI says, between what a workload says in general and for one environment. */
class ReleasesTest {

    private static final Lines LINES = Lines.of(ReleasesTest.class);

    private static final String DIGEST = "sha256:" + "0123456789abcdef".repeat(4);

    private static Environment prod(Releases releases) {
        return Environment.named("prod").tier(PRODUCTION).releases(releases).build();
    }

    private static ServicePlan released(String version, Service orders) {
        Environment prod = prod(Releases.none().with("orders", version));
        return Shop.in(prod, orders).plan().in(prod).service("orders");
    }

    private static Service orders(String image) {
        return Service.named("orders").image(image).build();
    }

    @ParameterizedTest
    @CsvSource({
        "r.example:5000/orders, 1.4.2, r.example:5000/orders:1.4.2",
        "r.example:5000/orders:1.0, 1.4.2, r.example:5000/orders:1.4.2",
        "orders:1.0, other.example/orders:2, other.example/orders:2",
        "orders:1.0, other.example/orders, other.example/orders",
        "orders, v1, orders:v1",
        "orders:1.0, orders, orders:orders"
    })
    void aTagReplacesATagAndAWholeImageEverything(String image, String version, String expected) {
        assertThat(released(version, orders(image)).image()).isEqualTo(new Image(expected));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "orders",
                "orders:1.0",
                "orders@sha256:ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff"
            })
    void aDigestPinsTheImage(String image) {
        assertThat(released(DIGEST, orders(image)).image()).isEqualTo(new Image("orders@" + DIGEST));
    }

    @Test
    void aReleaseIsWeakerThanTheEnvironmentAndStrongerThanTheRest() {
        Releases releases = Releases.fromProperties("prod.properties", "orders=2\n");
        Environment prod = prod(releases);
        Service general = Shop.service("orders", it -> it.in(PRODUCTION, there -> there.image("tier:1")));
        Service pinned = Service.named("orders")
                .image("general:1") // (general)
                .in(PRODUCTION, it -> it.image("tier:1")) // (tier)
                .in(prod, it -> it.image("pinned:1")) // (pinned)
                .build();

        assertThat(Shop.in(prod, general).plan().in(prod).service("orders").image())
                .isEqualTo(new Image("tier:2"));
        ServicePlan orders = Shop.in(prod, pinned).plan().in(prod).service("orders");
        assertThat(orders.image()).isEqualTo(new Image("pinned:1"));
        assertThat(orders.explain(Settings.IMAGE).toText()).isEqualTo(LINES.cite("""
                service orders
                  /image = pinned:1
                    from   services/orders/image
                      set    pinned:1 by service orders in prod, {pinned}
                      lost   tier:2 by release of prod, prod.properties:1
                      lost   tier:1 by service orders in production, {tier}
                      lost   general:1 by service orders, {general}"""));
    }

    @Test
    void theImageMayComeFromAPath() {
        Service orders = Service.named("orders")
                .on(Paths.path("web", (service, where) -> service.defaults().image("r.example/web")))
                .build();

        assertThat(released("7", orders).image()).isEqualTo(new Image("r.example/web:7"));
    }

    @Test
    void aWholeImageNeedsNoOther() {
        assertThat(released("r.example/orders:3", Service.named("orders").build())
                        .image())
                .isEqualTo(new Image("r.example/orders:3"));
    }

    @Test
    void aTagWithADigestIsAVersionOfTheSameImage() {
        String version = "1.4.2@sha256:" + "0123456789abcdef".repeat(4);

        assertThat(released(version, orders("r.example/orders:1")).image())
                .isEqualTo(new Image("r.example/orders:" + version));
    }

    @Test
    void aTagAloneNeedsOne() {
        Environment prod = prod(Releases.fromProperties("prod.properties", "# by CI\n\norders = 1.4.2\n"));
        Service orders = Service.named("orders").build(); // (no-image)

        assertThat(Shop.report(Shop.in(prod, orders))).isEqualTo(LINES.cite("""
                2 problems in platform 'shop':
                  orders in prod: there is no image
                      declared {no-image}
                      fix      add image(...) to the service or to its golden path
                  orders in prod: version 1.4.2 is released, and nobody says of which image
                      released prod.properties:3
                      fix      say image(...) without a version, or release a whole image"""));
    }

    @Test
    void jobsAreReleasedToo() {
        Environment prod = prod(Releases.none().with("report", "2"));
        Job report = Job.named("report").image("report").build();

        assertThat(Platform.named("shop")
                        .environments(prod)
                        .jobs(report)
                        .build()
                        .plan()
                        .in(prod)
                        .job("report")
                        .image())
                .isEqualTo(new Image("report:2"));
    }

    @Test
    void whatIsNoVersionIsReportedAtItsLine() {
        Environment prod = prod(Releases.fromProperties("prod.properties", "orders=a b\n"));

        assertThat(Shop.report(Shop.in(prod, orders("orders:1")))).isEqualTo("""
                1 problem in platform 'shop':
                  environment prod: 'a b' is not a version
                      said prod.properties:1
                      fix  write a tag like 1.4.2, a digest like sha256:…, or a whole image""");
    }

    @Test
    void twoFilesCannotReleaseTheSame() {
        Environment prod = Environment.named("prod")
                .releases(Releases.fromProperties("a.properties", "orders=1"))
                .releases(Releases.fromProperties("b.properties", "\norders=2"))
                .build();

        assertThat(Shop.report(Shop.in(prod, orders("orders:1")))).isEqualTo("""
                1 problem in platform 'shop':
                  environment prod: release/orders is said twice: 1 and 2
                      first  a.properties:1
                      second b.properties:2
                      fix    remove one of them""");
    }

    @Test
    void promotingIsGivingOneEnvironmentTheReleasesOfAnother() {
        Environment staging = Environment.named("staging")
                .tier(STAGING)
                .releases(Releases.none().with("orders", "2").with("cart", "1"))
                .build();
        Plan before = Platform.named("shop")
                .environments(staging, prod(Releases.none().with("orders", "1")))
                .services(orders("orders"), Shop.service("cart", it -> {}))
                .build()
                .plan();

        Releases promoted = before.in(staging).releases();

        assertThat(promoted).hasToString("{cart=1, orders=2}");
        assertThat(promoted.differencesTo(before.in("prod").releases()))
                .hasToString("[cart: nothing -> 1, orders: 1 -> 2]");
        assertThat(before.in("prod").releases().differencesTo(promoted))
                .hasToString("[cart: 1 -> nothing, orders: 2 -> 1]");
        assertThat(promoted.differencesTo(promoted)).isEmpty();
        Plan after = Platform.named("shop")
                .environments(staging, prod(promoted))
                .services(orders("orders"), Shop.service("cart", it -> {}))
                .build()
                .plan();
        assertThat(after.in("prod").service("orders").image())
                .isEqualTo(after.in(staging).service("orders").image());
        assertThat(Plan.fromJson(before.toJson()).in("staging").releases()).isEqualTo(promoted);
    }

    @Test
    void filesAreReadBackEqual() {
        Releases releases =
                Releases.none().with("orders", "1.4.2").with("cart", DIGEST).with("web", "r.example:5000/web:2");

        assertThat(Releases.fromProperties("a", releases.toProperties())).isEqualTo(releases);
        assertThat(Releases.fromJson("a", releases.toJson()))
                .isEqualTo(releases)
                .hasSameHashCodeAs(releases);
        assertThat(releases.toProperties()).isEqualTo("cart=" + DIGEST + "\norders=1.4.2\nweb=r.example:5000/web:2\n");
        assertThat(Releases.none().toProperties()).isEmpty();
        assertThat(Releases.fromProperties("a", "")).isEqualTo(Releases.none());
    }

    @Test
    void aLaterVersionReplacesAnEarlierOne() {
        assertThat(Releases.none().with("orders", "1").with("orders", "2")).hasToString("{orders=2}");
    }

    @Test
    void propertiesHaveCommentsBlanksAndAnyEndOfLine() {
        assertThat(Releases.fromProperties("a", "# CI\r\n! too\r\n\r\n  orders =  1 \rcart=2\n"))
                .hasToString("{cart=2, orders=1}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "null",
            value = {
                "orders | prod.properties:2: 'orders' is not a release; fix: write it like orders=1.4.2",
                "orders= | prod.properties:2: 'orders=' is not a release; fix: write it like orders=1.4.2",
                "=1 | prod.properties:2: '=1' is not a release; fix: write it like orders=1.4.2",
                "cart=2 | prod.properties:2: cart is released twice, first at prod.properties:1; fix: remove one"
            })
    void aLineThatIsNoReleaseIsCited(String line, String message) {
        assertThatThrownBy(() -> Releases.fromProperties("prod.properties", "cart=1\n" + line + "\n"))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "[]", "{", "1", "{\"orders\": 1}", "{\"orders\": null}", "{\"a\":\"1\",\"a\":\"2\"}", "{} x"
            })
    void jsonThatIsNoReleasesNamesItsFile(String json) {
        assertThatThrownBy(() -> Releases.fromJson("prod.json", json))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("prod.json: ")
                .hasMessageEndingWith("; fix: write it like {\"orders\": \"1.4.2\"}");
    }

    @Test
    void aReleaseFromJsonCitesItsFile() {
        assertThat(Releases.fromJson("prod.json", "{\"orders\": \"1\"}")
                        .versions()
                        .get("orders")
                        .origin())
                .hasToString("prod.json");
    }
}
