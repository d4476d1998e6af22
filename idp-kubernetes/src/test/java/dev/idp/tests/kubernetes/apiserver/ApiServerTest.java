package dev.idp.tests.kubernetes.apiserver;

import static dev.idp.Cpu.millis;
import static dev.idp.kubernetes.KubernetesSettings.NODE_LABEL;
import static dev.idp.kubernetes.KubernetesSettings.PULL_SECRET;
import static dev.idp.kubernetes.KubernetesSettings.ROLLOUT;
import static dev.idp.kubernetes.KubernetesSettings.SCALING;
import static dev.idp.kubernetes.KubernetesSettings.TOLERATION;
import static dev.idp.kubernetes.KubernetesSettings.WAIT_BY;
import static dev.idp.kubernetes.Portion.copies;
import static dev.idp.kubernetes.Portion.percent;
import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.Environment;
import dev.idp.Image;
import dev.idp.Platform;
import dev.idp.Service;
import dev.idp.kubernetes.Kubernetes;
import dev.idp.kubernetes.Layout;
import dev.idp.kubernetes.Manifests;
import dev.idp.kubernetes.Pace;
import dev.idp.kubernetes.Rollout;
import dev.idp.kubernetes.Scaling;
import dev.idp.kubernetes.Toleration;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.tests.kubernetes.Documents;
import dev.idp.tests.kubernetes.PodTemplates;
import dev.idp.tests.kubernetes.explain.RichPlatform;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimVolumeSource;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a real Kubernetes API server says to everything that can be said, by dry runs with strict validation of fields. */
@EnabledIfEnvironmentVariable(
        named = "KUBE_API_TEST_DIR",
        matches = ".+",
        disabledReason = "there are no binaries of a Kubernetes API server: name their directory in KUBE_API_TEST_DIR")
class ApiServerTest {

    @TempDir
    static Path directory;

    private static Kubectl kubectl;

    static List<EnvironmentPlan> environments() {
        return RichPlatform.platform().plan().environments();
    }

    /** What planning lets through only just. */
    private static Platform edges() {
        return Platform.named("edges")
                .environments(Environment.named("edge").build())
                .services(
                        at("more")
                                .set(ROLLOUT, Rollout.rolling(percent(200), percent(100)))
                                .build(),
                        at("daemons")
                                .onEveryNode()
                                .set(ROLLOUT, Rollout.rolling(percent(100), copies(0)))
                                .build(),
                        at("others")
                                .onEveryNode()
                                .set(ROLLOUT, Rollout.rolling(copies(0), percent(100)))
                                .build(),
                        at("copies")
                                .stateful()
                                .set(ROLLOUT, Rollout.rolling(0, 1))
                                .build(),
                        at("wide")
                                .replicas(1, 9)
                                .set(SCALING, Scaling.up(Pace.never()).andDown(Pace.after(Duration.ofHours(1))))
                                .build(),
                        at("slow")
                                .replicas(1, 9)
                                .set(
                                        SCALING,
                                        Scaling.up(Pace.atMost(percent(1000), Duration.ofMinutes(30))
                                                .or(copies(1), Duration.ofSeconds(1))
                                                .onceStableFor(Duration.ZERO)))
                                .build(),
                        at("tolerant")
                                .set(TOLERATION, "all", Toleration.ofEveryTaint())
                                .set(
                                        TOLERATION,
                                        "none",
                                        Toleration.ofTaint("a", "")
                                                .only(Toleration.Effect.NO_EXECUTE)
                                                .forAtMost(Duration.ZERO))
                                .set(NODE_LABEL, "shop.example/pool", "")
                                .set(PULL_SECRET, "one", "x".repeat(253))
                                .set(PULL_SECRET, "two", "x".repeat(253))
                                .build())
                .build();
    }

    private static Service.Builder at(String name) {
        return Service.named(name).image("registry.example/edge:1").cpu(millis(10));
    }

    @Test
    void acceptsWhatPlanningLetsThroughOnlyJust() throws Exception {
        Manifests manifests =
                Kubernetes.backend().render(edges().plan().environments().get(0));
        createNamespace(manifests);

        Kubectl.Answer answer = kubectl.run(
                "apply",
                "--server-side",
                "--dry-run=server",
                "--validate=strict",
                "--field-manager=idp",
                "-f",
                write("edges", manifests.toYaml()).toString());

        assertThat(answer.code()).as(answer.text()).isZero();
    }

    @BeforeAll
    static void start() throws Exception {
        kubectl = ApiServer.shared().kubectl();
        createDefinitions();
    }

    private static void createDefinitions() throws Exception {
        Kubectl.Answer answer = kubectl.run(
                "apply",
                "--server-side",
                "--validate=strict",
                "-f",
                write("definitions", CustomKinds.CILIUM_POLICIES).toString());
        assertThat(answer.code()).as(answer.text()).isZero();
        Kubectl.Answer served = kubectl.run(
                "wait", "--for=condition=Established", "--timeout=60s", "customresourcedefinitions", "--all");
        assertThat(served.code()).as(served.text()).isZero();
    }

    @ParameterizedTest
    @MethodSource("environments")
    void acceptsEveryObject(EnvironmentPlan environment) throws Exception {
        Manifests manifests = Kubernetes.backend().render(environment);
        createNamespace(manifests);
        Path stream = write(environment.name(), manifests.toYaml());

        Kubectl.Answer answer = kubectl.run(
                "apply",
                "--server-side",
                "--dry-run=server",
                "--validate=strict",
                "--field-manager=idp",
                "-f",
                "" + stream);

        assertThat(answer.code()).as(answer.text()).isZero();
        assertThat(answer.text().lines().filter(line -> line.contains("serverside-applied")))
                .hasSize((int) manifests.objects().count());
        assertThat(manifests.objects().map(HasMetadata::getKind))
                .contains("CronJob", "DaemonSet", "Job", "PersistentVolumeClaim", "Role", "StatefulSet");
    }

    /** Kustomize reads what was written, and needs nothing of this library for it. */
    @ParameterizedTest
    @MethodSource("environments")
    void acceptsEveryLayoutAsAKustomization(EnvironmentPlan environment) throws Exception {
        Manifests manifests = Kubernetes.backend().render(environment);
        createNamespace(manifests);
        int place = 0;
        for (Layout layout : List.of(Layout.filePerObject(), Layout.filePerWorkload(), Layout.oneFile())) {
            Path written = directory.resolve(environment.name() + "-" + place++);
            manifests.writeTo(written, layout.withKustomization());

            Kubectl.Answer answer = kubectl.run(
                    "apply",
                    "--server-side",
                    "--dry-run=server",
                    "--validate=strict",
                    "--field-manager=idp",
                    "-k",
                    "" + written);

            assertThat(answer.code()).as(answer.text()).isZero();
            assertThat(answer.text().lines().filter(line -> line.contains("serverside-applied")))
                    .hasSize((int) manifests.objects().count());
        }
    }

    /** Where the standard is enforced, which the namespace says itself unless somebody runs as root. */
    @ParameterizedTest
    @MethodSource("environments")
    void admitsThePods(EnvironmentPlan environment) throws Exception {
        Manifests manifests = Kubernetes.backend().render(environment);
        createNamespace(manifests);
        createAccounts(manifests);
        createClasses();
        for (Map.Entry<String, PodTemplateSpec> template :
                PodTemplates.of(manifests).entrySet()) {
            Path file = write(
                    "pod",
                    Documents.tree(pod(template.getValue(), namespaceOf(template.getKey(), manifests)))
                            .toString());

            Kubectl.Answer answer =
                    kubectl.run("create", "--dry-run=server", "--validate=strict", "-f", file.toString());

            assertThat(answer.code())
                    .as(template.getKey() + ": " + answer.text())
                    .isZero();
            assertThat(answer.text()).doesNotContain("would violate PodSecurity");
        }
    }

    @Test
    void refusesAFieldThatDoesNotExist() throws Exception {
        Manifests manifests = Kubernetes.backend().render(environments().get(0));
        createNamespace(manifests);
        String wrong = manifests.toYaml().replace("backoffLimit:", "backofLimit:");
        assertThat(wrong).isNotEqualTo(manifests.toYaml());

        Kubectl.Answer answer = kubectl.run(
                "apply",
                "--server-side",
                "--dry-run=server",
                "--validate=strict",
                "--field-manager=idp",
                "-f",
                write("wrong", wrong).toString());

        assertThat(answer.code()).isNotZero();
        assertThat(answer.text()).contains("backofLimit");
    }

    /** The server asks nobody what pods do, so what they would run is run here, as whom they would run it. */
    @Test
    void letsPodsWaitForWhatTheyStartAfterAndSeeNothingElse() throws Exception {
        Manifests manifests = Kubernetes.backend().render(waiting().plan().in("wait"));
        createNamespace(manifests);
        for (Class<? extends HasMetadata> type :
                List.of(ServiceAccount.class, Role.class, RoleBinding.class, Deployment.class, Job.class)) {
            apply(manifests, type);
        }
        List<Container> waits = manifests
                .get(Deployment.class, "orders")
                .getSpec()
                .getTemplate()
                .getSpec()
                .getInitContainers();
        assertThat(waits).hasSize(2);

        for (Container wait : waits) {
            Kubectl.Answer early = asOrders(wait.getArgs().stream()
                    .map(word -> word.replace("--timeout=10m", "--timeout=1s"))
                    .toList());
            assertThat(early.code()).as(early.text()).isNotZero();
            assertThat(early.text()).contains("timed out").doesNotContain("forbidden");
        }
        finish(waits);
        for (Container wait : waits) {
            Kubectl.Answer late = asOrders(wait.getArgs());
            assertThat(late.code()).as(late.text()).isZero();
        }
        Kubectl.Answer other = asOrders(List.of("get", "deployment/orders", "--namespace=edges-wait"));
        assertThat(other.text()).contains("forbidden");
    }

    private static Platform waiting() {
        return Platform.named("edges")
                .environments(Environment.named("wait").build())
                .services(
                        at("store").replicas(1).build(),
                        at("orders")
                                .startsAfter(Service.ref("store"), dev.idp.Job.ref("seed"))
                                .set(WAIT_BY, new Image("registry.k8s.io/kubectl:v1.34.2"))
                                .build())
                .jobs(dev.idp.Job.named("seed").image("registry.example/seed:1").build())
                .build();
    }

    private static Kubectl.Answer asOrders(List<String> arguments) throws Exception {
        List<String> all = new ArrayList<>(arguments);
        all.add("--as=system:serviceaccount:edges-wait:orders");
        return kubectl.run(all.toArray(String[]::new));
    }

    /** As the controllers would, which are not there. */
    private static void finish(List<Container> waits) throws Exception {
        String rolledOut = """
                {"status": {"observedGeneration": 1, "replicas": 1, "updatedReplicas": 1, "readyReplicas": 1,
                 "availableReplicas": 1}}""";
        String complete = """
                {"status": {"succeeded": 1, "startTime": "2026-01-01T00:00:00Z", "completionTime": "2026-01-01T00:01:00Z",
                 "conditions": [{"type": "SuccessCriteriaMet", "status": "True"}, {"type": "Complete", "status": "True"}]}}
                """;
        for (Container wait : waits) {
            String subject = wait.getArgs().get(2);
            Kubectl.Answer answer = kubectl.run(
                    "patch",
                    subject,
                    "--namespace=edges-wait",
                    "--subresource=status",
                    "--type=merge",
                    "-p",
                    subject.startsWith("job/") ? complete : rolledOut);
            assertThat(answer.code()).as(answer.text()).isZero();
        }
    }

    private static String namespaceOf(String template, Manifests manifests) {
        EnvironmentPlan environment = manifests.environment();
        String workload = template.substring(template.indexOf('/') + 1);
        return environment
                .namespaceOf(environment.findWorkload(workload).orElseThrow())
                .get();
    }

    private static Pod pod(PodTemplateSpec template, String namespace) {
        ObjectMeta meta = template.getMetadata();
        meta.setName("a-pod");
        meta.setNamespace(namespace);
        Pod pod = new Pod();
        pod.setMetadata(meta);
        pod.setSpec(template.getSpec());
        addClaims(pod.getSpec());
        return pod;
    }

    /** As the controller of a StatefulSet does. */
    private static void addClaims(PodSpec spec) {
        Set<String> known = new HashSet<>();
        spec.getVolumes().forEach(volume -> known.add(volume.getName()));
        spec.getContainers().get(0).getVolumeMounts().stream()
                .map(VolumeMount::getName)
                .filter(known::add)
                .forEach(name -> {
                    Volume volume = new Volume();
                    volume.setName(name);
                    volume.setPersistentVolumeClaim(new PersistentVolumeClaimVolumeSource(name, null));
                    spec.getVolumes().add(volume);
                });
    }

    /** Really, since the server looks it up for everything in it. */
    private static void createNamespace(Manifests manifests) throws Exception {
        apply(manifests, Namespace.class);
    }

    private static void createAccounts(Manifests manifests) throws Exception {
        apply(manifests, ServiceAccount.class);
    }

    /** The server looks them up for each pod. */
    private static void createClasses() throws Exception {
        String classes = """
                apiVersion: scheduling.k8s.io/v1
                kind: PriorityClass
                metadata: {name: %s}
                value: 1000
                ---
                apiVersion: node.k8s.io/v1
                kind: RuntimeClass
                metadata: {name: %s}
                handler: runsc
                """.formatted(RichPlatform.PRIORITY_CLASS, RichPlatform.RUNTIME_CLASS);
        Kubectl.Answer answer = kubectl.run(
                "apply",
                "--server-side",
                "--validate=strict",
                "-f",
                write("classes", classes).toString());
        assertThat(answer.code()).as(answer.text()).isZero();
    }

    private static void apply(Manifests manifests, Class<? extends HasMetadata> type) throws Exception {
        for (HasMetadata object : manifests.objects().filter(type::isInstance).toList()) {
            Path file = write("real", Documents.tree(object).toString());
            Kubectl.Answer answer = kubectl.run("apply", "--server-side", "--validate=strict", "-f", file.toString());
            assertThat(answer.code()).as(answer.text()).isZero();
        }
    }

    private static Path write(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name + ".yaml"), text);
    }
}
