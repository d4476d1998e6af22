package dev.idp.examples.boutique;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.plan.Plan;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program that people run. */
class MainTest {

    @TempDir
    Path output;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    void rendersEveryEnvironmentByDefault() throws IOException {
        int status = run();

        assertThat(status).isZero();
        assertThat(printed())
                .containsPattern("dev +12 +61 +61 +0 +0 ")
                .containsPattern("staging +11 +67 +67 +0 +0 ")
                .containsPattern("prod +10 +66 +66 +0 +0 ")
                .contains("limits/memory = \"256Mi\"")
                .contains("set    256Mi by service frontend in prod, OnlineBoutique.java:")
                .contains("lost   128Mi by golden path boutique-service 1.0, BoutiqueService.java:");
        assertThat(files().keySet()).contains("dev/frontend/deployment.yaml", "prod/namespace-boutique-prod.yaml");
    }

    @Test
    void writesNothingTheSecondTime() throws IOException {
        run();
        Map<String, String> first = files();
        printed.reset();

        run("render");

        assertThat(printed())
                .containsPattern("dev +12 +61 +0 +61 +0 ")
                .containsPattern("staging +11 +67 +0 +67 +0 ")
                .containsPattern("prod +10 +66 +0 +66 +0 ");
        assertThat(files()).isEqualTo(first);
    }

    @Test
    void checksEveryEnvironment() {
        assertThat(run("check")).isZero();
        assertThat(printed()).isEqualTo("0 findings, 25 waived\n");
    }

    @Test
    void drawsTheGraphOfAnEnvironment() {
        assertThat(run("graph", "dev")).isZero();
        assertThat(printed())
                .startsWith("flowchart LR\n")
                .contains("  n_loadgenerator --> n_frontend\n")
                .contains("  n_cartservice --> n_redis_cart\n");
    }

    @Test
    void explainsALine() {
        assertThat(run("explain", "prod", "Deployment/frontend", "/spec/replicas"))
                .isZero();
        assertThat(printed())
                .contains("/spec/replicas is not set")
                .contains("the autoscaler owns the number of copies");
    }

    @Test
    void explainsEveryLineOfAnObject() {
        assertThat(run("explain", "dev", "Service/cartservice")).isZero();
        assertThat(printed()).contains("/spec/ports/0/port = 7070").contains("/metadata/name = \"cartservice\"");
    }

    @Test
    void saysWhatAServiceOverrides() {
        assertThat(run("overrides", "prod", "frontend")).isZero();
        assertThat(printed())
                .contains("service frontend\n  /memory = 128Mi\n")
                .contains("lost   64Mi by golden path boutique-service 1.0, BoutiqueService.java:");
    }

    @Test
    void printsAPlanThatReadsBackEqual() {
        assertThat(run("plan")).isZero();
        assertThat(Plan.fromJson(printed())).isEqualTo(OnlineBoutique.platform().plan());
    }

    @Test
    void listsWhatThereIsWhenAskedForSomethingElse() {
        assertThat(run("graph", "production")).isEqualTo(1);
        assertThat(printed())
                .isEqualTo("no environment 'production' in platform 'boutique', only dev, staging, prod\n");
    }

    @Test
    void saysHowToUseItWhenTheCommandIsUnknown() {
        assertThat(run("deploy")).isEqualTo(2);
        assertThat(printed()).startsWith("usage: online-boutique [COMMAND]");
    }

    @Test
    void saysHowToUseItWhenTheWordsForAClusterAreWrong() {
        assertThat(run("apply")).isEqualTo(2);
        assertThat(run("drift", "dev", "--no-wait")).isEqualTo(2);
        assertThat(run("diff", "dev", "--saved")).isEqualTo(2);
        assertThat(printed()).startsWith("usage: online-boutique [COMMAND]");
    }

    @Test
    void needsNoClientUnlessItGoesToACluster() throws Exception {
        String classPath = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("kubernetes-client") && !entry.contains("kubernetes-httpclient"))
                .collect(Collectors.joining(File.pathSeparator));
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");

        Process process = new ProcessBuilder(java.toString(), "-cp", classPath, Main.class.getName(), "check")
                .redirectErrorStream(true)
                .start();

        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip())
                .isEqualTo("0 findings, 25 waived");
        assertThat(process.waitFor()).isZero();
    }

    private int run(String... arguments) {
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        return new Main(out, output, LocalDate.of(2026, 1, 1)).run(List.of(arguments));
    }

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }

    private Map<String, String> files() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(output)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                files.put(
                        output.relativize(path).toString().replace('\\', '/'),
                        Files.readString(path) + Files.getLastModifiedTime(path));
            }
        }
        return files;
    }
}
