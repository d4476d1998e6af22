package dev.idp.examples.bank;

import static dev.idp.Cpu.millis;
import static dev.idp.Memory.mebibytes;

import dev.idp.Environment;
import dev.idp.JobPath;
import dev.idp.JobPaving;
import dev.idp.resources.Postgres;
import java.time.Duration;

/** For jobs that bring a database to the newest schema, by Flyway and the SQL that they find in its directory. */
record Migration(Postgres database) implements JobPath {

    @Override
    public String id() {
        return "migration";
    }

    @Override
    public String version() {
        return "1.0";
    }

    @Override
    public void pave(JobPaving job, Environment environment) {
        job.defaults()
                .image("flyway/flyway:11.8.2")
                .command("flyway", "migrate")
                .env("FLYWAY_URL", database.jdbcUrl())
                .secret("FLYWAY_USER", database.username())
                .secret("FLYWAY_PASSWORD", database.password())
                .env("FLYWAY_LOCATIONS", "filesystem:/flyway/sql")
                .scratch("/tmp")
                .cpu(millis(100))
                .memory(mebibytes(256), mebibytes(256));
        job.defaults("the database may be new as well").startsAfter(database).env("FLYWAY_CONNECT_RETRIES", "20");
        job.defaults("Flyway holds a lock, so that trying again does no harm")
                .retries(3)
                .deadline(Duration.ofMinutes(15));
    }
}
