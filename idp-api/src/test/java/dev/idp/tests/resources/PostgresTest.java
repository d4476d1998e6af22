package dev.idp.tests.resources;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.Memory;
import dev.idp.Secret;
import dev.idp.Service;
import dev.idp.Settings;
import dev.idp.Text;
import dev.idp.resources.Postgres;
import dev.idp.spi.MadeSecret;
import org.junit.jupiter.api.Test;

class PostgresTest {

    private static final Postgres ORDERS_DB = Postgres.named("orders-db");

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
        Supplied orders = Supplied.byDefault(PostgresTest::everything);

        assertThat(orders.variables()).isEqualTo("""
                ADDRESS = orders-db:5432
                DATABASE = orders_db
                HOST = orders-db
                JDBC_URL = jdbc:postgresql://orders-db:5432/orders_db
                PORT = 5432
                URL = postgresql://orders-db:5432/orders_db
                PASSWORD = {secret orders-db-credentials/password}
                URI = postgresql://{secret orders-db-credentials/username}:{secret orders-db-credentials/password}\
                @orders-db:5432/orders_db
                USERNAME = {secret orders-db-credentials/username}
                """);
        assertThat(orders.plan().graph().edges()).hasToString("[orders -> orders-db:tcp-postgresql]");
        assertThat(orders.resource().provisioner().get()).isEqualTo("in-cluster-postgres");
        assertThat(orders.resource().services()).containsExactly("orders-db");
    }

    @Test
    void itsPasswordIsMadeUp() {
        assertThat(Supplied.byDefault(PostgresTest::everything).resource().secrets())
                .containsExactly(
                        MadeSecret.named("orders-db-credentials", "password").with("username", "app"));
    }

    @Test
    void itIsTheOfficialImageAsItsDocumentationWantsIt() {
        assertThat(Supplied.byDefault(PostgresTest::everything).defaults("orders-db"))
                .isEqualTo("""
                kind = stateful
                image = postgres:17.9-bookworm
                port/tcp-postgresql = tcp-postgresql 5432
                env/PGDATA = /var/lib/postgresql/data/pgdata
                env/POSTGRES_DB = orders_db
                secret/POSTGRES_PASSWORD = {secret orders-db-credentials/password}
                secret/POSTGRES_USER = {secret orders-db-credentials/username}
                startup = TCP connect on tcp-postgresql, failing after 60 wrong answers
                liveness = TCP connect on tcp-postgresql
                readiness = run pg_isready --host=127.0.0.1
                cpu = 100m
                memory = 256Mi
                memory-limit = 512Mi
                replicas = 1
                scratch//tmp = /tmp
                scratch//var/run/postgresql = /var/run/postgresql
                storage//var/lib/postgresql/data = 10Gi
                user-id = 999
                """);
    }

    @Test
    void itsVersionAndItsDatabaseCanBeSaid() {
        Postgres legacy = Postgres.named("orders-db").version("16").database("orders");

        Supplied orders = Supplied.byDefault(it -> it.env("URL", legacy.url()));

        assertThat(orders.variables()).isEqualTo("URL = postgresql://orders-db:5432/orders\n");
        assertThat(orders.plan().service("orders-db").image()).hasToString("postgres:16-bookworm");
        assertThat(orders.plan().service("orders-db").env()).containsEntry("POSTGRES_DB", Text.of("orders"));
    }

    @Test
    void thePlatformsAuthorMaySayMoreAboutIt() {
        Supplied orders = Supplied.by(
                Postgres.class,
                Postgres.inCluster(db -> db.memory(Memory.gibibytes(2), Memory.gibibytes(4))
                        .storage("/var/lib/postgresql/data", Memory.gibibytes(100))),
                PostgresTest::everything);

        assertThat(orders.plan().service("orders-db").entries(Settings.STORAGE).values())
                .extracting(storage -> storage.get().toString())
                .containsExactly("100Gi");
        assertThat(orders.plan().service("orders-db").overrides()).isNotEmpty();
    }

    @Test
    void anExistingOneIsAnExternalService() {
        Supplied orders = Supplied.by(
                Postgres.class,
                Postgres.existingAt("db.prod.example", 5433)
                        .within("10.20.0.0/24", "10.21.0.0/24")
                        .credentials(Secret.named("orders-db")),
                PostgresTest::everything);

        assertThat(orders.variables()).isEqualTo("""
                ADDRESS = db.prod.example:5433
                DATABASE = orders_db
                HOST = db.prod.example
                JDBC_URL = jdbc:postgresql://db.prod.example:5433/orders_db
                PORT = 5433
                URL = postgresql://db.prod.example:5433/orders_db
                PASSWORD = {secret orders-db/password}
                URI = postgresql://{secret orders-db/username}:{secret orders-db/password}@db.prod.example:5433/orders_db
                USERNAME = {secret orders-db/username}
                """);
        assertThat(orders.plan().externals())
                .extracting(external -> external.get().toString())
                .containsExactly("orders-db at db.prod.example:5433 within 10.20.0.0/24, 10.21.0.0/24");
        assertThat(orders.plan().graph().edges()).hasToString("[orders -> orders-db]");
        assertThat(orders.plan().services()).hasSize(1);
        assertThat(orders.resource().secrets()).isEmpty();
        assertThat(orders.resource().provisioner().get()).isEqualTo("existing-postgres");
    }

    @Test
    void theKeysOfAnExistingSecretCanBeSaid() {
        Supplied orders = Supplied.by(
                Postgres.class,
                Postgres.existingAt("db.prod.example", 5432).credentials(Secret.named("vault"), "user", "pw"),
                it -> it.secret("URI", ORDERS_DB.uri()));

        assertThat(orders.variables())
                .isEqualTo("URI = postgresql://{secret vault/user}:{secret vault/pw}@db.prod.example:5432/orders_db\n");
    }

    @Test
    void evenThePortAloneIsACall() {
        Supplied orders = Supplied.by(
                Postgres.class, Postgres.existingAt("db.prod.example", 5432), it -> it.env("PORT", ORDERS_DB.port()));

        assertThat(orders.plan().graph().edges()).hasToString("[orders -> orders-db]");
    }
}
