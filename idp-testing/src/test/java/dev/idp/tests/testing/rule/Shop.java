package dev.idp.tests.testing.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.idp.Cpu;
import dev.idp.Environment;
import dev.idp.Job;
import dev.idp.Memory;
import dev.idp.Platform;
import dev.idp.Port;
import dev.idp.Probe;
import dev.idp.PublicEntry;
import dev.idp.Secret;
import dev.idp.Service;
import dev.idp.Team;
import dev.idp.Tier;
import dev.idp.plan.Plan;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** A small shop in two environments: payments does everything right, orders hardly anything. */
final class Shop {

    static final Environment STAGING = Environment.named("staging")
            .tier(Tier.STAGING)
            .domain("staging.example")
            .publicThrough(PublicEntry.named("nginx", "ingress-nginx"))
            .build();

    static final Environment PROD = Environment.named("prod")
            .tier(Tier.PRODUCTION)
            .domain("shop.example")
            .publicThrough(PublicEntry.named("nginx", "ingress-nginx"))
            .build();

    private Shop() {}

    static Service payments() {
        return Service.named("payments")
                .image("payments:1")
                .ownedBy(Team.named("money"))
                .port(Port.http(8080))
                .readiness(Probe.httpGet("/ready"))
                .liveness(Probe.tcpConnect())
                .cpu(Cpu.millis(100))
                .memory(Memory.mebibytes(128), Memory.mebibytes(128))
                .replicas(2)
                .build();
    }

    static Service orders() {
        return Service.named("orders")
                .image("orders:1")
                .port(Port.http(8080))
                .env("PAYMENTS_URL", payments().url())
                .secret("TOKEN", Secret.named("bank").key("token"))
                .runAsRoot("the image is old")
                .writableRootFilesystem("it writes logs")
                .publicAt("orders")
                .build();
    }

    static Plan plan() {
        return plan(orders(), payments());
    }

    static Plan plan(Service... services) {
        return Platform.named("shop")
                .environments(PROD)
                .services(services)
                .jobs(
                        Job.named("report").image("report:1").schedule("@daily").build(),
                        Job.named("cleanup").image("cleanup:1").build())
                .build()
                .plan();
    }

    static Plan plan(Job job, Service... services) {
        return Platform.named("shop")
                .environments(PROD)
                .services(services)
                .jobs(job)
                .build()
                .plan();
    }

    static String failureOf(ThrowingCallable check) {
        AssertionError failure = catchThrowableOfType(AssertionError.class, check);
        assertThat(failure).isNotNull();
        return String.valueOf(failure.getMessage()).replaceAll("(Test|Shop|Module)\\.java:\\d+", "$1.java:LINE");
    }
}
