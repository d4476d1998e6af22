package dev.idp.tests.backend;

import static dev.idp.Cpu.millis;
import static dev.idp.Memory.mebibytes;
import static dev.idp.Port.http;
import static dev.idp.Text.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.Environment;
import dev.idp.ExternalService;
import dev.idp.Platform;
import dev.idp.PublicEntry;
import dev.idp.Service;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.Plan;
import dev.idp.resources.Redis;
import org.junit.jupiter.api.Test;

/** The plan is free of any backend: a second one needs nothing but what is exported. */
class ToyBackendTest {

    private static final String EXPECTED = """
            name: shop-local
            services:
              cache:
                image: redis:7.4.7-alpine
                mem_limit: 268435456
                user: 999
                expose: [6379]
              orders:
                image: orders:1
                scale: 2
                cpus: 0.5
                mem_limit: 134217728
                expose: [8080]
                environment:
                  CACHE: "redis://cache:6379"
                  MAIL: "smtp.example:587"
                  PAYMENTS: "http://payments:80"
                  PICTURES: "http://pictures-minio:9000/pictures"
                  PICTURES_LOGIN: "shop:${minio_password}"
                depends_on: [cache, payments, pictures-minio]
              payments:
                image: payments:1
                expose: [8081]
                environment:
                  ORDERS: "http://orders:8080"
                labels: [pay.shop.example/]
                depends_on: [orders]
              pictures-minio:
                image: minio/minio:2025
                expose: [9000]
            """;

    private static Plan plan() {
        Bucket pictures = new Bucket("pictures");
        ExternalService mail =
                ExternalService.named("mail").at("smtp.example", 587).build();
        Service payments = Service.named("payments")
                .image("payments:1")
                .port(http(8081).servedOn(80))
                .publicAt("pay")
                .env("ORDERS", Service.ref("orders").url())
                .build();
        Service orders = Service.named("orders")
                .image("orders:1")
                .port(http(8080))
                .replicas(2)
                .cpu(millis(250), millis(500))
                .memory(mebibytes(64), mebibytes(128))
                .env("PAYMENTS", payments.url())
                .env("CACHE", Redis.named("cache").url())
                .env("MAIL", mail.address())
                .env("PICTURES", pictures.url())
                .secret("PICTURES_LOGIN", text("shop:{}", pictures.password()))
                .build();
        return Platform.named("shop")
                .environments(Environment.named("local")
                        .domain("shop.example")
                        .publicThrough(PublicEntry.named("traefik", "edge"))
                        .provides(Bucket.class, new Bucket.InMinio("minio"))
                        .build())
                .services(orders, payments)
                .build()
                .plan();
    }

    @Test
    void aPlanCanBeRenderedToSomethingElseThanKubernetes() {
        assertThat(new ComposeBackend().render(plan().in("local"))).isEqualTo(EXPECTED);
    }

    @Test
    void aPlanThatWasSavedCanBeRenderedToo() {
        Plan saved = Plan.fromJson(plan().toJson());

        assertThat(new ComposeBackend().render(saved.in("local"))).isEqualTo(EXPECTED);
    }

    @Test
    void aResourceOfOnesOwnIsPlannedLikeAnyOther() {
        EnvironmentPlan local = plan().in("local");

        assertThat(local.resources()).anySatisfy(resource -> {
            assertThat(resource.name()).isEqualTo("pictures");
            assertThat(resource.type()).isEqualTo("Bucket");
            assertThat(resource.provisioner().get()).isEqualTo("minio");
            assertThat(resource.services()).containsExactly("pictures-minio");
        });
        assertThat(local.graph().callsTo("pictures-minio")).hasToString("[orders -> pictures-minio:http]");
    }
}
