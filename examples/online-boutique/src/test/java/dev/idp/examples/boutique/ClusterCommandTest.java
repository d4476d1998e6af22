package dev.idp.examples.boutique;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.Environment;
import dev.idp.Platform;
import dev.idp.kubernetes.Kubernetes;
import dev.idp.plan.Plan;
import dev.idp.testing.kubernetes.OnApiServer;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The boutique on a real API server, by the commands that people type. */
@OnApiServer(current = true)
class ClusterCommandTest {

    private static KubernetesClient client;

    @TempDir
    static Path directory;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @BeforeAll
    static void use(KubernetesClient ofTheServer) {
        client = ofTheServer;
    }

    @Test
    void diffApplyDriftAndPruneFollowEachOther() {
        assertThat(run("diff", "prod")).isEqualTo(1);
        assertThat(printed())
                .startsWith(
                        "boutique-prod: 66 to create\n+ Namespace/boutique-prod  to create: what goes into it cannot be "
                                + "tried before it is there\n")
                .doesNotContain("not tried");
        assertThat(client.namespaces().withName("boutique-prod").get()).isNull();

        assertThat(run("apply", "prod", "--no-wait")).isZero();
        assertThat(printed()).startsWith("boutique-prod: 66 created (");

        assertThat(run("diff", "prod")).isZero();
        assertThat(printed()).isEqualTo("boutique-prod: 66 unchanged\n");
        assertThat(run("drift", "prod")).isZero();
        assertThat(printed()).startsWith("boutique-prod: 66 in sync (").hasLineCount(1);

        changeImage("boutique-prod", "adservice");
        assertThat(run("drift", "prod")).isEqualTo(1);
        assertThat(printed())
                .startsWith("boutique-prod: 65 in sync, 1 drifted (")
                .contains("  Deployment.apps/boutique-prod/adservice  drifted\n")
                .contains("/spec/template/spec/containers/0/image  ")
                .contains(" -> \"registry.example/other:1\"\n        fabric8-kubernetes-client at 2");
        assertThat(run("apply", "prod", "--no-wait")).isEqualTo(1);
        assertThat(printed()).contains("Deployment.apps/boutique-prod/adservice failed: ");
    }

    @Test
    void pruneDeletesExactlyTheObjectsOfAServiceThatIsGone() {
        run("apply", "dev", "--no-wait");
        Set<String> before = objects(OnlineBoutique.platform().plan(), "dev");
        Plan without = without("loadgenerator");
        Set<String> left = objects(without, "dev");

        assertThat(run(without, "apply", "dev", "--no-wait")).isZero();
        assertThat(printed()).contains(" kept");
        assertThat(deployments("boutique-dev")).contains("loadgenerator");

        assertThat(run(without, "prune", "dev")).isZero();

        Set<String> gone = new TreeSet<>(before);
        gone.removeAll(left);
        assertThat(printed()).startsWith("boutique-dev: " + gone.size() + " pruned (");
        assertThat(deployments("boutique-dev")).hasSize(11).doesNotContain("loadgenerator");
        assertThat(run(without, "drift", "dev")).isZero();
        assertThat(run("drift", "dev")).isEqualTo(1);
        assertThat(printed()).contains(gone.size() + " missing").contains("Deployment.apps/boutique-dev/loadgenerator");
    }

    @Test
    void whatWasSavedIsWhatIsApplied() {
        String file = directory.resolve("changes.json").toString();

        assertThat(run("diff", "staging", "--saved", file)).isEqualTo(1);
        assertThat(Path.of(file)).exists();
        assertThat(run("apply", "staging", "--saved", file, "--no-wait")).isZero();
        assertThat(run("diff", "staging")).isZero();

        assertThat(run("apply", "prod", "--saved", file)).isEqualTo(2);
        assertThat(printed())
                .isEqualTo("the change set was made for boutique-staging and not for boutique-prod, "
                        + "or for one that is remembered elsewhere: make another\n");
    }

    @Test
    void saysWhatItCannotFindOut() throws Exception {
        String broken = Files.writeString(directory.resolve("broken.json"), "{").toString();

        assertThat(run("apply", "prod", "--saved", broken)).isEqualTo(2);
        assertThat(printed()).isEqualTo(broken + " is no change set: it is no JSON, or only half of it\n");
        assertThat(run("diff", "production")).isEqualTo(2);
        assertThat(printed()).startsWith("no environment 'production'");
    }

    private static void changeImage(String namespace, String name) {
        client.apps().deployments().inNamespace(namespace).withName(name).edit(deployment -> {
            deployment.getSpec().getTemplate().getSpec().getContainers().get(0).setImage("registry.example/other:1");
            return deployment;
        });
    }

    private static List<String> deployments(String namespace) {
        return client.apps().deployments().inNamespace(namespace).list().getItems().stream()
                .map(Deployment::getMetadata)
                .map(metadata -> metadata.getName())
                .toList();
    }

    private static Set<String> objects(Plan plan, String environment) {
        Set<String> names = new TreeSet<>();
        Kubernetes.backend()
                .render(plan.in(environment))
                .objects()
                .forEach(object ->
                        names.add(object.getKind() + "/" + object.getMetadata().getName()));
        return names;
    }

    private static Plan without(String service) {
        Platform all = OnlineBoutique.platform();
        return Platform.named(all.name())
                .environments(all.environments().toArray(Environment[]::new))
                .services(all.services().stream()
                        .filter(each -> !each.name().equals(service))
                        .toList())
                .build()
                .plan();
    }

    private int run(String... arguments) {
        printed.reset();
        return new Main(out(), directory, LocalDate.of(2026, 1, 1)).run(List.of(arguments));
    }

    private int run(Plan plan, String... arguments) {
        printed.reset();
        ClusterArguments asked = ClusterArguments.of(List.of(arguments)).orElseThrow();
        return new ClusterCommand(out(), plan, asked).run();
    }

    private PrintStream out() {
        return new PrintStream(printed, true, StandardCharsets.UTF_8);
    }

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}
