package dev.idp.resources;

import dev.idp.Flaw;
import dev.idp.SecretText;
import dev.idp.Statements;
import dev.idp.Text;
import dev.idp.spi.Provisioner;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A PostgreSQL database. Where nobody says otherwise, a server of its own runs beside the services.
 *
 * @param name a DNS label, unique in the platform
 * @param databaseName the database's name on its server
 * @param version the tag of the image to run, without {@code -bookworm}; empty for the one of this library
 * @param resourceClass which sort of PostgreSQL is needed; empty for the usual one
 * @param sharedBecause why several teams may use it
 */
public record Postgres(
        String name,
        String databaseName,
        Optional<String> version,
        String resourceClass,
        Optional<String> sharedBecause)
        implements Database {

    /**
     * Returns the need for a PostgreSQL database.
     *
     * @param name a DNS label, unique in the platform; with underscores for dashes also the database's name
     * @return the resource
     */
    public static Postgres named(String name) {
        Nulls.refuse(name, "the name of a Postgres");
        return new Postgres(name, name.replace('-', '_'), Optional.empty(), "", Optional.empty());
    }

    /**
     * Returns the provisioner that runs a PostgreSQL beside the services.
     *
     * @return the provisioner, with the defaults of this library
     */
    public static Provisioner<Postgres> inCluster() {
        return inCluster(postgres -> {});
    }

    /**
     * Returns the provisioner that runs a PostgreSQL beside the services, one server for each resource.
     *
     * @param block says about it what can be said about any service, such as its size
     * @return the provisioner
     */
    public static Provisioner<Postgres> inCluster(Consumer<Statements> block) {
        return new InClusterPostgres(block);
    }

    /**
     * Returns the provisioner for a server that exists already.
     *
     * @param host its host name or address
     * @param port the number of its port, mostly 5432
     * @return the provisioner
     */
    public static ExistingServer<Postgres> existingAt(String host, int port) {
        return ExistingServer.at("postgres", postgres -> Map.of("database", postgres.databaseName()), host, port);
    }

    /**
     * Returns this need under another name of the database.
     *
     * @param databaseName up to 63 letters, digits, underscores and dashes
     * @return the resource
     */
    public Postgres database(String databaseName) {
        Nulls.refuse(databaseName, "the database of Postgres '" + name + "'");
        return new Postgres(name, databaseName, version, resourceClass, sharedBecause);
    }

    /**
     * Returns this need, for a certain version where the environment runs the server itself.
     *
     * @param version a tag of the image {@code postgres}, like {@code 16}
     * @return the resource
     */
    public Postgres version(String version) {
        Nulls.refuse(version, "the version of Postgres '" + name + "'");
        return new Postgres(name, databaseName, Optional.of(version), resourceClass, sharedBecause);
    }

    /**
     * Returns this need, for one sort of PostgreSQL among those that environments offer.
     *
     * @param resourceClass for example {@code large}
     * @return the resource
     */
    public Postgres ofClass(String resourceClass) {
        Nulls.refuse(resourceClass, "the class of Postgres '" + name + "'");
        return new Postgres(name, databaseName, version, resourceClass, sharedBecause);
    }

    /**
     * Returns this need, for several teams.
     *
     * @param reason why they may share it
     * @return the resource
     */
    public Postgres sharedBecause(String reason) {
        Nulls.refuse(reason, "the reason to share Postgres '" + name + "'");
        return new Postgres(name, databaseName, version, resourceClass, Optional.of(reason));
    }

    /**
     * Returns the URL without credentials, like {@code postgresql://orders-db:5432/orders_db}.
     *
     * @return a reference to it
     */
    public Text url() {
        return Text.text("postgresql://{}:{}/{}", host(), port(), database());
    }

    /**
     * Returns the URL for JDBC without credentials, like {@code jdbc:postgresql://orders-db:5432/orders_db}.
     *
     * @return a reference to it
     */
    public Text jdbcUrl() {
        return Text.text("jdbc:{}", url());
    }

    /**
     * Returns the URL with credentials, like {@code postgresql://user:password@orders-db:5432/orders_db}.
     *
     * @return a reference to it
     */
    public SecretText uri() {
        return Text.text("postgresql://{}:{}@{}:{}/{}", username(), password(), host(), port(), database());
    }

    @Override
    public Optional<Flaw> flaw() {
        return Flaws.ofDatabase(databaseName)
                .or(() -> Flaws.ofVersion(version))
                .or(() -> Flaws.ofWords(resourceClass, sharedBecause));
    }

    @Override
    public Optional<Provisioner<?>> defaultProvisioner() {
        return Optional.of(inCluster());
    }
}
