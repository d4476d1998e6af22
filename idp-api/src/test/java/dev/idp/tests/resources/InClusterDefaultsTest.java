package dev.idp.tests.resources;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.Resource;
import dev.idp.Settings;
import dev.idp.explain.Layer;
import dev.idp.explain.Source;
import dev.idp.plan.ServicePlan;
import dev.idp.resources.KafkaTopic;
import dev.idp.resources.MongoDb;
import dev.idp.resources.MySql;
import dev.idp.resources.Postgres;
import dev.idp.resources.RabbitMq;
import dev.idp.resources.Redis;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every server that the library runs beside the services. */
class InClusterDefaultsTest {

    private static Stream<Resource> servers() {
        return Stream.of(
                Postgres.named("it"),
                MySql.named("it"),
                MongoDb.named("it"),
                Redis.named("it"),
                RabbitMq.named("it"),
                KafkaTopic.named("it"));
    }

    @ParameterizedTest
    @MethodSource("servers")
    void everyDefaultHasItsReason(Resource server) {
        assertThat(run(server).decisions().all().stream()
                        .flatMap(decision -> decision.winner().stream())
                        .filter(winner -> winner.source().layer() == Layer.GOLDEN_PATH))
                .hasSizeGreaterThan(5)
                .allSatisfy(winner -> assertThat(winner.source())
                        .extracting(Source::reason)
                        .asString()
                        .isNotBlank());
    }

    @ParameterizedTest
    @MethodSource("servers")
    void itsImageIsPinnedAndItsProcessIsNotRoot(Resource server) {
        assertThat(run(server).image().toString()).matches("[a-z/]+:\\d+\\.\\d+[a-z0-9.-]*");
        assertThat(run(server).get(Settings.USER_ID))
                .hasValueSatisfying(user -> assertThat(user).isPositive());
    }

    @ParameterizedTest
    @MethodSource("servers")
    void itsPasswordsAreInNoPlainVariableAndInNoPlan(Resource server) {
        Supplied supplied = Supplied.byDefault(orders -> orders.uses(server));

        assertThat(supplied.plan().service("it").env())
                .allSatisfy((name, value) ->
                        assertThat(name).doesNotContainIgnoringCase("password").doesNotContainIgnoringCase("_pass"));
        assertThat(supplied.resource().secrets()).allSatisfy(secret -> assertThat(secret.keys())
                .allSatisfy((key, value) -> assertThat(Map.of("username", "app").getOrDefault(key, ""))
                        .isEqualTo(value)));
        assertThat(supplied.plan().service("it").entries(Settings.SECRET).values())
                .allSatisfy(secret -> assertThat(secret.get().toString()).matches("\\{secret it-credentials/[a-z-]+}"));
    }

    private static ServicePlan run(Resource server) {
        return Supplied.byDefault(orders -> orders.uses(server)).plan().service("it");
    }
}
