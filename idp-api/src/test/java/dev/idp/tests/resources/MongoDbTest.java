package dev.idp.tests.resources;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.Secret;
import dev.idp.Service;
import dev.idp.resources.MongoDb;
import dev.idp.spi.MadeSecret;
import org.junit.jupiter.api.Test;

class MongoDbTest {

    private static final MongoDb ORDERS_DB = MongoDb.named("orders-db");

    private static void everything(Service.Builder orders) {
        orders.env("ADDRESS", ORDERS_DB.address())
                .env("DATABASE", ORDERS_DB.database())
                .env("HOST", ORDERS_DB.host())
                .env("PORT", ORDERS_DB.port())
                .env("URL", ORDERS_DB.url())
                .secret("PASSWORD", ORDERS_DB.password())
                .secret("URI", ORDERS_DB.uri())
                .secret("USERNAME", ORDERS_DB.username());
    }

    @Test
    void itRunsBesideTheServicesUnlessSomebodySaysOtherwise() {
        Supplied orders = Supplied.byDefault(MongoDbTest::everything);

        assertThat(orders.variables()).isEqualTo("""
                ADDRESS = orders-db:27017
                DATABASE = orders_db
                HOST = orders-db
                PORT = 27017
                URL = mongodb://orders-db:27017/orders_db
                PASSWORD = {secret orders-db-credentials/password}
                URI = mongodb://{secret orders-db-credentials/username}:{secret orders-db-credentials/password}\
                @orders-db:27017/orders_db?authSource=admin
                USERNAME = {secret orders-db-credentials/username}
                """);
        assertThat(orders.plan().graph().edges()).hasToString("[orders -> orders-db:tcp-mongodb]");
        assertThat(orders.resource().provisioner().get()).isEqualTo("in-cluster-mongodb");
        assertThat(orders.resource().services()).containsExactly("orders-db");
        assertThat(orders.resource().secrets())
                .containsExactly(
                        MadeSecret.named("orders-db-credentials", "password").with("username", "app"));
    }

    @Test
    void itIsTheOfficialImageAsItsDocumentationWantsIt() {
        assertThat(Supplied.byDefault(MongoDbTest::everything).defaults("orders-db"))
                .isEqualTo("""
                kind = stateful
                image = mongo:8.0.26
                port/tcp-mongodb = tcp-mongodb 27017
                secret/MONGO_INITDB_ROOT_PASSWORD = {secret orders-db-credentials/password}
                secret/MONGO_INITDB_ROOT_USERNAME = {secret orders-db-credentials/username}
                startup = TCP connect on tcp-mongodb, failing after 60 wrong answers
                liveness = TCP connect on tcp-mongodb
                readiness = TCP connect on tcp-mongodb
                cpu = 100m
                memory = 512Mi
                memory-limit = 1Gi
                replicas = 1
                scratch//tmp = /tmp
                storage//data/db = 10Gi
                user-id = 999
                """);
    }

    @Test
    void itsVersionCanBeSaid() {
        Supplied orders =
                Supplied.byDefault(it -> it.env("URL", ORDERS_DB.version("7.0").url()));

        assertThat(orders.plan().service("orders-db").image()).hasToString("mongo:7.0");
    }

    @Test
    void anExistingOneIsAnExternalService() {
        Supplied orders = Supplied.by(
                MongoDb.class,
                MongoDb.existingAt("orders-db.prod.example", 27018)
                        .within("10.20.0.0/24")
                        .credentials(Secret.named("orders-db")),
                MongoDbTest::everything);

        assertThat(orders.variables()).isEqualTo("""
                ADDRESS = orders-db.prod.example:27018
                DATABASE = orders_db
                HOST = orders-db.prod.example
                PORT = 27018
                URL = mongodb://orders-db.prod.example:27018/orders_db
                PASSWORD = {secret orders-db/password}
                URI = mongodb://{secret orders-db/username}:{secret orders-db/password}\
                @orders-db.prod.example:27018/orders_db?authSource=admin
                USERNAME = {secret orders-db/username}
                """);
        assertThat(orders.plan().externals())
                .extracting(external -> external.get().toString())
                .containsExactly("orders-db at orders-db.prod.example:27018 within 10.20.0.0/24");
        assertThat(orders.plan().services()).hasSize(1);
        assertThat(orders.resource().secrets()).isEmpty();
        assertThat(orders.resource().provisioner().get()).isEqualTo("existing-mongodb");
    }
}
