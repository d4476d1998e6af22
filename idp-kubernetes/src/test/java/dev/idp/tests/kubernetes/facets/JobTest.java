package dev.idp.tests.kubernetes.facets;

import static dev.idp.tests.kubernetes.Documents.at;
import static dev.idp.tests.kubernetes.Documents.references;
import static dev.idp.tests.kubernetes.Documents.yaml;
import static dev.idp.tests.kubernetes.Platforms.job;
import static dev.idp.tests.kubernetes.Platforms.only;
import static dev.idp.tests.kubernetes.Platforms.render;
import static dev.idp.tests.kubernetes.Platforms.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idp.Container;
import dev.idp.Settings;
import dev.idp.Team;
import dev.idp.explain.Decision;
import dev.idp.explain.Explanation;
import dev.idp.kubernetes.Kubernetes;
import dev.idp.kubernetes.Manifests;
import dev.idp.plan.PlatformException;
import dev.idp.tests.kubernetes.Lines;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobTest {

    private static final Lines LINES = Lines.of(JobTest.class);

    @Test
    void saysNoMoreThanItMustOfAJobThatSaysNothing() {
        Job job = only(render(job("seed")), Job.class, "seed");

        String name = job.getMetadata().getName();
        assertThat(name).matches("seed-[0-9a-f]{10}");
        assertThat(at(job, "")).isEqualTo(yaml("""
                apiVersion: batch/v1
                kind: Job
                metadata:
                  name: %s
                  namespace: shop-prod
                  labels:
                    app.kubernetes.io/instance: prod
                    app.kubernetes.io/managed-by: idp
                    app.kubernetes.io/name: seed
                    app.kubernetes.io/part-of: shop
                    app.kubernetes.io/version: '1.0'
                spec:
                  backoffLimit: 3
                  ttlSecondsAfterFinished: 259200
                  template:
                    metadata:
                      labels:
                        app.kubernetes.io/instance: prod
                        app.kubernetes.io/managed-by: idp
                        app.kubernetes.io/name: seed
                        app.kubernetes.io/part-of: shop
                        app.kubernetes.io/version: '1.0'
                    spec:
                      serviceAccountName: seed
                      automountServiceAccountToken: false
                      enableServiceLinks: false
                      restartPolicy: Never
                      securityContext:
                        runAsNonRoot: true
                        seccompProfile:
                          type: RuntimeDefault
                      containers:
                      - name: seed
                        image: registry.example/seed:1.0
                        securityContext:
                          allowPrivilegeEscalation: false
                          capabilities:
                            drop:
                            - ALL
                          readOnlyRootFilesystem: true
                """.formatted(name)));
    }

    @Test
    void saysHowOftenAndHowLongItTries() {
        Job job = only(
                render(job("seed").retries(0).deadline(Duration.ofMinutes(10)).keptFor(Duration.ofHours(1))),
                Job.class,
                "seed");

        assertThat(job.getSpec().getBackoffLimit()).isZero();
        assertThat(job.getSpec().getActiveDeadlineSeconds()).isEqualTo(600);
        assertThat(job.getSpec().getTtlSecondsAfterFinished()).isEqualTo(3600);
    }

    @Test
    void leavesToKubernetesWhatIsTakenAway() {
        Job job = only(render(job("seed").unset(Settings.RETRIES).unset(Settings.KEPT_FOR)), Job.class, "seed");

        assertThat(job.getSpec().getBackoffLimit()).isNull();
        assertThat(job.getSpec().getActiveDeadlineSeconds()).isNull();
        assertThat(job.getSpec().getTtlSecondsAfterFinished()).isNull();
    }

    @Test
    void hasWhatServicesHaveBesideTheirPods(@TempDir Path directory) {
        Manifests manifests = render(job("seed").env("LEVEL", "info").file("/etc/motd", "hello"), service("web"));

        assertThat(references(manifests).stream().map(name -> name.replaceAll("-[0-9a-f]{10}$", "")))
                .containsExactly(
                        "Namespace/shop-prod",
                        "NetworkPolicy/default-deny",
                        "ServiceAccount/web",
                        "Deployment/web",
                        "ServiceAccount/seed",
                        "ConfigMap/seed-env",
                        "ConfigMap/seed-files",
                        "Job/seed");
        manifests.writeTo(directory);
        assertThat(directory.resolve("seed/job.yaml")).exists();
        assertThat(directory.resolve("seed/configmap-files.yaml")).exists();
    }

    /** A sidecar of the usual kind would keep a job from ending. */
    @Test
    void endsThoughItHasASidecar() {
        Job job = only(
                render(job("seed")
                        .sidecar(Container.named("proxy").image("proxy:1").build())),
                Job.class,
                "seed");

        assertThat(job.getSpec().getTemplate().getSpec().getContainers()).hasSize(1);
        assertThat(job.getSpec().getTemplate().getSpec().getInitContainers())
                .extracting(container -> container.getRestartPolicy())
                .containsExactly("Always");
    }

    /** Kubernetes refuses another template of a Job. */
    @Test
    void isAnotherJobWhenItsPodsChangeAndTheSameWhenTheyDoNot() {
        String plain = name(render(job("seed")));

        Set<String> others = new HashSet<>();
        for (Manifests changed : List.of(
                render(job("seed").env("A", "b")),
                render(job("seed").env("A", "c")),
                render(job("seed").file("/a", "b")),
                render(dev.idp.Job.named("seed").image("registry.example/seed:2.0")),
                render(job("seed").ownedBy(Team.named("data"))),
                render(job("seed").annotation("a", "b")),
                render(job("seed").with(Kubernetes.edit("quick", Job.class, job -> job.getSpec()
                        .getTemplate()
                        .getSpec()
                        .setPriorityClassName("high")))))) {
            others.add(name(changed));
        }
        assertThat(others).hasSize(7).doesNotContain(plain);
        assertThat(name(render(job("seed")))).isEqualTo(plain);
        assertThat(name(render(
                        job("seed").retries(9).deadline(Duration.ofDays(1)).keptFor(Duration.ZERO))))
                .isEqualTo(plain);
    }

    @Test
    void itsNameIsExplainedByAllThatItDependsOn() {
        Manifests manifests =
                render(job("seed").env("LEVEL", "info").with(Kubernetes.edit("quick", Job.class, job -> job.getSpec()
                        .getTemplate()
                        .getSpec()
                        .setPriorityClassName("high"))));

        Explanation name = manifests.explain("Job/" + name(manifests), "/metadata/name");

        assertThat(name.reason()).isEqualTo("the pods of a Job cannot be changed, so another content has another name");
        assertThat(name.decisions())
                .extracting(Decision::subject)
                .contains("jobs/seed/name", "jobs/seed/image", "jobs/seed/env/LEVEL", "jobs/seed/extension/quick")
                .doesNotContain("jobs/seed/retries");
    }

    @Test
    void isExplained() {
        Manifests manifests = render(job("seed")
                .retries(5) // (retries)
                .deadline(Duration.ofMinutes(10))); // (deadline)
        String job = "Job/" + name(manifests);

        assertThat(manifests.explain(job, "/spec/backoffLimit").toText()).isEqualTo(LINES.cite("""
                %s in prod
                  /spec/backoffLimit = 5
                    from   jobs/seed/retries
                      set    5 by job seed, {retries}
                      lost   3 by library default: most failures pass, and the others should be seen before long""".formatted(job)));
        assertThat(manifests.explain(job, "/spec/activeDeadlineSeconds").decisions())
                .extracting(Decision::subject)
                .containsExactly("jobs/seed/deadline");
        assertThat(manifests.explain(job, "/spec/schedule").toText()).isEqualTo("""
                %s in prod
                  /spec/schedule is not set
                    rule   a job runs once until somebody says when it runs again
                    since  jobs/seed/schedule, about which nobody said anything""".formatted(job));
    }

    @Test
    void aNameThatLeavesNoRoomIsRefused() {
        assertThat(name(render(job("j".repeat(52))))).hasSize(63);
        assertThatThrownBy(() -> render(job("j".repeat(53))))
                .isInstanceOf(PlatformException.class)
                .hasMessageContaining("the name is too long for a job on Kubernetes, which adds to it: 53 characters");
    }

    @Test
    void theNameOfTheNamespacesOwnPolicyIsTaken() {
        assertThatThrownBy(() -> render(job("default-deny")))
                .isInstanceOf(PlatformException.class)
                .hasMessageContaining("default-deny in prod: the namespace's own network policy has this name")
                .hasMessageContaining("rename the job");
    }

    private static String name(Manifests manifests) {
        return manifests
                .objects()
                .filter(Job.class::isInstance)
                .findFirst()
                .orElseThrow()
                .getMetadata()
                .getName();
    }
}
