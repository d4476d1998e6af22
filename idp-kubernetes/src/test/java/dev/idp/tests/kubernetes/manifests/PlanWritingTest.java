package dev.idp.tests.kubernetes.manifests;

import static dev.idp.tests.kubernetes.Platforms.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idp.Environment;
import dev.idp.Platform;
import dev.idp.Service;
import dev.idp.kubernetes.Kubernetes;
import dev.idp.kubernetes.Layout;
import dev.idp.output.WriteReport;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.Plan;
import dev.idp.plan.PlatformException;
import dev.idp.plan.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All environments of a plan are written at once, or none. */
class PlanWritingTest {

    private static final Environment DEV = Environment.named("dev").build();
    private static final Environment PROD = Environment.named("prod").build();

    @TempDir
    Path directory;

    @Test
    void everyEnvironmentHasADirectoryOfItsName() {
        Plan plan = plan(service("web").env("A", "b").in(PROD, web -> web.env("A", "c")));

        Map<String, WriteReport> reports = Kubernetes.write(plan, directory.resolve("all"), Layout.filePerWorkload());

        assertThat(reports)
                .containsExactly(
                        Map.entry("dev", new WriteReport(2, 0, 0)), Map.entry("prod", new WriteReport(2, 0, 0)));
        for (EnvironmentPlan environment : plan.environments()) {
            Kubernetes.backend()
                    .render(environment)
                    .writeTo(directory.resolve("single").resolve(environment.name()), Layout.filePerWorkload());
        }
        assertThat(files("all")).isEqualTo(files("single")).hasSizeGreaterThan(4);
    }

    @Test
    void whatDidNotChangeIsNotWrittenAgain() {
        Plan plan = plan(service("web"));
        Kubernetes.write(plan, directory, Layout.filePerObject());

        Map<String, WriteReport> again = Kubernetes.write(plan, directory, Layout.filePerObject());

        assertThat(again.values()).allMatch(report -> report.written() == 0 && report.unchanged() > 0);
    }

    @Test
    void whatIsWrongInAnyEnvironmentIsSaidAtOnceAndNothingIsWritten() {
        Plan plan = plan(service("web")
                .in(DEV, web -> web.label("app.kubernetes.io/name", "other"))
                .in(PROD, web -> web.label("app.kubernetes.io/part-of", "other")));

        assertThatThrownBy(() -> Kubernetes.write(plan, directory.resolve("all"), Layout.filePerObject()))
                .isInstanceOfSatisfying(PlatformException.class, wrong -> assertThat(wrong.problems())
                        .extracting(Problem::environment)
                        .containsExactly("dev", "prod"));
        assertThat(directory.resolve("all")).doesNotExist();
    }

    @Test
    void whatStandsInTheWayIsNotOverwritten() throws IOException {
        Files.createDirectories(directory.resolve("prod"));
        Path theirs = Files.writeString(directory.resolve("prod/environment.yaml"), "theirs");

        assertThatIllegalStateException()
                .isThrownBy(() -> Kubernetes.write(plan(service("web")), directory, Layout.filePerWorkload()))
                .withMessageContaining("is in the way");
        assertThat(theirs).hasContent("theirs");
    }

    private static Plan plan(Service.Builder... services) {
        Platform.Builder platform = Platform.named("shop").environments(PROD, DEV);
        for (Service.Builder service : services) {
            platform.services(service.build());
        }
        return platform.build().plan();
    }

    private Map<String, String> files(String below) {
        Path root = directory.resolve(below);
        try (Stream<Path> all = Files.walk(root)) {
            Map<String, String> files = new TreeMap<>();
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(root.relativize(file).toString(), Files.readString(file));
            }
            return files;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
