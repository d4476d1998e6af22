package dev.idp.examples.boutique;

import static dev.idp.Cpu.millis;
import static dev.idp.Memory.mebibytes;
import static dev.idp.Tier.DEVELOPMENT;
import static dev.idp.Tier.PRODUCTION;
import static dev.idp.Tier.STAGING;
import static dev.idp.examples.boutique.Teams.CHECKOUT;

import dev.idp.Bound;
import dev.idp.Environment;
import dev.idp.PublicEntry;
import dev.idp.Settings;
import dev.idp.resources.Redis;
import java.util.List;

/** Where the boutique runs. */
final class Environments {

    private static final PublicEntry NGINX = PublicEntry.named("nginx", "ingress-nginx");

    static final Environment DEV = Environment.named("dev")
            .tier(DEVELOPMENT)
            .domain("dev.boutique.example")
            .publicThrough(NGINX)
            .provides(Redis.class, Redis.inCluster(redis -> redis.ownedBy(CHECKOUT)))
            .build();

    static final Environment STAGING_AREA = Environment.named("staging")
            .tier(STAGING)
            .domain("staging.boutique.example")
            .publicThrough(NGINX.certificatesFrom("letsencrypt-staging"))
            .provides(Redis.class, Redis.inCluster(redis -> redis.ownedBy(CHECKOUT)
                    .cpu(millis(140), millis(250))
                    .memory(mebibytes(400), mebibytes(512))))
            .defaults(service -> service.replicas(2))
            .build();

    static final Environment PROD = Environment.named("prod")
            .tier(PRODUCTION)
            .domain("boutique.example")
            .publicThrough(NGINX.certificatesFrom("letsencrypt"))
            .provides(
                    Redis.class,
                    Redis.existingAt("redis.boutique.example", 6379).within("10.20.0.0/24"))
            .defaults(service -> service.replicas(3))
            .mandates(
                    "one copy must survive the loss of a node",
                    service -> service.require(Settings.REPLICAS, Bound.atLeast(2)))
            .build();

    static final List<Environment> ALL = List.of(DEV, STAGING_AREA, PROD);

    private Environments() {}
}
