package dev.idp.examples.bank;

import static dev.idp.Cpu.millis;
import static dev.idp.Memory.gibibytes;
import static dev.idp.Memory.mebibytes;
import static dev.idp.Port.http;
import static dev.idp.Probe.httpGet;
import static dev.idp.examples.bank.BankService.seconds;
import static dev.idp.examples.bank.Environments.DEV;
import static dev.idp.examples.bank.Environments.PROD;
import static dev.idp.examples.bank.Environments.STAGING_AREA;

import dev.idp.Service;
import dev.idp.ServiceSettings;
import dev.idp.kubernetes.KubernetesSettings;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** What the front-end team runs: what customers see. */
final class FrontEnd {

    private final Service website;
    private final Service status;
    private final Service load;

    FrontEnd(BankService base, Accounts accounts, Ledger ledger) {
        website = Service.named("frontend")
                .on(new PythonService(base))
                .ownedBy(Teams.FRONTEND)
                .port(http(8080).servedOn(80))
                .publicAt("www")
                .env("SCHEME", "http")
                .env("TRANSACTIONS_API_ADDR", ledger.transactions.address())
                .env("BALANCES_API_ADDR", ledger.balances.address())
                .env("HISTORY_API_ADDR", ledger.history.address())
                .env("CONTACTS_API_ADDR", accounts.contacts.address())
                .env("USERSERVICE_API_ADDR", accounts.users.address())
                .liveness(httpGet("/ready")
                        .initialDelay(seconds(60))
                        .period(seconds(15))
                        .timeout(seconds(30)))
                .in(DEV, FrontEnd::withoutTls)
                .in(STAGING_AREA, service -> service.env("SCHEME", "https"))
                .in(PROD, service -> service.env("SCHEME", "https")
                        .replicas(3, 12)
                        .set(KubernetesSettings.PRIORITY_CLASS, Priorities.CUSTOMERS_WAIT))
                .build();

        status = StatusPage.of(Stream.of(List.of(website), accounts.services(), ledger.services())
                .flatMap(List::stream)
                .toList());

        load = Service.named("loadgenerator")
                .image("us-central1-docker.pkg.dev/bank-of-anthos-ci/bank-of-anthos/loadgenerator:v0.6.10")
                .ownedBy(Teams.FRONTEND)
                .onlyIn(DEV)
                .env("FRONTEND_ADDR", website.address())
                .env("USERS", "5")
                .env("LOG_LEVEL", "error")
                .cpu(millis(100), millis(250))
                .memory(mebibytes(512), gibibytes(1))
                .build();
    }

    List<Service> services() {
        return List.of(website, status, load);
    }

    static void withoutTls(ServiceSettings<?> service) {
        service.waives(
                "public-means-tls", "only developers reach dev, through a VPN", "frontend", LocalDate.of(2027, 6, 30));
    }
}
