package dev.idp.examples.payments;

import static dev.idp.Port.http;
import static dev.idp.Probe.httpGet;

import dev.idp.Cpu;
import dev.idp.Job;
import dev.idp.Memory;
import dev.idp.Secret;
import dev.idp.Service;
import dev.idp.Team;
import dev.idp.resources.Postgres;
import dev.idp.spi.Part;
import dev.idp.spi.PartContents;

/**
 * What the payments team releases: its service, which keeps its data in a database that the platform supplies, and the
 * migration of that database. Somebody else must supply {@code orders}, which is told when a payment is done.
 */
public final class PaymentsPart implements Part {

    /** Who owns it. */
    public static final Team PAYMENTS = Team.named("payments").reachedAt("#payments");

    /** A part is made by {@link java.util.ServiceLoader} as well. */
    public PaymentsPart() {}

    @Override
    public String id() {
        return "dev.idp.examples:payments-part";
    }

    @Override
    public String version() {
        return "1.2";
    }

    @Override
    public void compose(PartContents part) {
        var orders = part.needs("orders", http(8080).servedOn(80));
        var database = Postgres.named("payments-db").version("17");
        var migration = Job.named("payments-migration")
                .secret("DATABASE_URI", database.uri())
                .command("/app/migrate");
        part.services(Service.named("payments")
                .image("registry.example/payments:4.1.0")
                .ownedBy(PAYMENTS)
                .port(http(8080).servedOn(80))
                .liveness(httpGet("/live"))
                .readiness(httpGet("/ready"))
                .cpu(Cpu.millis(100))
                .memory(Memory.mebibytes(256), Memory.mebibytes(256))
                .secret("DATABASE_URI", database.uri())
                .secret("BANK_KEY", Secret.named("bank").key("api-key"))
                .env("ORDERS_URL", orders.url())
                .migratedBy(migration.build())
                .build());
    }
}
