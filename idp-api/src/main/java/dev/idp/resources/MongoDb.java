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
 * A MongoDB database. Where nobody says otherwise, a server of its own runs beside the services. Users are those of the
 * database {@code admin}, where the official image and the services of MongoDB's maker keep them.
 *
 * @param name a DNS label, unique in the platform
 * @param databaseName the database's name on its server
 * @param version the tag of the image to run; empty for the one of this library
 * @param resourceClass which sort of MongoDB is needed; empty for the usual one
 * @param sharedBecause why several teams may use it
 */
public record MongoDb(
        String name,
        String databaseName,
        Optional<String> version,
        String resourceClass,
        Optional<String> sharedBecause)
        implements Database {

    /**
     * Returns the need for a MongoDB database.
     *
     * @param name a DNS label, unique in the platform; with underscores for dashes also the database's name
     * @return the resource
     */
    public static MongoDb named(String name) {
        Nulls.refuse(name, "the name of a MongoDb");
        return new MongoDb(name, name.replace('-', '_'), Optional.empty(), "", Optional.empty());
    }

    /**
     * Returns the provisioner that runs a MongoDB beside the services.
     *
     * @return the provisioner, with the defaults of this library
     */
    public static Provisioner<MongoDb> inCluster() {
        return inCluster(mongodb -> {});
    }

    /**
     * Returns the provisioner that runs a MongoDB beside the services, one server for each resource.
     *
     * @param block says about it what can be said about any service, such as its size
     * @return the provisioner
     */
    public static Provisioner<MongoDb> inCluster(Consumer<Statements> block) {
        return new InClusterMongoDb(block);
    }

    /**
     * Returns the provisioner for a server that exists already.
     *
     * @param host its host name or address
     * @param port the number of its port, mostly 27017
     * @return the provisioner
     */
    public static ExistingServer<MongoDb> existingAt(String host, int port) {
        return ExistingServer.at("mongodb", mongodb -> Map.of("database", mongodb.databaseName()), host, port);
    }

    /**
     * Returns this need under another name of the database.
     *
     * @param databaseName up to 63 letters, digits, underscores and dashes
     * @return the resource
     */
    public MongoDb database(String databaseName) {
        Nulls.refuse(databaseName, "the database of MongoDb '" + name + "'");
        return new MongoDb(name, databaseName, version, resourceClass, sharedBecause);
    }

    /**
     * Returns this need, for a certain version where the environment runs the server itself.
     *
     * @param version a tag of the image {@code mongo}, like {@code 8.0}
     * @return the resource
     */
    public MongoDb version(String version) {
        Nulls.refuse(version, "the version of MongoDb '" + name + "'");
        return new MongoDb(name, databaseName, Optional.of(version), resourceClass, sharedBecause);
    }

    /**
     * Returns this need, for one sort of MongoDB among those that environments offer.
     *
     * @param resourceClass for example {@code large}
     * @return the resource
     */
    public MongoDb ofClass(String resourceClass) {
        Nulls.refuse(resourceClass, "the class of MongoDb '" + name + "'");
        return new MongoDb(name, databaseName, version, resourceClass, sharedBecause);
    }

    /**
     * Returns this need, for several teams.
     *
     * @param reason why they may share it
     * @return the resource
     */
    public MongoDb sharedBecause(String reason) {
        Nulls.refuse(reason, "the reason to share MongoDb '" + name + "'");
        return new MongoDb(name, databaseName, version, resourceClass, Optional.of(reason));
    }

    /**
     * Returns the URL without credentials, like {@code mongodb://orders-db:27017/orders_db}.
     *
     * @return a reference to it
     */
    public Text url() {
        return Text.text("mongodb://{}:{}/{}", host(), port(), database());
    }

    /**
     * Returns the URL with credentials, like {@code mongodb://user:password@orders-db:27017/orders_db?authSource=admin}.
     *
     * @return a reference to it
     */
    public SecretText uri() {
        return Text.text(
                "mongodb://{}:{}@{}:{}/{}?authSource=admin", username(), password(), host(), port(), database());
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
