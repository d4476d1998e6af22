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
 * Runs MongoDB by its official image: variables, paths and user are those of its documentation,
 * <a href="https://github.com/docker-library/docs/blob/master/mongo/content.md">docker-library/docs/mongo</a>, and of its
 * Dockerfile in docker-library/mongo. The database itself comes into being with the first thing that is put into it.
 */
final class InClusterMongoDb extends InClusterServer<MongoDb> {

    InClusterMongoDb(Consumer<Statements> block) {
        super("mongodb", block);
    }

    @Override
    void pave(ServicePaving service, MongoDb mongodb) {
        Credentials credentials = Credentials.madeFor(mongodb);
        service.defaults(reason(mongodb.version(), "the official image, of the current major version"))
                .image(image("mongo", mongodb.version(), "8.0.26", ""));
        service.defaults("the port that MongoDB listens on unless told otherwise")
                .port(Port.tcp(27017).named("tcp-mongodb"));
        service.defaults("its data stays where it is when it moves to another machine")
                .stateful()
                .storage("/data/db", Memory.gibibytes(10));
        service.defaults("a second copy would hold other data").replicas(1);
        service.defaults("the image makes this user when it first starts, and then lets nobody in without logging in")
                .secret("MONGO_INITDB_ROOT_USERNAME", credentials.username())
                .secret("MONGO_INITDB_ROOT_PASSWORD", credentials.password());
        service.defaults("while the image sets the database up, nothing listens to others")
                .startup(Probe.tcpConnect().failingAfter(60))
                .liveness(Probe.tcpConnect())
                .readiness(Probe.tcpConnect());
        service.defaults("MongoDB takes half of the memory above 1 GiB as its cache, and at least 256 MiB")
                .cpu(Cpu.millis(100))
                .memory(Memory.mebibytes(512), Memory.gibibytes(1));
        service.defaults("the user mongodb of the official image").runAsUser(999);
        service.defaults("MongoDB puts its socket here, and the image's scripts what they remember")
                .scratch("/tmp");
    }

    @Override
    void complete(MongoDb mongodb, Provision.Builder provision) {
        provision.output("database", Text.of(mongodb.databaseName()));
    }
}
