package dev.idp.tests.testing.junit;

import dev.idp.Environment;
import dev.idp.Platform;
import dev.idp.Port;
import dev.idp.PublicEntry;
import dev.idp.Service;
import dev.idp.Team;
import dev.idp.Tier;
import java.util.concurrent.atomic.AtomicInteger;

/** Two services in two environments; it counts how often it was made. */
public final class Shop {

    public static final AtomicInteger MADE = new AtomicInteger();

    private Shop() {}

    static Platform platform() {
        MADE.incrementAndGet();
        var prod = Environment.named("prod")
                .tier(Tier.PRODUCTION)
                .domain("shop.example")
                .publicThrough(PublicEntry.named("nginx", "ingress-nginx").certificatesFrom("letsencrypt"))
                .build();
        var payments = Service.named("payments")
                .image("payments:1")
                .port(Port.http(8080))
                .ownedBy(Team.named("money"))
                .build();
        var orders = Service.named("orders")
                .image("orders:1")
                .port(Port.http(8080))
                .env("PAYMENTS_URL", payments.url())
                .in(prod, service -> service.publicAt("orders"))
                .build();
        return Platform.named("shop")
                .environments(Environment.named("dev").build(), prod)
                .services(orders, payments)
                .build();
    }
}
