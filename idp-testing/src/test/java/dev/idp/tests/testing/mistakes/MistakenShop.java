package dev.idp.tests.testing.mistakes;

import dev.idp.Environment;
import dev.idp.Memory;
import dev.idp.Platform;
import dev.idp.Port;
import dev.idp.Probe;
import dev.idp.PublicEntry;
import dev.idp.Service;
import dev.idp.ServicePath;
import dev.idp.ServicePaving;
import dev.idp.Tier;
import dev.idp.plan.Plan;
import dev.idp.resources.Postgres;
import java.util.function.Consumer;

/**
 * A shop in which somebody may have made a mistake.
 *
 * @param prod what is said of production, beside what must be
 * @param payments what is said of the payments, beside what must be
 */
record MistakenShop(Consumer<Environment.Builder> prod, Consumer<Service.Builder> payments) {

    static MistakenShop sound() {
        return new MistakenShop(
                prod -> prod.publicThrough(
                                PublicEntry.named("nginx", "ingress-nginx").certificatesFrom("letsencrypt"))
                        .provides(Postgres.class, Postgres.existingAt("db.shop.example", 5432)),
                payments -> {});
    }

    static Plan production(Consumer<Environment.Builder> mistake) {
        return new MistakenShop(mistake, payments -> {}).plan();
    }

    static Plan payments(Consumer<Service.Builder> mistake) {
        return new MistakenShop(sound().prod(), mistake).plan();
    }

    Plan plan() {
        Environment.Builder production =
                Environment.named("prod").tier(Tier.PRODUCTION).domain("shop.example");
        prod.accept(production);
        var db = Postgres.named("orders-db");
        Service.Builder paid = service("payments");
        payments.accept(paid);
        Service pays = paid.build();
        var orders = service("orders")
                .env("PAYMENTS_URL", pays.url())
                .env("DB_URL", db.jdbcUrl())
                .build();
        var frontend = service("frontend")
                .env("ORDERS_URL", orders.url())
                .publicAt("www")
                .build();
        return Platform.named("shop")
                .environments(production.build())
                .services(pays, orders, frontend)
                .build()
                .plan();
    }

    private static Service.Builder service(String name) {
        return Service.named(name)
                .on(new PavedRoad())
                .image("registry.example/" + name + ":1")
                .port(Port.http(8080));
    }

    private record PavedRoad() implements ServicePath {

        @Override
        public String id() {
            return "paved-road";
        }

        @Override
        public String version() {
            return "1.0";
        }

        @Override
        public void pave(ServicePaving service, Environment environment) {
            service.defaults()
                    .replicas(3)
                    .memory(Memory.mebibytes(64), Memory.mebibytes(128))
                    .readiness(Probe.httpGet("/ready"))
                    .liveness(Probe.httpGet("/live"));
        }
    }
}
