package dev.idp.tests.testing.snapshot;

import dev.idp.Environment;
import dev.idp.Job;
import dev.idp.Platform;
import dev.idp.Port;
import dev.idp.PublicEntry;
import dev.idp.Service;
import dev.idp.Statements;
import dev.idp.Tier;
import dev.idp.plan.Plan;
import dev.idp.resources.Postgres;
import java.util.function.Consumer;

/** A shop whose orders a test says. */
final class SmallShop {

    private SmallShop() {}

    static Plan plan(Consumer<Statements> orders) {
        var prod = Environment.named("prod")
                .tier(Tier.PRODUCTION)
                .domain("shop.example")
                .publicThrough(PublicEntry.named("nginx", "ingress-nginx"))
                .build();
        return platform(orders, Environment.named("dev").build(), prod).plan();
    }

    static Platform platform(Consumer<Statements> orders, Environment... environments) {
        var payments = Service.named("payments")
                .image("payments:1")
                .port(Port.http(8080))
                .build();
        var orderService = Service.named("orders")
                .image("orders:1")
                .port(Port.http(8080))
                .in(environments[environments.length - 1], orders)
                .env("PAYMENTS_URL", payments.url())
                .secret("DB_PASSWORD", Postgres.named("orders-db").version("16").password())
                .build();
        var report = Job.named("report")
                .image("report:1")
                .env("ORDERS_URL", orderService.url())
                .startsAfter(orderService)
                .build();
        return Platform.named("shop")
                .environments(environments)
                .services(orderService, payments)
                .jobs(report)
                .build();
    }
}
