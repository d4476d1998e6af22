package dev.idp.tests.json;

import static dev.idp.Cpu.millis;
import static dev.idp.Memory.mebibytes;
import static dev.idp.Port.grpc;
import static dev.idp.Port.http;
import static dev.idp.Port.udp;
import static dev.idp.Probe.grpcHealth;
import static dev.idp.Probe.httpGet;
import static dev.idp.Text.text;
import static dev.idp.tests.Shop.DEV;
import static dev.idp.tests.Shop.PROD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.idp.ExternalService;
import dev.idp.JsonForm;
import dev.idp.Platform;
import dev.idp.Route;
import dev.idp.Secret;
import dev.idp.Service;
import dev.idp.Setting;
import dev.idp.Settings;
import dev.idp.Team;
import dev.idp.plan.Plan;
import dev.idp.resources.Redis;
import dev.idp.tests.Shop;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlanJsonTest {

    private static final Setting<String> PAGER = Setting.of("pager", JsonForm.TEXT);
    private static final Setting<Long> QUOTA = Setting.byKey("quota", JsonForm.NUMBER);

    private static Plan rich() {
        ExternalService mail = ExternalService.named("mail")
                .at("smtp.example", 587)
                .ownedBy("it-ops")
                .within("10.0.0.0/8", "2001:db8::/32")
                .build();
        Service search = Service.named("search")
                .image("registry.example/search@sha256:" + "a".repeat(64))
                .port(grpc(9000))
                .port(udp(9001).named("gossip"))
                .readiness(grpcHealth().period(Duration.ofSeconds(5)))
                .runAsRoot("it \"binds\" to port 1\n")
                .build();
        Service orders = Service.named("orders")
                .image("orders:1.4.2")
                .ownedBy(Team.named("orders").reachedAt("#orders"))
                .port(http(8080).servedOn(80))
                .env("SEARCH", search.url("grpc"))
                .env("EMPTY", "")
                .env("ODD", "{\"a\": [\"é😀\u0001\\\"]}")
                .env("SELF", text("{}:{}", Service.self().host(), Service.self().port()))
                .secret("DB", text("postgres://x:{}@h", Secret.named("db").key("password")))
                .liveness(httpGet("/live").header("X-Probe", "yes").initialDelay(Duration.ofSeconds(3)))
                .cpu(millis(250), millis(1500))
                .memory(mebibytes(100), mebibytes(4096))
                .replicas(2, 5)
                .scaleAtCpu(60)
                .publicAt(Route.at("orders").below("/api"))
                .scratch("/tmp")
                .shutdownGrace(Duration.ofMinutes(2))
                .writableRootFilesystem("it caches there")
                .runAsUser(1000)
                .uses(mail)
                .uses(Redis.named("cache"))
                .build();
        return Platform.named("shop")
                .environments(DEV, PROD)
                .services(orders, search)
                .build()
                .plan();
    }

    @Test
    void aPlanReadsBackEqual() {
        Plan plan = rich();

        Plan read = Plan.fromJson(plan.toJson());

        assertThat(read).isEqualTo(plan).hasSameHashCodeAs(plan);
        assertThat(read.toJson()).isEqualTo(plan.toJson());
        assertThat(read.in(PROD).graph()).isEqualTo(plan.in(PROD).graph());
        assertThat(read.in(PROD).externals()).isEqualTo(plan.in(PROD).externals());
    }

    @Test
    void theJsonOfASmallPlanIsThis() {
        Plan plan = Shop.of(Service.named("orders").image("orders:1").build()).plan();

        assertThat(plan.toJson()).isEqualTo("""
                {
                  "version": "dev.idp/plan/v1",
                  "platform": "shop",
                  "environments": [
                    {
                      "name": "dev",
                      "settings": {
                        "tier": "DEVELOPMENT",
                        "domain": "dev.shop.example",
                        "namespace": "shop-dev",
                        "team-access": "VIEW",
                        "public-entry": {
                          "kind": "INGRESS",
                          "name": "nginx",
                          "space": "ingress",
                          "terminatesTls": false
                        }
                      },
                      "services": {
                        "orders": {
                          "kind": "STATELESS",
                          "image": "orders:1",
                          "replicas": "1",
                          "cpu-target": 70,
                          "non-root": "holds",
                          "read-only-root": "holds"
                        }
                      },
                      "jobs": { },
                      "externals": [ ],
                      "resources": [ ],
                      "calls": [ ],
                      "starts": [ ]
                    }
                  ]
                }
                """);
    }

    @Test
    void originsAreNotInTheJson() {
        assertThat(rich().toJson()).doesNotContain(".java").doesNotContain("Test");
    }

    @Test
    void movingALineChangesNeitherThePlanNorItsJson() {
        Plan here = Shop.of(
                        Service.named("orders").image("orders:1").replicas(2).build())
                .plan();
        Plan there = Shop.of(
                        Service.named("orders").image("orders:1").replicas(2).build())
                .plan();

        assertThat(there).isEqualTo(here).hasSameHashCodeAs(here);
        assertThat(there.toJson()).isEqualTo(here.toJson());
    }

    @Test
    void whoSaidAValueDoesNotCountEither() {
        Plan byService =
                Shop.of(Shop.service("orders", orders -> orders.replicas(2))).plan();
        Plan byPlatform = Platform.named("shop")
                .environments(DEV)
                .defaults(service -> service.replicas(2))
                .services(Shop.service("orders", orders -> {}))
                .build()
                .plan();

        assertThat(byPlatform).isEqualTo(byService);
    }

    @Test
    void anotherValueIsAnotherPlan() {
        Plan two = Shop.of(Shop.service("orders", orders -> orders.replicas(2))).plan();
        Plan three =
                Shop.of(Shop.service("orders", orders -> orders.replicas(3))).plan();

        assertThat(three).isNotEqualTo(two);
        assertThat(three.toJson()).isNotEqualTo(two.toJson());
    }

    @Test
    void aSettingOfOnesOwnReadsBackWhenItIsGiven() {
        Plan plan = Shop.of(Shop.service(
                        "orders", orders -> orders.set(PAGER, "orders@pager").set(QUOTA, "disk", 12L)))
                .plan();

        Plan read = Plan.fromJson(plan.toJson(), PAGER, QUOTA);

        assertThat(read).isEqualTo(plan);
        assertThat(read.in(DEV).service("orders").get(PAGER)).contains("orders@pager");
        assertThat(read.in(DEV)
                        .service("orders")
                        .decisions()
                        .decision(QUOTA, "disk")
                        .get())
                .isEqualTo(12L);
    }

    @Test
    void aSettingThatNobodyGaveIsNamed() {
        String json = Shop.of(Shop.service("orders", orders -> orders.set(PAGER, "orders@pager")))
                .plan()
                .toJson();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Plan.fromJson(json))
                .withMessage("not the JSON of a plan: no setting 'pager' is known");
    }

    private static Stream<Arguments> malformed() {
        return Stream.of(
                Arguments.of("\"version\": \"dev.idp/plan/v1\"", "\"version\": \"dev.idp/plan/v0\"", """
                        this is version dev.idp/plan/v0, not dev.idp/plan/v1; write the plan again"""),
                Arguments.of("\"version\": \"dev.idp/plan/v1\",", "", "'version' is missing"),
                Arguments.of("\"platform\": \"shop\"", "\"platform\": 7", "'platform' is not what it must be: 7"),
                Arguments.of("\"tier\": \"DEVELOPMENT\",", "", "environment/tier is missing"),
                Arguments.of(
                        "\"tier\": \"DEVELOPMENT\"",
                        "\"tier\": \"LUNAR\"",
                        "environment/tier is not what it must be: LUNAR"),
                Arguments.of("\"namespace\": \"shop-dev\",", "", "environment/namespace is missing"),
                Arguments.of("\"image\": \"orders:1\",", "", "services/orders/image is missing"),
                Arguments.of(
                        "\"image\": \"orders:1\"", "\"image\": 1", "services/orders/image is not what it must be: 1"),
                Arguments.of("\"image\": \"orders:1\"", "\"imago\": \"orders:1\"", "no setting 'imago' is known"),
                Arguments.of(
                        "\"replicas\": \"1\"",
                        "\"replicas\": \"many\"",
                        "services/orders/replicas is not what it must be: many"),
                Arguments.of("\"replicas\": \"1\"", "\"cpu\": \"\"", "services/orders/cpu is not what it must be: "),
                Arguments.of(
                        "\"replicas\": \"1\"", "\"cpu\": \"250x\"", "services/orders/cpu is not what it must be: 250x"),
                Arguments.of(
                        "\"replicas\": \"1\"",
                        "\"memory\": \"1Zi\"",
                        "services/orders/memory is not what it must be: 1Zi"),
                Arguments.of(
                        "\"replicas\": \"1\"",
                        "\"extension\": {\"a\": \"b\"}",
                        "services/orders/extension/a is not what it must be: b"),
                Arguments.of("\"replicas\": \"1\"", "\"env\": \"A\"", "services/orders/env is not what it must be: A"),
                Arguments.of(
                        "\"non-root\": \"holds\"",
                        "\"non-root\": \"hold\"",
                        "services/orders/non-root is not what it must be: hold"),
                Arguments.of("\"cpu-target\": 70", "\"cpu-target\": 70.5", "unexpected VALUE_NUMBER_FLOAT"),
                Arguments.of("\"cpu-target\": 70", "\"cpu-target\": null", "unexpected VALUE_NULL"),
                Arguments.of("\"externals\": [ ]", "\"externals\": { }", "'externals' is not what it must be: {}"),
                Arguments.of("\"calls\": [ ]", "\"calls\": [ 1 ]", "an object is not what it must be: 1"),
                Arguments.of("\"calls\": [ ]", "\"calls\": [ { } ]", "'from' is missing"));
    }

    @ParameterizedTest(name = "{2}")
    @MethodSource("malformed")
    void whatIsWrongWithAJsonIsSaid(String correct, String wrong, String message) {
        String json = Shop.of(Service.named("orders").image("orders:1").build())
                .plan()
                .toJson();
        assertThat(json).contains(correct);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Plan.fromJson(json.replace(correct, wrong)))
                .withMessageStartingWith("not the JSON of a plan: " + message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "nothing", "[]", "{", "{}", "{} {}", "7", "\"dev.idp/plan/v1\"", "null", "{\"version\":"
            })
    void whatIsNoPlanIsRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Plan.fromJson(text))
                .withMessageStartingWith("not the JSON of a plan: ");
    }

    @Test
    void everyPrefixOfAPlanIsRefused() {
        String json = rich().toJson();

        for (int end = 0; end < json.length() - 2; end += 7) {
            String prefix = json.substring(0, end);
            assertThatIllegalArgumentException().as("%d characters", end).isThrownBy(() -> Plan.fromJson(prefix));
        }
    }

    @Test
    void secretsAreWrittenAsReferences() {
        assertThat(rich().toJson()).contains("\"secret\": \"db\"").contains("\"key\": \"password\"");
        assertThat(Plan.fromJson(rich().toJson()).in(PROD).service("orders").entries(Settings.SECRET))
                .hasToString("{DB=services/orders/secret/DB = postgres://x:{secret db/password}@h}");
    }
}
