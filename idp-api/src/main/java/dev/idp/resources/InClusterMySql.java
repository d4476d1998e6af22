package dev.idp.resources;

import dev.idp.Cpu;
import dev.idp.Memory;
import dev.idp.Port;
import dev.idp.Probe;
import dev.idp.ServicePaving;
import dev.idp.Statements;
import dev.idp.Text;
import dev.idp.spi.MadeSecret;
import dev.idp.spi.Provision;
import java.util.function.Consumer;

/**
 * Runs MySQL by its official image: variables, paths and user are those of its documentation,
 * <a href="https://github.com/docker-library/docs/blob/master/mysql/content.md">docker-library/docs/mysql</a>, and of its
 * Dockerfile in docker-library/mysql.
 */
final class InClusterMySql extends InClusterServer<MySql> {

    private static final String STORAGE = "/var/lib/mysql";
    private static final String ROOT_PASSWORD = "root-password";

    InClusterMySql(Consumer<Statements> block) {
        super("mysql", block);
    }

    @Override
    void pave(ServicePaving service, MySql mysql) {
        Credentials credentials = Credentials.madeFor(mysql);
        service.defaults(reason(mysql.version(), "the official image, of the series with long-term support"))
                .image(image("mysql", mysql.version(), "8.4.10", ""));
        service.defaults("the port that MySQL listens on unless told otherwise")
                .port(Port.tcp(3306).named("tcp-mysql"));
        service.defaults("its data stays where it is when it moves to another machine")
                .stateful()
                .storage(STORAGE, Memory.gibibytes(10));
        service.defaults("a second copy would hold other data").replicas(1);
        service.defaults("MySQL wants an empty directory to start with, and a volume's root may hold a lost+found")
                .arguments("--datadir=" + STORAGE + "/data");
        service.defaults("the image makes this database when it first starts")
                .env("MYSQL_DATABASE", mysql.databaseName());
        service.defaults("the image makes this user when it first starts")
                .secret("MYSQL_USER", credentials.username())
                .secret("MYSQL_PASSWORD", credentials.password());
        service.defaults("the image asks for one, and would print one that it made up itself")
                .secret("MYSQL_ROOT_PASSWORD", credentials.secret().key(ROOT_PASSWORD));
        service.defaults("nobody needs to be root from elsewhere").env("MYSQL_ROOT_HOST", "localhost");
        service.defaults("MySQL answers a ping whoever asks, and bars hosts that only open connections")
                .startup(ping().failingAfter(60))
                .liveness(ping().failingAfter(6))
                .readiness(ping());
        service.defaults("enough for the 128 MiB of buffer pool that MySQL starts with, and its own tables")
                .cpu(Cpu.millis(100))
                .memory(Memory.mebibytes(512), Memory.gibibytes(1));
        service.defaults("the user mysql of the official image").runAsUser(999);
        service.defaults("MySQL puts its socket here").scratch("/var/run/mysqld");
        service.defaults("MySQL puts temporary tables here").scratch("/tmp");
    }

    private static Probe ping() {
        return Probe.exec("mysqladmin", "ping", "--host=127.0.0.1");
    }

    @Override
    MadeSecret made(Credentials credentials) {
        return credentials.made(ROOT_PASSWORD);
    }

    @Override
    void complete(MySql mysql, Provision.Builder provision) {
        provision.output("database", Text.of(mysql.databaseName()));
    }
}
