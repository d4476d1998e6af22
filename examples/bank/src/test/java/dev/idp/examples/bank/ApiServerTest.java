package dev.idp.examples.bank;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.idp.kubernetes.Kubernetes;
import dev.idp.kubernetes.Manifests;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.Plan;
import io.fabric8.kubeapitest.KubeAPIServer;
import io.fabric8.kubeapitest.KubeAPIServerConfigBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimVolumeSource;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.scheduling.v1.PriorityClass;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What a real Kubernetes API server, with the custom resources that the bank uses, says to everything. */
@EnabledIfEnvironmentVariable(
        named = "KUBE_API_TEST_DIR",
        matches = ".+",
        disabledReason = "there are no binaries of a Kubernetes API server: name their directory in KUBE_API_TEST_DIR")
@EnabledIf(
        value = "definitionsAreThere",
        disabledReason = "there are no definitions of custom resources: put them into crds in KUBE_API_TEST_DIR")
class ApiServerTest {

    private static final Plan PLAN = BankOfAnthos.platform().plan();

    static final List<EnvironmentPlan> ENVIRONMENTS = PLAN.environments();

    private static KubeAPIServer server;
    private static Kubectl kubectl;

    @TempDir
    static Path home;

    @TempDir
    Path output;

    static boolean definitionsAreThere() {
        return Files.isDirectory(definitions());
    }

    private static Path definitions() {
        return Path.of(System.getenv("KUBE_API_TEST_DIR"), "crds");
    }

    @BeforeAll
    static void start() throws Exception {
        server = new KubeAPIServer(KubeAPIServerConfigBuilder.anAPIServerConfig()
                .withOfflineMode(true)
                .build());
        server.start();
        kubectl = new Kubectl(home, server.getKubeConfigYaml());
        kubectl.run("apply", "--server-side", "--filename=" + definitions());
        kubectl.run("wait", "--for=condition=established", "--timeout=60s", "crd", "--all");
        // Really, since others are in them or name them.
        List<HasMetadata> first = ENVIRONMENTS.stream()
                .flatMap(environment -> Kubernetes.backend().render(environment).objects())
                .filter(object -> object instanceof Namespace || object instanceof PriorityClass)
                .toList();
        kubectl.pipe(json(first), "create", "--filename=-");
    }

    @AfterAll
    static void stop() {
        server.stop();
    }

    @ParameterizedTest
    @FieldSource("ENVIRONMENTS")
    void acceptsEveryFile(EnvironmentPlan environment) throws Exception {
        Manifests manifests = Kubernetes.backend().render(environment);
        manifests.writeTo(output);

        String accepted = kubectl.run(
                "apply",
                "--server-side",
                "--dry-run=server",
                "--validate=strict",
                "--field-manager=idp",
                "--force-conflicts",
                "--recursive",
                "--filename=" + output);

        assertThat(accepted.lines())
                .hasSameSizeAs(manifests.objects().toList())
                .allMatch(line -> line.endsWith(" serverside-applied (server dry run)"));
    }

    @ParameterizedTest
    @FieldSource("ENVIRONMENTS")
    void admitsThePodsWhereTheRestrictedStandardIsEnforced(EnvironmentPlan environment) throws Exception {
        List<Pod> pods = Kubernetes.backend()
                .render(environment)
                .objects()
                .flatMap(object -> template(object).map(template -> pod(object, template)).stream())
                .toList();

        assertThat(pods).hasSizeGreaterThanOrEqualTo(environment.workloads().size());
        assertThat(kubectl.pipe(json(pods), "create", "--dry-run=server", "--filename=-")
                        .lines())
                .hasSameSizeAs(pods)
                .allMatch(line -> line.endsWith(" created (server dry run)"));
    }

    private static Optional<PodTemplateSpec> template(HasMetadata object) {
        if (object instanceof Deployment deployment) {
            return Optional.of(deployment.getSpec().getTemplate());
        }
        if (object instanceof StatefulSet set) {
            return Optional.of(set.getSpec().getTemplate());
        }
        if (object instanceof Job job) {
            return Optional.of(job.getSpec().getTemplate());
        }
        return object instanceof CronJob job
                ? Optional.of(job.getSpec().getJobTemplate().getSpec().getTemplate())
                : Optional.empty();
    }

    private static Pod pod(HasMetadata owner, PodTemplateSpec template) {
        ObjectMeta meta = template.getMetadata();
        meta.setName(owner.getMetadata().getName());
        meta.setNamespace(owner.getMetadata().getNamespace());
        Pod pod = new Pod();
        pod.setMetadata(meta);
        pod.setSpec(template.getSpec());
        if (owner instanceof StatefulSet set) {
            set.getSpec()
                    .getVolumeClaimTemplates()
                    .forEach(claim -> claim(pod, claim.getMetadata().getName()));
        }
        return pod;
    }

    /** As a cluster's own controller does it. */
    private static void claim(Pod pod, String name) {
        Volume volume = new Volume();
        volume.setName(name);
        volume.setPersistentVolumeClaim(new PersistentVolumeClaimVolumeSource(name + "-0", false));
        pod.getSpec().getVolumes().add(volume);
    }

    private static String json(List<? extends HasMetadata> objects) throws JsonProcessingException {
        ObjectMapper mapper = new ObjectMapper();
        StringBuilder stream = new StringBuilder();
        for (HasMetadata object : objects) {
            stream.append(mapper.writeValueAsString(object)).append('\n');
        }
        return stream.toString();
    }

    /** The kubectl that lies beside the binaries of the server. */
    private static final class Kubectl {

        private final Path home;
        private final Path config;
        private final String program;

        Kubectl(Path home, String config) throws Exception {
            this.home = home;
            this.config = Files.writeString(home.resolve("config"), config);
            try (Stream<Path> binaries = Files.walk(Path.of(System.getenv("KUBE_API_TEST_DIR")))) {
                this.program = binaries.filter(path -> path.endsWith("kubectl"))
                        .sorted()
                        .findFirst()
                        .orElseThrow()
                        .toString();
            }
        }

        /** Returns what a command printed, and fails if the command did. */
        String run(String... arguments) throws Exception {
            return pipe("", arguments);
        }

        String pipe(String input, String... arguments) throws Exception {
            List<String> command = Stream.concat(Stream.of(program, "--kubeconfig=" + config), Stream.of(arguments))
                    .toList();
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().put("HOME", home.toString());
            Process process = builder.start();
            try (var writer = process.outputWriter(StandardCharsets.UTF_8)) {
                writer.write(input);
            }
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(printed).isZero();
            return printed;
        }
    }
}
