package dev.idp.examples.bank;

import static dev.idp.Probe.httpGet;
import static dev.idp.Settings.LIVENESS;
import static dev.idp.examples.bank.BankService.seconds;

import dev.idp.Job;
import dev.idp.Service;
import dev.idp.resources.Postgres;
import java.util.List;

/** What the ledger team runs: who has paid whom, and what is left. */
final class Ledger {

    final Service balances;
    final Service history;
    final Service transactions;
    final Job settlement;

    Ledger(BankService base) {
        var database = Postgres.named("ledger-db");
        var migration = Job.named("ledger-migration")
                .on(new Migration(database))
                .file("/flyway/sql/V1__transactions.sql", Packaged.text("ledger/V1__transactions.sql"))
                .build();
        var path = new SpringService(base, database, migration);

        balances = Service.named("balancereader")
                .on(path)
                .ownedBy(Teams.LEDGER)
                .env("POLL_MS", "100")
                .env("CACHE_SIZE", "1000000")
                .build();

        history = Service.named("transactionhistory")
                .on(path)
                .ownedBy(Teams.LEDGER)
                .env("POLL_MS", "100")
                .env("CACHE_SIZE", "1000")
                .env("CACHE_MINUTES", "60")
                .env("HISTORY_LIMIT", "100")
                .build();

        transactions = Service.named("ledgerwriter")
                .on(path)
                .ownedBy(Teams.LEDGER)
                .env("BALANCES_API_ADDR", balances.address())
                .unset(LIVENESS)
                .startup(httpGet("/ready").period(seconds(10)).failingAfter(30))
                .build();

        settlement = Settlement.of(database);
    }

    List<Service> services() {
        return List.of(balances, history, transactions);
    }
}
