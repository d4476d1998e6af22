package dev.idp.tests.testing.snapshot;

import static dev.idp.tests.testing.snapshot.Failures.assertFailure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idp.Environment;
import dev.idp.Platform;
import dev.idp.Replicas;
import dev.idp.Service;
import dev.idp.Settings;
import dev.idp.Statements;
import dev.idp.plan.Plan;
import dev.idp.testing.snapshot.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A snapshot of a plan fails with each field that is decided otherwise, and who decided it. */
class PlanSnapshotTest {

    @TempDir
    private Path directory;

    @Test
    void aPlanIsADirectoryWithAFileForEachEnvironment() throws IOException {
        Machine.usual().in(directory).matches("plan", SmallShop.plan(orders -> orders.replicas(2)));

        assertThat(directory.resolve("plan/dev.yaml")).exists();
        assertThat(Files.readString(directory.resolve("plan/prod.yaml")))
                .contains("\nservices/orders:\n")
                .contains("\n  calls:\n  - payments:http\n")
                .contains("\n    PAYMENTS_URL: http://payments:8080\n")
                .contains("\n    DB_PASSWORD: \"{secret orders-db-credentials/password}\"\n")
                .contains("\n  replicas: \"2\"\n")
                .contains("\njobs/report:\n")
                .endsWith("\n");
    }

    @Test
    void aGraphSaysWhatEachCallsAndStartsAfter() {
        Machine.usual()
                .in(directory)
                .matches("graph", SmallShop.plan(orders -> {}).in("prod").graph());

        assertThat(directory.resolve("graph.yaml")).hasContent("""
                # Snapshot, not edited by hand but written by -Didp.snapshots=update
                services/orders:
                  calls:
                  - payments:http
                services/orders-db: {}
                services/payments: {}
                jobs/report:
                  calls:
                  - orders:http
                  starts-after:
                  - orders
                """);
    }

    @Test
    void theSamePlanPassesWhereverItIsSaid() {
        Machine.usual().in(directory).matches("plan", SmallShop.plan(orders -> orders.replicas(2)));

        assertThatCode(() -> Machine.ci()
                        .in(directory)
                        .matches("plan", SmallShop.plan(orders -> orders.set(Settings.REPLICAS, Replicas.fixed(2)))))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void aChangeIsSaidFieldByField(String what, Consumer<Statements> orders, String differences) {
        Machine.usual().in(directory).matches("plan", SmallShop.plan(settings -> settings.replicas(2)
                .env("MODE", "fast")));

        assertFailure(
                directory,
                () -> Machine.usual().in(directory).matches("plan", SmallShop.plan(orders)),
                "The snapshot 'plan' of DIRECTORY differs in " + differences
                        + "\n  accept with -Didp.snapshots=update");
    }

    static Stream<Arguments> changes() {
        return Stream.of(
                change("a value", orders -> orders.replicas(3).env("MODE", "fast"), """
                        1 place:
                          services/orders in prod
                            replicas: "2" -> "3", by service orders in prod, PlanSnapshotTest.java:LINE"""),
                change("an entry", orders -> orders.replicas(2).env("MODE", "slow"), """
                        1 place:
                          services/orders in prod
                            env/MODE: fast -> slow, by service orders in prod, PlanSnapshotTest.java:LINE"""),
                change("an entry that is gone", orders -> orders.replicas(2), """
                        1 place:
                          services/orders in prod
                            env/MODE: removed fast"""),
                change(
                        "a new entry of two types",
                        orders -> orders.replicas(2).env("MODE", "fast").env("PORT", "8080"),
                        """
                        1 place:
                          services/orders in prod
                            env/PORT: added "8080", by service orders in prod, PlanSnapshotTest.java:LINE"""),
                change("two changes", orders -> orders.replicas(4).env("MODE", "slow"), """
                        2 places:
                          services/orders in prod
                            env/MODE: fast -> slow, by service orders in prod, PlanSnapshotTest.java:LINE
                            replicas: "2" -> "4", by service orders in prod, PlanSnapshotTest.java:LINE"""));
    }

    private static Arguments change(String what, Consumer<Statements> orders, String differences) {
        return Arguments.of(what, orders, differences);
    }

    @Test
    void aNewServiceIsSaidOnceWithWhoDeclaredIt() {
        Machine.usual().in(directory).matches("plan", services(1));

        assertFailure(directory, () -> Machine.usual().in(directory).matches("plan", services(2)), """
                The snapshot 'plan' of DIRECTORY differs in 1 place:
                  services/s2 in prod: added, by service s2, PlanSnapshotTest.java:LINE
                  accept with -Didp.snapshots=update""");
    }

    @Test
    void aServiceThatIsGoneIsSaidOnce() {
        Machine.usual().in(directory).matches("plan", services(2));

        assertFailure(directory, () -> Machine.usual().in(directory).matches("plan", services(1)), """
                The snapshot 'plan' of DIRECTORY differs in 1 place:
                  services/s2: removed from plan/prod.yaml
                  accept with -Didp.snapshots=update""");
    }

    @Test
    void moreDifferencesThanAreShownAreCounted() {
        Machine.usual().in(directory).matches("plan", services(1));

        assertFailure(
                directory, () -> Machine.usual().in(directory).showingAtMost(2).matches("plan", services(6)), """
                The snapshot 'plan' of DIRECTORY differs in 5 places:
                  services/s2 in prod: added, by service s2, PlanSnapshotTest.java:LINE
                  services/s3 in prod: added, by service s3, PlanSnapshotTest.java:LINE
                  … and 3 more
                  accept with -Didp.snapshots=update""");
    }

    @Test
    void theSameChangeOfManyIsSaidOnce() {
        Machine.usual().in(directory).matches("prod", services(6).in("prod"));
        Plan changed = platform(6, "2").plan();

        assertFailure(directory, () -> Machine.usual().in(directory).matches("prod", changed.in("prod")), """
                The snapshot 'prod' of DIRECTORY differs in 6 places:
                  services/s1 in prod
                    image: app:1 -> app:2, by service s1, PlanSnapshotTest.java:LINE; the same in services/s2 in prod, \
                services/s3 in prod and 3 others
                  accept with -Didp.snapshots=update""");
    }

    @Test
    void anEmptySelectionFails() {
        assertThatThrownBy(() -> Machine.usual().in(directory).matches("nothing", List.of()))
                .isInstanceOf(AssertionError.class)
                .hasMessage("The snapshot 'nothing' would show nothing; fix: ask for something else");
    }

    private static Plan services(int count) {
        return platform(count, "1").plan();
    }

    private static Platform platform(int count, String version) {
        return Platform.named("many")
                .environments(Environment.named("prod").build())
                .services(IntStream.rangeClosed(1, count)
                        .mapToObj(i ->
                                Service.named("s" + i).image("app:" + version).build())
                        .toArray(Service[]::new))
                .build();
    }
}
