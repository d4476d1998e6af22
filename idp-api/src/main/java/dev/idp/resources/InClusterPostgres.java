package dev.idp.resources;

import dev.idp.Cpu;
import dev.idp.Memory;
import dev.idp.Port;
import dev.idp.Probe;
import dev.idp.ServicePaving;
import dev.idp.Statements;
import dev.idp.Text;
import dev.idp.spi.Provision;
import java.util.function.Consumer;

/**
 * Runs PostgreSQL by its official image: variables, paths and user are those of its documentation,
 * <a href="https://github.com/docker-library/docs/blob/master/postgres/content.md">docker-library/docs/postgres</a>, and of
 * its Dockerfile in docker-library/postgres.
 */
final class InClusterPostgres extends InClusterServer<Postgres> {

    /** Since version 18 the image keeps its data elsewhere, but takes this directory if PGDATA says so. */
    private static final String STORAGE = "/var/lib/postgresql/data";

    InClusterPostgres(Consumer<Statements> block) {
        super("postgres", block);
    }

    @Override
    void pave(ServicePaving service, Postgres postgres) {
        Credentials credentials = Credentials.madeFor(postgres);
        service.defaults(
                        reason(
                                postgres.version(),
                                "the official image; its Debian is named, since another one's C library may sort texts differently"))
                .image(image("postgres", postgres.version(), "17.9", "-bookworm"));
        service.defaults("the port that PostgreSQL listens on unless told otherwise")
                .port(Port.tcp(5432).named("tcp-postgresql"));
        service.defaults("its data stays where it is when it moves to another machine")
                .stateful()
                .storage(STORAGE, Memory.gibibytes(10));
        service.defaults("a second copy would hold other data").replicas(1);
        service.defaults("PostgreSQL wants a directory that belongs to it alone, and a volume's root does not")
                .env("PGDATA", STORAGE + "/pgdata");
        service.defaults("the image makes this database when it first starts")
                .env("POSTGRES_DB", postgres.databaseName());
        service.defaults("the image makes this user when it first starts")
                .secret("POSTGRES_USER", credentials.username())
                .secret("POSTGRES_PASSWORD", credentials.password());
        service.defaults("PostgreSQL says itself whether it takes connections")
                .readiness(Probe.exec("pg_isready", "--host=127.0.0.1"));
        service.defaults("while the image sets the database up, nothing listens")
                .startup(Probe.tcpConnect().failingAfter(60))
                .liveness(Probe.tcpConnect());
        service.defaults("enough for the 128 MiB of shared buffers that PostgreSQL starts with, and some connections")
                .cpu(Cpu.millis(100))
                .memory(Memory.mebibytes(256), Memory.mebibytes(512));
        service.defaults("the user postgres of the official image").runAsUser(999);
        service.defaults("PostgreSQL puts its socket here").scratch("/var/run/postgresql");
        service.defaults("the image's scripts write here").scratch("/tmp");
    }

    @Override
    void complete(Postgres postgres, Provision.Builder provision) {
        provision.output("database", Text.of(postgres.databaseName()));
    }
}
