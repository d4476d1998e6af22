package dev.idp.examples.bank;

import static dev.idp.Cpu.millis;
import static dev.idp.Memory.mebibytes;

import dev.idp.Job;
import dev.idp.Service;
import dev.idp.resources.Postgres;
import java.util.List;

/** What the accounts team runs: who the customers are, and whom they pay. */
final class Accounts {

    private static final String PRIVATE_KEY = "/tmp/.ssh/privatekey";

    final Service users;
    final Service contacts;

    Accounts(BankService base) {
        var path = new PythonService(base);
        var database = Postgres.named("accounts-db");
        var migration = Job.named("accounts-migration")
                .on(new Migration(database))
                .file("/flyway/sql/V1__customers.sql", Packaged.text("accounts/V1__customers.sql"))
                .file("/flyway/sql/V2__contacts.sql", Packaged.text("accounts/V2__contacts.sql"))
                .build();

        users = Service.named("userservice")
                .on(path)
                .ownedBy(Teams.ACCOUNTS)
                .migratedBy(migration)
                .secret("ACCOUNTS_DB_URI", database.uri())
                .env("TOKEN_EXPIRY_SECONDS", "3600")
                .env("PRIV_KEY_PATH", PRIVATE_KEY)
                .secretFile(PRIVATE_KEY, base.keys().privateKey())
                .cpu(millis(260), millis(500))
                .memory(mebibytes(128), mebibytes(256))
                .build();

        contacts = Service.named("contacts")
                .on(path)
                .ownedBy(Teams.ACCOUNTS)
                .migratedBy(migration)
                .secret("ACCOUNTS_DB_URI", database.uri())
                .build();
    }

    List<Service> services() {
        return List.of(users, contacts);
    }
}
