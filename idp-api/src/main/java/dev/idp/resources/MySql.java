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
 * A MySQL database. Where nobody says otherwise, a server of its own runs beside the services.
 *
 * @param name a DNS label, unique in the platform
 * @param databaseName the database's name on its server
 * @param version the tag of the image to run; empty for the one of this library
 * @param resourceClass which sort of MySQL is needed; empty for the usual one
 * @param sharedBecause why several teams may use it
 */
public record MySql(
        String name,
        String databaseName,
        Optional<String> version,
        String resourceClass,
        Optional<String> sharedBecause)
        implements Database {

    /**
     * Returns the need for a MySQL database.
     *
     * @param name a DNS label, unique in the platform; with underscores for dashes also the database's name
     * @return the resource
     */
    public static MySql named(String name) {
        Nulls.refuse(name, "the name of a MySql");
        return new MySql(name, name.replace('-', '_'), Optional.empty(), "", Optional.empty());
    }

    /**
     * Returns the provisioner that runs a MySQL beside the services.
     *
     * @return the provisioner, with the defaults of this library
     */
    public static Provisioner<MySql> inCluster() {
        return inCluster(mysql -> {});
    }

    /**
     * Returns the provisioner that runs a MySQL beside the services, one server for each resource.
     *
     * @param block says about it what can be said about any service, such as its size
     * @return the provisioner
     */
    public static Provisioner<MySql> inCluster(Consumer<Statements> block) {
        return new InClusterMySql(block);
    }

    /**
     * Returns the provisioner for a server that exists already.
     *
     * @param host its host name or address
     * @param port the number of its port, mostly 3306
     * @return the provisioner
     */
    public static ExistingServer<MySql> existingAt(String host, int port) {
        return ExistingServer.at("mysql", mysql -> Map.of("database", mysql.databaseName()), host, port);
    }

    /**
     * Returns this need under another name of the database.
     *
     * @param databaseName up to 63 letters, digits, underscores and dashes
     * @return the resource
     */
    public MySql database(String databaseName) {
        Nulls.refuse(databaseName, "the database of MySql '" + name + "'");
        return new MySql(name, databaseName, version, resourceClass, sharedBecause);
    }

    /**
     * Returns this need, for a certain version where the environment runs the server itself.
     *
     * @param version a tag of the image {@code mysql}, like {@code 8.4}
     * @return the resource
     */
    public MySql version(String version) {
        Nulls.refuse(version, "the version of MySql '" + name + "'");
        return new MySql(name, databaseName, Optional.of(version), resourceClass, sharedBecause);
    }

    /**
     * Returns this need, for one sort of MySQL among those that environments offer.
     *
     * @param resourceClass for example {@code large}
     * @return the resource
     */
    public MySql ofClass(String resourceClass) {
        Nulls.refuse(resourceClass, "the class of MySql '" + name + "'");
        return new MySql(name, databaseName, version, resourceClass, sharedBecause);
    }

    /**
     * Returns this need, for several teams.
     *
     * @param reason why they may share it
     * @return the resource
     */
    public MySql sharedBecause(String reason) {
        Nulls.refuse(reason, "the reason to share MySql '" + name + "'");
        return new MySql(name, databaseName, version, resourceClass, Optional.of(reason));
    }

    /**
     * Returns the URL without credentials, like {@code mysql://orders-db:3306/orders_db}.
     *
     * @return a reference to it
     */
    public Text url() {
        return Text.text("mysql://{}:{}/{}", host(), port(), database());
    }

    /**
     * Returns the URL for JDBC without credentials, like {@code jdbc:mysql://orders-db:3306/orders_db}.
     *
     * @return a reference to it
     */
    public Text jdbcUrl() {
        return Text.text("jdbc:{}", url());
    }

    /**
     * Returns the URL with credentials, like {@code mysql://user:password@orders-db:3306/orders_db}.
     *
     * @return a reference to it
     */
    public SecretText uri() {
        return Text.text("mysql://{}:{}@{}:{}/{}", username(), password(), host(), port(), database());
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
