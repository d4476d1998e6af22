package dev.idp.examples.bank;

import static dev.idp.Cpu.millis;
import static dev.idp.Memory.mebibytes;
import static dev.idp.Text.text;
import static dev.idp.examples.bank.Environments.PROD;

import dev.idp.Container;
import dev.idp.ExternalService;
import dev.idp.Job;
import dev.idp.Overlap;
import dev.idp.Secret;
import dev.idp.kubernetes.KubernetesSettings;
import dev.idp.resources.Postgres;
import java.time.Duration;

/** Hands what was paid to customers of other banks over to SWIFT, in the night after each working day. */
final class Settlement {

    private static final String QUERY = "/etc/settlement/outgoing.sql";
    private static final String PAYMENTS = "/outbox/outgoing.csv";
    private static final String CERTIFICATE = "/etc/swift/client.pem";

    /** It has been there for longer than the platform, and will be there for longer. */
    static final ExternalService SWIFT = ExternalService.named("swift-gateway")
            .at("swift-test.corp.bank.example", 8443)
            .ownedBy("payment-operations")
            .within("10.99.0.0/28")
            .in(PROD, "swift.corp.bank.example", 8443, "10.90.0.0/28")
            .onlyFor("settlement")
            .build();

    private Settlement() {}

    static Job of(Postgres database) {
        var export = Container.named("export")
                .image("postgres:17.9-bookworm")
                .command("psql", "--csv", "--set=home=" + BankOfAnthos.ROUTING_NUMBER)
                .arguments("--file=" + QUERY, "--output=" + PAYMENTS)
                .env("PGHOST", database.host())
                .env("PGPORT", database.port())
                .env("PGDATABASE", database.database())
                .secret("PGUSER", database.username())
                .secret("PGPASSWORD", database.password())
                .cpu(millis(100))
                .memory(mebibytes(64), mebibytes(128))
                .sharing(QUERY, "/outbox")
                .build();

        return Job.named("settlement")
                .ownedBy(Teams.LEDGER)
                .schedule("30 2 * * tue-sat")
                .overlap(Overlap.SKIP)
                .deadline(Duration.ofHours(2))
                .scratch("/outbox")
                .file(QUERY, Packaged.text("ledger/outgoing.sql"))
                .initStep(export)
                .image("curlimages/curl:8.11.1")
                .command("curl", "--fail", "--silent", "--show-error", "--cert", CERTIFICATE, "--upload-file", PAYMENTS)
                .arguments(text("https://{}/payments/", SWIFT.address()))
                .secretFile(CERTIFICATE, Secret.named("swift-client").key("client.pem"))
                .cpu(millis(50))
                .memory(mebibytes(32), mebibytes(64))
                .in(PROD, job -> job.set(KubernetesSettings.PRIORITY_CLASS, Priorities.MONEY_MOVES))
                .build();
    }
}
