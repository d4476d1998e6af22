package dev.idp.tests.testing.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.kubernetes.Kubernetes;
import dev.idp.plan.Plan;
import dev.idp.testing.kubernetes.KubernetesSnapshot;
import dev.idp.testing.snapshot.Machine;
import dev.idp.testing.snapshot.Snapshots;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A value that was planted reaches no file and no message, wherever it was planted. */
class PlantedSecretTest {

    private static final String PLANTED = "pl4nted-s3cret";
    private static final String OTHER = "0ther-s3cret";

    @TempDir
    private Path directory;

    @Test
    void theValuesOfSecretsAreNeverShown() throws IOException {
        Machine.usual().in(directory).matches("prod", secret("a", PLANTED));
        assertNothingIsShown("");

        String message =
                Failures.message(directory, () -> Machine.usual().in(directory).matches("prod", secret("b", OTHER)));

        assertThat(message).contains("Secret/planted\n    data/a: removed (redacted)\n    data/b: added (redacted)\n");
        assertNothingIsShown(message);
    }

    @Test
    void aValueThatAHandWroteIntoAFileIsADifferenceThatIsNotShown() throws IOException {
        Machine.usual().in(directory).matches("prod", secret("a", PLANTED));
        Path file = directory.resolve("prod.yaml");
        Files.writeString(file, Files.readString(file).replace("a: (redacted)", "a: " + PLANTED));

        String message =
                Failures.message(directory, () -> Machine.usual().in(directory).matches("prod", secret("a", OTHER)));

        assertThat(message)
                .contains("data/a: (a value in plain sight) -> (redacted)")
                .doesNotContain(PLANTED);
        Machine.updating().in(directory).matches("prod", secret("a", OTHER));
        assertNothingIsShown(message);
    }

    @Test
    void whatBackendsMakeUpIsNotShownEither() throws IOException {
        var manifests = Kubernetes.backend().render(SmallShop.plan(orders -> {}).in("prod"));
        assertThat(manifests.toYaml()).contains("username: " + base64("app"));

        Machine.usual().in(directory).matches("prod", KubernetesSnapshot.of(manifests));

        assertThat(Files.readString(directory.resolve("prod/_environment.yaml")))
                .contains("  data:\n    username: (redacted)\n");
    }

    @Test
    void plansHaveNoValuesOfSecrets() throws IOException {
        Machine.usual().in(directory).matches("plan", SmallShop.plan(orders -> {}));

        assertThat(Files.readString(directory.resolve("plan/prod.yaml")))
                .contains("DB_PASSWORD: \"{secret orders-db-credentials/password}\"")
                .contains("      password: \"\"\n");
    }

    @Test
    void whatUsersRedactIsNotShownInFilesNorMessages() throws IOException {
        Snapshots snapshots = Machine.usual().in(directory).redacting("**/env/TOKEN", "services/*/image");
        Plan plan = SmallShop.plan(orders -> orders.env("TOKEN", PLANTED).env("MODE", "a"));
        snapshots.matches("plan", plan);

        String message = Failures.message(directory, () -> Machine.usual()
                .in(directory)
                .redacting("**/env/TOKEN", "services/*/image")
                .matches("plan", SmallShop.plan(orders -> orders.env("TOKEN", OTHER)
                        .env("MODE", "b"))));

        assertThat(Files.readString(directory.resolve("plan/prod.yaml")))
                .contains("    TOKEN: (redacted)\n")
                .contains("  image: (redacted)\n")
                .doesNotContain("image: orders");
        assertThat(message).contains("differs in 1 place").contains("env/MODE: a -> b");
        assertNothingIsShown(message);
    }

    @Test
    void whatWasWrittenBeforeItWasRedactedIsADifference() throws IOException {
        Plan plan = SmallShop.plan(orders -> orders.env("TOKEN", PLANTED));
        Machine.usual().in(directory).matches("plan", plan);

        String message = Failures.message(
                directory,
                () -> Machine.usual().in(directory).redacting("**/env/TOKEN").matches("plan", plan));

        assertThat(message).isEqualTo("""
                The snapshot 'plan' of DIRECTORY differs in 1 place:
                  services/orders in prod
                    env/TOKEN: (a value in plain sight) -> (redacted), by service orders in prod, PlantedSecretTest.java:LINE
                  accept with -Didp.snapshots=update""");
        Machine.updating().in(directory).redacting("**/env/TOKEN").matches("plan", plan);
        assertNothingIsShown(message);
    }

    private void assertNothingIsShown(String message) throws IOException {
        StringBuilder all = new StringBuilder(message);
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.append(Files.readString(file));
            }
        }
        for (String secret : List.of(PLANTED, OTHER)) {
            assertThat(all.toString()).doesNotContain(secret).doesNotContain(base64(secret));
        }
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Box> secret(String key, String value) {
        return List.of(new Box(
                "",
                "Secret/planted",
                Map.of(
                        "apiVersion",
                        "v1",
                        "kind",
                        "Secret",
                        "data",
                        Map.of(key, base64(value)),
                        "stringData",
                        Map.of("plain", value))));
    }
}
