package dev.idp.tests.resources;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.Secret;
import dev.idp.Service;
import dev.idp.resources.MySql;
import dev.idp.spi.MadeSecret;
import org.junit.jupiter.api.Test;

class MySqlTest {

    private static final MySql ORDERS_DB = MySql.named("orders-db");

    private static void everything(Service.Builder orders) {
        orders.env("ADDRESS", ORDERS_DB.address())
                .env("DATABASE", ORDERS_DB.database())
                .env("HOST", ORDERS_DB.host())
                .env("JDBC_URL", ORDERS_DB.jdbcUrl())
                .env("PORT", ORDERS_DB.port())
                .env("URL", ORDERS_DB.url())
                .secret("PASSWORD", ORDERS_DB.password())
                .secret("URI", ORDERS_DB.uri())
                .secret("USERNAME", ORDERS_DB.username());
    }

    @Test
    void itRunsBesideTheServicesUnlessSomebodySaysOtherwise() {
        Supplied orders = Supplied.byDefault(MySqlTest::everything);

        assertThat(orders.variables()).isEqualTo("""
                ADDRESS = orders-db:3306
                DATABASE = orders_db
                HOST = orders-db
                JDBC_URL = jdbc:mysql://orders-db:3306/orders_db
                PORT = 3306
                URL = mysql://orders-db:3306/orders_db
                PASSWORD = {secret orders-db-credentials/password}
                URI = mysql://{secret orders-db-credentials/username}:{secret orders-db-credentials/password}\
                @orders-db:3306/orders_db
                USERNAME = {secret orders-db-credentials/username}
                """);
        assertThat(orders.plan().graph().edges()).hasToString("[orders -> orders-db:tcp-mysql]");
        assertThat(orders.resource().provisioner().get()).isEqualTo("in-cluster-mysql");
        assertThat(orders.resource().services()).containsExactly("orders-db");
        assertThat(orders.resource().secrets())
                .containsExactly(MadeSecret.named("orders-db-credentials", "password", "root-password")
                        .with("username", "app"));
    }

    @Test
    void itIsTheOfficialImageAsItsDocumentationWantsIt() {
        assertThat(Supplied.byDefault(MySqlTest::everything).defaults("orders-db"))
                .isEqualTo("""
                kind = stateful
                image = mysql:8.4.10
                arguments = [--datadir=/var/lib/mysql/data]
                port/tcp-mysql = tcp-mysql 3306
                env/MYSQL_DATABASE = orders_db
                env/MYSQL_ROOT_HOST = localhost
                secret/MYSQL_PASSWORD = {secret orders-db-credentials/password}
                secret/MYSQL_ROOT_PASSWORD = {secret orders-db-credentials/root-password}
                secret/MYSQL_USER = {secret orders-db-credentials/username}
                startup = run mysqladmin ping --host=127.0.0.1, failing after 60 wrong answers
                liveness = run mysqladmin ping --host=127.0.0.1, failing after 6 wrong answers
                readiness = run mysqladmin ping --host=127.0.0.1
                cpu = 100m
                memory = 512Mi
                memory-limit = 1Gi
                replicas = 1
                scratch//tmp = /tmp
                scratch//var/run/mysqld = /var/run/mysqld
                storage//var/lib/mysql = 10Gi
                user-id = 999
                """);
    }

    @Test
    void itsVersionCanBeSaid() {
        Supplied orders =
                Supplied.byDefault(it -> it.env("URL", ORDERS_DB.version("9.7").url()));

        assertThat(orders.plan().service("orders-db").image()).hasToString("mysql:9.7");
    }

    @Test
    void anExistingOneIsAnExternalService() {
        Supplied orders = Supplied.by(
                MySql.class,
                MySql.existingAt("orders-db.prod.example", 3307)
                        .within("10.20.0.0/24")
                        .credentials(Secret.named("orders-db")),
                MySqlTest::everything);

        assertThat(orders.variables()).isEqualTo("""
                ADDRESS = orders-db.prod.example:3307
                DATABASE = orders_db
                HOST = orders-db.prod.example
                JDBC_URL = jdbc:mysql://orders-db.prod.example:3307/orders_db
                PORT = 3307
                URL = mysql://orders-db.prod.example:3307/orders_db
                PASSWORD = {secret orders-db/password}
                URI = mysql://{secret orders-db/username}:{secret orders-db/password}\
                @orders-db.prod.example:3307/orders_db
                USERNAME = {secret orders-db/username}
                """);
        assertThat(orders.plan().externals())
                .extracting(external -> external.get().toString())
                .containsExactly("orders-db at orders-db.prod.example:3307 within 10.20.0.0/24");
        assertThat(orders.plan().services()).hasSize(1);
        assertThat(orders.resource().secrets()).isEmpty();
        assertThat(orders.resource().provisioner().get()).isEqualTo("existing-mysql");
    }
}
