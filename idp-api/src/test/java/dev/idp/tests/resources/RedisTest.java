package dev.idp.tests.resources;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.Environment;
import dev.idp.Secret;
import dev.idp.Service;
import dev.idp.Settings;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.resources.Redis;
import dev.idp.tests.Lines;
import org.junit.jupiter.api.Test;

class RedisTest {

    private static final Lines LINES = Lines.of(RedisTest.class);

    private static final Redis CACHE = Redis.named("cache");

    private static void everything(Service.Builder orders) {
        orders.env("ADDRESS", CACHE.address())
                .env("HOST", CACHE.host())
                .env("PORT", CACHE.port())
                .env("URL", CACHE.url());
    }

    @Test
    void itRunsBesideTheServicesUnlessSomebodySaysOtherwise() {
        Supplied orders = Supplied.byDefault(RedisTest::everything);

        assertThat(orders.variables()).isEqualTo("""
                ADDRESS = cache:6379
                HOST = cache
                PORT = 6379
                URL = redis://cache:6379
                """);
        assertThat(orders.plan().graph().edges()).hasToString("[orders -> cache:tcp-redis]");
        assertThat(orders.resource().services()).containsExactly("cache");
        assertThat(orders.resource().secrets()).isEmpty();
        assertThat(orders.resource().provisioner().get()).isEqualTo("in-cluster-redis");
        assertThat(orders.plan().externals()).isEmpty();
    }

    @Test
    void itIsTheOfficialImageAsACache() {
        assertThat(Supplied.byDefault(RedisTest::everything).defaults("cache")).isEqualTo("""
                image = redis:7.4.7-alpine
                port/tcp-redis = tcp-redis 6379
                liveness = TCP connect on tcp-redis
                readiness = TCP connect on tcp-redis
                cpu = 70m
                memory = 200Mi
                memory-limit = 256Mi
                replicas = 1
                scratch//data = /data
                user-id = 999
                """);
    }

    @Test
    void itsVersionCanBeSaid() {
        Supplied orders = Supplied.byDefault(it -> it.uses(CACHE.version("8.2")));

        assertThat(orders.plan().service("cache").image()).hasToString("redis:8.2-alpine");
    }

    @Test
    void thePlatformsAuthorMaySayMoreAboutIt() {
        Environment dev = Environment.named("dev")
                .provides(Redis.class, Redis.inCluster(redis -> redis.image("redis:8"))) // (redis)
                .build();

        EnvironmentPlan plan = Supplied.in(dev, orders -> orders.uses(CACHE)).plan();

        assertThat(plan.service("cache").decision(Settings.IMAGE).winner().orElseThrow())
                .hasToString("redis:8 by service cache in dev, " + LINES.at("redis"));
        assertThat(plan.service("cache").decision(Settings.IMAGE).losers().get(0))
                .hasToString("redis:7.4.7-alpine by golden path in-cluster-redis 1:"
                        + " the official image, at a version of its own choice");
    }

    @Test
    void anExistingOneIsAnExternalService() {
        Supplied orders = Supplied.by(
                Redis.class, Redis.existingAt("redis.example", 6380).within("10.0.0.0/24"), RedisTest::everything);

        assertThat(orders.variables()).isEqualTo("""
                ADDRESS = redis.example:6380
                HOST = redis.example
                PORT = 6380
                URL = redis://redis.example:6380
                """);
        assertThat(orders.plan().findService("cache")).isEmpty();
        assertThat(orders.plan().graph().edges()).hasToString("[orders -> cache]");
        assertThat(orders.plan().findExternal("cache").orElseThrow().get())
                .hasToString("cache at redis.example:6380 within 10.0.0.0/24");
        assertThat(orders.resource().provisioner().get()).isEqualTo("existing-redis");
    }

    @Test
    void anExistingOneMayAskForAPassword() {
        Supplied orders = Supplied.by(
                Redis.class,
                Redis.existingAt("redis.example", 6379).credentials(Secret.named("redis")),
                it -> it.secret("PASSWORD", CACHE.password()));

        assertThat(orders.variables()).isEqualTo("PASSWORD = {secret redis/password}\n");
    }
}
