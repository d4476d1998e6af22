package dev.idp.tests.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idp.Environment;
import dev.idp.EnvironmentSettings;
import dev.idp.Platform;
import dev.idp.Port;
import dev.idp.Probe;
import dev.idp.PublicEntry;
import dev.idp.Service;
import dev.idp.Settings;
import dev.idp.explain.Decision;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.PlatformException;
import dev.idp.resources.Redis;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What a value is made of, and who stands behind what a provisioner adds. */
class ProvenanceTest {

    @Test
    void aReferenceIsMadeOfThePortThatItRefersTo() {
        EnvironmentPlan dev =
                plan(dev(), orders -> orders.env("SELF", Service.self().url()));

        assertThat(dev.service("orders")
                        .decisions()
                        .decision(Settings.ENV, "SELF")
                        .parts())
                .extracting(Decision::subject)
                .containsExactly("services/orders/port/http");
    }

    @Test
    void aRouteIsMadeOfTheDomainAndThePort() {
        Environment.Builder dev =
                dev().domain("dev.example").publicThrough(PublicEntry.named("nginx", "ingress-nginx"));
        EnvironmentPlan planned = plan(dev, orders -> orders.publicAt("www").publicAt("shop.example"));

        assertThat(planned.service("orders")
                        .decisions()
                        .decision(Settings.ROUTE, "www/")
                        .parts())
                .extracting(Decision::subject)
                .containsExactly("environment/domain", "services/orders/port/http");
        assertThat(planned.service("orders")
                        .decisions()
                        .decision(Settings.ROUTE, "shop.example/")
                        .parts())
                .extracting(Decision::subject)
                .containsExactly("services/orders/port/http");
    }

    @Test
    void anExistingResourceStandsAtTheLineThatChoseIt() {
        EnvironmentPlan dev = plan(
                dev().provides(Redis.class, Redis.existingAt("redis.example", 6379)),
                orders -> orders.env("CACHE", Redis.named("cache").address()));

        assertThat(dev.findExternal("cache")
                        .orElseThrow()
                        .winner()
                        .orElseThrow()
                        .source()
                        .toString())
                .matches("provisioner existing-redis: supplies Redis cache, ProvenanceTest\\.java:\\d+");
    }

    @Test
    void aResourceThatIsOnlyUsedIsSuppliedAsWell() {
        EnvironmentPlan dev = plan(dev(), orders -> orders.uses(Redis.named("cache")));

        assertThat(dev.findService("cache")).isPresent();
        assertThat(dev.graph().callsFrom("orders"))
                .extracting(Object::toString)
                .containsExactly("orders -> cache:tcp-redis");
        assertThat(dev.service("cache")
                        .identity()
                        .winner()
                        .orElseThrow()
                        .source()
                        .toString())
                .matches("provisioner in-cluster-redis: supplies Redis cache, ProvenanceTest\\.java:\\d+");
    }

    @Test
    void whatThePlatformSaysOfOneResourceIsStrongerThanOfItsType() {
        EnvironmentPlan dev = Platform.named("shop")
                .environments(dev().build())
                .services(orders(
                        orders -> orders.env("CACHE", Redis.named("cache").address())))
                .provides(Redis.class, Redis.inCluster())
                .provides(Redis.class, "cache", Redis.existingAt("redis.example", 6379))
                .build()
                .plan()
                .in("dev");

        assertThat(dev.resources())
                .singleElement()
                .satisfies(cache -> assertThat(cache.provisioner().get()).isEqualTo("existing-redis"));
    }

    @Test
    void whatAProvisionerSaysTwiceIsReported() {
        assertThatThrownBy(() -> plan(
                        dev().provides(Redis.class, Redis.inCluster(redis -> redis.replicas(1)
                                .replicas(2))),
                        orders -> orders.uses(Redis.named("cache"))))
                .isInstanceOf(PlatformException.class)
                .hasMessageContaining("cache: replicas is said twice: 1 and 2");
    }

    @Test
    void whatThePlatformSaysTwiceIsReported() {
        assertThatThrownBy(() -> Platform.named("shop")
                        .environments(dev().build())
                        .services(orders(orders -> {}))
                        .defaults(all -> all.replicas(1).replicas(2))
                        .mandates("law", all -> all.runAsUser(1).runAsUser(2))
                        .build()
                        .plan())
                .isInstanceOf(PlatformException.class)
                .hasMessageContaining("platform: replicas is said twice: 1 and 2")
                .hasMessageContaining("platform: user-id is said twice: 1 and 2");
    }

    @Test
    void whatIsAboutEnvironmentsCannotBeSaidOfAService() {
        assertThatThrownBy(() -> plan(dev(), orders -> orders.set(EnvironmentSettings.NAMESPACE, "elsewhere")))
                .isInstanceOf(PlatformException.class)
                .hasMessageContaining("namespace is about environments, not about services");
    }

    @Test
    void aProbeCannotAskOnAPortThatSpeaksSomethingElse() {
        assertThatThrownBy(() ->
                        plan(dev(), orders -> orders.liveness(Probe.grpcHealth().onPort("http"))))
                .isInstanceOf(PlatformException.class)
                .hasMessageContaining("liveness needs a port, and port 'http' speaks HTTP");
    }

    @Test
    void oneNumberCanBeTakenOnceForEachTransport() {
        EnvironmentPlan dev = plan(dev(), orders -> orders.port(Port.udp(8080)));

        assertThat(dev.service("orders").ports()).hasSize(2);
    }

    private static Environment.Builder dev() {
        return Environment.named("dev");
    }

    private static Service orders(Consumer<Service.Builder> more) {
        Service.Builder orders = Service.named("orders").image("orders:1").port(Port.http(8080));
        more.accept(orders);
        return orders.build();
    }

    private static EnvironmentPlan plan(Environment.Builder dev, Consumer<Service.Builder> more) {
        return Platform.named("shop")
                .environments(dev.build())
                .services(orders(more))
                .build()
                .plan()
                .in("dev");
    }
}
