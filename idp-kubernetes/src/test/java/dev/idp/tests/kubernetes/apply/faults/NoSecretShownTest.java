package dev.idp.tests.kubernetes.apply.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idp.kubernetes.apply.ApplyException;
import dev.idp.kubernetes.apply.ApplyOptions;
import dev.idp.kubernetes.apply.ApplySet;
import dev.idp.kubernetes.apply.ChangeSet;
import dev.idp.kubernetes.apply.Cluster;
import dev.idp.kubernetes.apply.Drift;
import dev.idp.kubernetes.apply.Outcome;
import dev.idp.kubernetes.apply.Outcome.Result;
import dev.idp.tests.kubernetes.apply.TestCluster;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/** Values that cannot be met by chance are planted in Secrets, and looked for in all that the engine shows. */
@EnabledIfEnvironmentVariable(
        named = "KUBE_API_TEST_DIR",
        matches = ".+",
        disabledReason = "there are no binaries of a Kubernetes API server: name their directory in KUBE_API_TEST_DIR")
class NoSecretShownTest {

    private static final List<String> PLANTED = List.of(
            "Plain-Xq7-vvvvvvvvvv",
            "Encoded-Xq7-wwwwwwww",
            "Client-Xq7-kkkkkkkkkk",
            "Changed-Xq7-cccccccc",
            "Foreign-Xq7-ffffffff");

    @TempDir
    Path directory;

    private final List<String> shown = new CopyOnWriteArrayList<>();
    private final Handler log = new Handler() {
        @Override
        public void publish(LogRecord logged) {
            shown.add("LOG " + logged.getLoggerName() + " " + logged.getMessage() + " " + logged.getThrown());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };
    private final Logger logger = Logger.getLogger("dev.idp");
    private TestCluster test;
    private Trials trials;
    private ApplyOptions options;

    @BeforeEach
    void open() throws Exception {
        test = TestCluster.open();
        trials = new Trials();
        options = Trials.AT_ONCE.listener(event -> shown.add(event.toString()));
        log.setLevel(Level.ALL);
        logger.setLevel(Level.FINEST);
        logger.addHandler(log);
    }

    @AfterEach
    void close() throws Exception {
        logger.removeHandler(log);
        logger.setLevel(null);
        trials.close();
        test.close();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private ApplySet set(String plain) {
        return test.set(
                "{apiVersion: v1, kind: Secret, metadata: {name: plain}, stringData: {key: " + plain + "}}",
                "{apiVersion: v1, kind: Secret, metadata: {name: encoded}, data: {key: \"" + base64(PLANTED.get(1))
                        + "\"}}",
                "{apiVersion: v1, kind: Secret, metadata: {name: client}, stringData: {key: " + PLANTED.get(2) + "}}",
                "{apiVersion: v1, kind: Secret, metadata: {name: made, annotations: {dev.idp/made-up: password}}}");
    }

    private void look(Cluster cluster, ApplySet set) throws Exception {
        ChangeSet changes = cluster.diff(set, options);
        Path saved = directory.resolve("changes.json");
        changes.save(saved);
        shown.add(changes.toText());
        shown.add(changes.toColouredText());
        shown.add(changes.toMarkdown());
        shown.add(changes.toJson());
        shown.add(changes.toString());
        shown.add(changes.changes().toString());
        shown.add(Files.readString(saved));
        Drift drift = cluster.drift(set);
        shown.add(drift.toText());
        shown.add(drift.toString());
        shown.add(drift.objects().toString());
        shown.add(set.toString());
    }

    private Outcome apply(Cluster cluster, ApplySet set) {
        Outcome outcome = cluster.apply(set, options);
        shown.add(outcome.toText());
        shown.add(outcome.toString());
        shown.add(outcome.objects().toString());
        try {
            outcome.orThrow();
        } catch (ApplyException failed) {
            shown.add(stackTrace(failed));
        }
        return outcome;
    }

    private static String stackTrace(Throwable failed) {
        StringWriter text = new StringWriter();
        failed.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private void expectNoSecretWasShown(String... more) {
        List<String> secrets = new ArrayList<>(PLANTED);
        secrets.addAll(List.of(more));
        assertThat(shown).isNotEmpty();
        for (String secret : secrets) {
            String inBase64 = base64(secret).replace("=", "");
            assertThat(shown).noneMatch(text -> text.contains(secret)).noneMatch(text -> text.contains(inBase64));
        }
        assertThat(shown).noneMatch(text -> text.startsWith("LOG "));
    }

    private String madeUp() throws Exception {
        String encoded = test.field("secret/made", ".data.password");
        return new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
    }

    @Test
    void ofWhatIsMadeTakenInAndChanged() throws Exception {
        test.kubectl("create", "namespace", test.namespace());
        test.kubectlWith(
                "{apiVersion: v1, kind: Secret, metadata: {name: client}, stringData: {key: " + PLANTED.get(2)
                        + ", gone: " + PLANTED.get(4) + "}}",
                "apply",
                "-f",
                "-");

        look(test.cluster(), set(PLANTED.get(0)));
        Outcome first = apply(test.cluster(), set(PLANTED.get(0)));
        look(test.cluster(), set(PLANTED.get(3)));
        test.kubectl("patch", "secret/encoded", "-p", "{\"stringData\":{\"key\":\"" + PLANTED.get(4) + "\"}}");
        look(test.cluster(), set(PLANTED.get(3)));
        Outcome conflict = apply(test.cluster(), set(PLANTED.get(3)));

        assertThat(first.isSuccess()).as(first.toText()).isTrue();
        assertThat(conflict.with(Result.FAILED)).hasSize(1);
        assertThat(madeUp()).hasSize(32);
        assertThat(test.field("secret/client", ".data")).doesNotContain("gone");
        expectNoSecretWasShown(madeUp());
    }

    /** The server's own words repeat what is wrong with an object. */
    @Test
    void ofWhatTheServerRefuses() throws Exception {
        String value = PLANTED.get(0);
        apply(
                test.cluster(),
                test.set("{apiVersion: v1, kind: Secret, metadata: {name: fixed}, immutable: true, "
                        + "stringData: {key: " + PLANTED.get(1) + "}}"));
        ApplySet refused = test.set(
                "{apiVersion: v1, kind: Secret, metadata: {name: no-base64}, data: {key: \"" + value + "!\"}}",
                "{apiVersion: v1, kind: Secret, metadata: {name: no-key}, stringData: {\"not a key\": " + value + "}}",
                "{apiVersion: v1, kind: Secret, metadata: {name: no-field}, stringDate: {key: " + value + "}}",
                "{apiVersion: v1, kind: Secret, metadata: {name: nested}, data: {key: {inner: " + value + "}}}",
                "{apiVersion: v1, kind: Secret, metadata: {name: elements}, stringData: {key: [" + value + "]}}",
                "{apiVersion: v1, kind: Secret, metadata: {name: config}, type: kubernetes.io/dockerconfigjson, "
                        + "stringData: {.dockerconfigjson: \"" + value + "\"}}",
                "{apiVersion: v1, kind: Secret, metadata: {name: fixed}, immutable: true, stringData: {key: " + value
                        + "}}");

        look(test.cluster(), refused);
        Outcome outcome = apply(test.cluster(), refused);

        assertThat(outcome.with(Result.FAILED)).hasSize(7);
        assertThat(shown)
                .as("what is wrong each time is not tried again")
                .noneMatch(text -> text.startsWith("Retried"));
        expectNoSecretWasShown();
    }

    @Test
    void ofWhatGetsNoAnswer() throws Exception {
        apply(test.cluster(), set(PLANTED.get(0)));
        for (Fault fault : List.of(Fault.halfAnswer(), Fault.serverError(500), Fault.serverErrorAfter(502))) {
            trials.play.begin((number, method, path) -> path.contains("/secrets") ? fault : Fault.none());
            Cluster impatient =
                    Cluster.of(trials.faultyClient()).patience(Duration.ofSeconds(5), Duration.ofMillis(250));

            Outcome outcome = apply(impatient, set(PLANTED.get(3)));

            assertThat(outcome.isSuccess()).isFalse();
            assertThatThrownBy(() -> impatient.drift(set(PLANTED.get(3))))
                    .isInstanceOf(ApplyException.class)
                    .satisfies(failed -> shown.add(stackTrace(failed)));
            trials.play.begin((number, method, path) -> method.equals("PATCH") ? fault : Fault.none());
            assertThat(apply(impatient, set(PLANTED.get(3) + number(fault))).isSuccess())
                    .isFalse();
        }

        expectNoSecretWasShown(madeUp());
    }

    private static String number(Fault fault) {
        return "-" + fault.kind();
    }
}
