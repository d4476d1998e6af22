package dev.idp.tests.kubernetes.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idp.kubernetes.apply.ApplyEvent;
import dev.idp.kubernetes.apply.ObjectKey;
import dev.idp.kubernetes.apply.Outcome.Result;
import dev.idp.kubernetes.apply.Progress;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What people see of an apply, event by event. */
class ProgressTest {

    private static final ObjectKey CONFIG = new ObjectKey("", "ConfigMap", "shop", "config");
    private static final ObjectKey ORDERS = new ObjectKey("apps", "Deployment", "shop", "orders");
    private static final ObjectKey CARTS = new ObjectKey("apps", "Deployment", "shop", "carts");

    private static final ApplyEvent STARTED = new ApplyEvent.Started("shop-prod", 3);
    private static final ApplyEvent FINISHED =
            new ApplyEvent.Finished("2 created, 1 unchanged", Duration.ofMillis(4210));

    private static final String ERASE = "\r\u001b[K";

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(printed, false, StandardCharsets.UTF_8);

    private static ApplyEvent applied(ObjectKey object, Result result) {
        return new ApplyEvent.Applied(object, result);
    }

    private static ApplyEvent waiting(ObjectKey object, String message) {
        return new ApplyEvent.Waiting(object, message);
    }

    private String print(Progress progress, ApplyEvent... events) {
        List.of(events).forEach(progress);
        return printed.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }

    private String log(ApplyEvent... events) {
        return print(Progress.on(out, false), events);
    }

    private String terminal(ApplyEvent... events) {
        return print(Progress.on(out, true), events);
    }

    @Test
    void aLogHasALineForEachObjectWithWhichSomethingWasDone() {
        assertThat(log(
                        STARTED,
                        applied(CONFIG, Result.UNCHANGED),
                        new ApplyEvent.Ready(CONFIG),
                        applied(ORDERS, Result.CREATED),
                        waiting(ORDERS, "0 of 2 pods are available"),
                        applied(CARTS, Result.UPDATED),
                        new ApplyEvent.Ready(CARTS),
                        waiting(ORDERS, "1 of 2 pods are available"),
                        new ApplyEvent.Ready(ORDERS),
                        FINISHED))
                .isEqualTo("""
                        created  Deployment.apps/shop/orders
                        waiting  Deployment.apps/shop/orders: 0 of 2 pods are available
                        updated  Deployment.apps/shop/carts
                        waiting  Deployment.apps/shop/orders: 1 of 2 pods are available
                        ready    Deployment.apps/shop/orders
                        shop-prod: 2 created, 1 unchanged, in 4.2 s
                        """);
    }

    @Test
    void aLogSaysNothingTwiceOfWhatIsWaitedFor() {
        assertThat(log(waiting(ORDERS, "no pods"), waiting(CARTS, "no pods"), waiting(ORDERS, "no pods")))
                .isEqualTo("""
                        waiting  Deployment.apps/shop/orders: no pods
                        waiting  Deployment.apps/shop/carts: no pods
                        """);
    }

    @Test
    void aLogSaysWhatFailedWasLeftOutAskedAgainOrDeleted() {
        assertThat(log(
                        STARTED,
                        new ApplyEvent.Retried("GET /api/v1/namespaces is sent again: 503 starting"),
                        new ApplyEvent.Failed(CONFIG, "422 no such\nfield"),
                        new ApplyEvent.Skipped(ORDERS, "ConfigMap/shop/config before it failed"),
                        applied(CARTS, Result.PRUNED),
                        applied(CARTS, Result.KEPT),
                        FINISHED))
                .isEqualTo("""
                        again    GET /api/v1/namespaces is sent again: 503 starting
                        failed   ConfigMap/shop/config: 422 no such field
                        skipped  Deployment.apps/shop/orders: ConfigMap/shop/config before it failed
                        pruned   Deployment.apps/shop/carts
                        shop-prod: 2 created, 1 unchanged, in 4.2 s
                        """);
    }

    @Test
    void ofWhatChangesNothingALogHasTheLastLineAlone() {
        assertThat(log(STARTED, applied(CONFIG, Result.UNCHANGED), new ApplyEvent.Ready(CONFIG), FINISHED))
                .isEqualTo("shop-prod: 2 created, 1 unchanged, in 4.2 s\n");
    }

    @Test
    void clustersThatShareALogHaveNamesInIt() {
        assertThat(print(Progress.on(out, false).named("eu"), STARTED, applied(CONFIG, Result.CREATED), FINISHED))
                .isEqualTo("""
                        eu created  ConfigMap/shop/config
                        eu shop-prod: 2 created, 1 unchanged, in 4.2 s
                        """);
    }

    @Test
    void aTerminalHasOneLineThatIsDrawnAnew() {
        assertThat(terminal(
                        STARTED,
                        applied(CONFIG, Result.UNCHANGED),
                        new ApplyEvent.Ready(CONFIG),
                        applied(ORDERS, Result.CREATED),
                        waiting(ORDERS, "0 of 2 pods are available"),
                        applied(CARTS, Result.CREATED),
                        waiting(CARTS, "no pods"),
                        new ApplyEvent.Ready(CARTS),
                        new ApplyEvent.Ready(ORDERS),
                        FINISHED))
                .isEqualTo(ERASE + "looking at what is there of shop-prod"
                        + ERASE + "applying 1/3"
                        + ERASE + "applying 2/3"
                        + ERASE + "applying 2/3, waiting for 1: Deployment/orders 0 of 2 pods are available"
                        + ERASE + "waiting for 1: Deployment/orders 0 of 2 pods are available"
                        + ERASE + "waiting for 2: Deployment/carts no pods"
                        + ERASE + "waiting for 1: Deployment/orders 0 of 2 pods are available"
                        + ERASE
                        + "shop-prod: 2 created, 1 unchanged, in 4.2 s\n");
    }

    @Test
    void aTerminalKeepsFailuresAndRetriesAboveTheLine() {
        assertThat(terminal(
                        STARTED,
                        new ApplyEvent.Retried("GET /api is sent again: 503"),
                        new ApplyEvent.Failed(CONFIG, "422"),
                        applied(CARTS, Result.PRUNED),
                        FINISHED))
                .isEqualTo(ERASE + "looking at what is there of shop-prod"
                        + ERASE + "again    GET /api is sent again: 503\nlooking at what is there of shop-prod"
                        + ERASE + "failed   ConfigMap/shop/config: 422\napplying 1/3"
                        + ERASE + "pruning shop-prod, 1 gone"
                        + ERASE + "shop-prod: 2 created, 1 unchanged, in 4.2 s\n");
    }

    @Test
    void aTerminalsLineIsCutToItsWidthAndWhatStaysIsNot() {
        String failure = "not a word is lost of it";

        String shown = print(
                Progress.on(out, true).withWidth(37),
                waiting(ORDERS, "\uD83D\uDE80\uD83D\uDE80 of it"),
                new ApplyEvent.Failed(ORDERS, failure));

        assertThat(shown)
                .contains(ERASE + "waiting for 1: Deployment/orders \uD83D\uDE80...")
                .contains(ERASE + "failed   Deployment.apps/shop/orders: " + failure + "\n");
        assertThatThrownBy(() -> Progress.on(out, true).withWidth(3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a line of 3 characters shows nothing: give it 20 at least");
    }

    @Test
    void whatAClusterSaysCannotSteerTheTerminal() {
        assertThat(log(new ApplyEvent.Failed(CONFIG, "\u001b[2Jgone\r\nand more")))
                .isEqualTo("failed   ConfigMap/shop/config: [2Jgone and more\n");
    }

    @Test
    void oneListenerSeesOneApplyAfterTheOther() {
        Progress progress = Progress.on(out, true);
        print(progress, STARTED, applied(CONFIG, Result.CREATED), FINISHED);
        printed.reset();

        assertThat(print(progress, STARTED, FINISHED))
                .isEqualTo(ERASE + "looking at what is there of shop-prod" + ERASE
                        + "shop-prod: 2 created, 1 unchanged, in 4.2 s\n");
    }
}
