package dev.idp.examples.shop;

import static dev.idp.Tier.PRODUCTION;

import dev.idp.Environment;
import dev.idp.Match;
import dev.idp.Platform;
import dev.idp.PublicEntry;
import dev.idp.Releases;
import dev.idp.Secret;
import dev.idp.examples.orders.OrdersPart;
import dev.idp.examples.payments.PaymentsPart;
import dev.idp.resources.Postgres;

/** The platform team's share: environments, what they supply, and what holds for every workload, whoever releases it. */
final class ComposedShop {

    static final Environment DEV = Environment.named("dev").build();

    static final Environment PROD = Environment.named("prod")
            .tier(PRODUCTION)
            .domain("shop.example")
            .publicThrough(PublicEntry.named("nginx", "ingress-nginx").certificatesFrom("letsencrypt"))
            .releases(Releases.none().with("orders", "1.4.3").with("payments", "4.1.1"))
            .build();

    private ComposedShop() {}

    static Platform platform() {
        return Platform.named("shop")
                .environments(DEV, PROD)
                .parts(new OrdersPart(), new PaymentsPart())
                .provides(
                        Postgres.class,
                        Match.any().in(PRODUCTION),
                        Postgres.existingAt("db.shop.example", 5432)
                                .within("10.20.0.0/24")
                                .credentials(Secret.named("payments-db")))
                .mandates(
                        "pod-security", "one escaped process must not own the node", workload -> workload.runAsNonRoot()
                                .readOnlyRootFilesystem())
                .build();
    }
}
