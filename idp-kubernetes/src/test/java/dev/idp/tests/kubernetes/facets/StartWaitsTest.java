package dev.idp.tests.kubernetes.facets;

import static dev.idp.tests.kubernetes.Documents.at;
import static dev.idp.tests.kubernetes.Documents.yaml;
import static dev.idp.tests.kubernetes.Platforms.job;
import static dev.idp.tests.kubernetes.Platforms.only;
import static dev.idp.tests.kubernetes.Platforms.prod;
import static dev.idp.tests.kubernetes.Platforms.render;
import static dev.idp.tests.kubernetes.Platforms.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idp.Container;
import dev.idp.Cpu;
import dev.idp.Environment;
import dev.idp.Image;
import dev.idp.Memory;
import dev.idp.Namespaces;
import dev.idp.Permission;
import dev.idp.Platform;
import dev.idp.Quota;
import dev.idp.Schedule;
import dev.idp.Service;
import dev.idp.Team;
import dev.idp.kubernetes.Kubernetes;
import dev.idp.kubernetes.KubernetesSettings;
import dev.idp.kubernetes.Manifests;
import dev.idp.plan.PlatformException;
import dev.idp.tests.kubernetes.Lines;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class StartWaitsTest {

    private static final Lines LINES = Lines.of(StartWaitsTest.class);
    private static final Image KUBECTL = new Image("registry.k8s.io/kubectl:v1.34.2");

    private static Service.Builder orders() {
        return service("orders").set(KubernetesSettings.WAIT_BY, KUBECTL); // (wait-by)
    }

    private static Service.Builder ordersAfterSeed() {
        return orders().startsAfter(dev.idp.Job.ref("seed")); // (after-seed)
    }

    @Test
    void podsWaitUntilAServiceIsRolledOut() {
        Manifests manifests = render(
                orders().startsAfter(Service.ref("store")), service("store").stateful());

        Deployment orders = manifests.get(Deployment.class, "orders");
        assertThat(at(orders, "/spec/template/spec/initContainers")).isEqualTo(yaml("""
                - name: wait-for-store
                  image: registry.k8s.io/kubectl:v1.34.2
                  command: [kubectl]
                  args: [rollout, status, statefulset/store, --namespace=shop-prod, --timeout=10m]
                  resources:
                    limits: {memory: 128Mi}
                    requests: {cpu: 10m, memory: 32Mi}
                  securityContext:
                    allowPrivilegeEscalation: false
                    capabilities: {drop: [ALL]}
                    readOnlyRootFilesystem: true
                    runAsGroup: 65532
                    runAsNonRoot: true
                    runAsUser: 65532
                  volumeMounts:
                  - {name: api-access, mountPath: /var/run/secrets/kubernetes.io/serviceaccount, readOnly: true}
                """));
        assertThat(at(orders, "/metadata/annotations")).isEqualTo(yaml("dev.idp/starts-after: store"));
    }

    @Test
    void theTokenIsSeenByWhatWaitsAlone() {
        Manifests manifests = render(orders().startsAfter(Service.ref("store")), service("store"));

        Deployment orders = manifests.get(Deployment.class, "orders");
        assertThat(at(orders, "/spec/template/spec/automountServiceAccountToken"))
                .isEqualTo(yaml("false"));
        assertThat(at(orders, "/spec/template/spec/containers/0/volumeMounts")).isEqualTo(yaml("null"));
        assertThat(at(orders, "/spec/template/spec/volumes")).isEqualTo(yaml("""
                - name: api-access
                  projected:
                    sources:
                    - serviceAccountToken: {expirationSeconds: 3600, path: token}
                    - configMap: {name: kube-root-ca.crt, items: [{key: ca.crt, path: ca.crt}]}
                    - downwardAPI:
                        items: [{path: namespace, fieldRef: {apiVersion: v1, fieldPath: metadata.namespace}}]
                """));
    }

    @Test
    void theyMayLookAtThatAloneAndReachTheApiServer() {
        Manifests manifests = render(orders().startsAfter(Service.ref("store")), service("store"));

        assertThat(at(manifests.get(Role.class, "orders-waits"), "/rules")).isEqualTo(yaml("""
                - apiGroups: [apps]
                  resources: [deployments]
                  resourceNames: [store]
                  verbs: [get, list, watch]
                """));
        RoleBinding binding = manifests.get(RoleBinding.class, "orders-waits");
        assertThat(at(binding, "/roleRef")).isEqualTo(yaml("""
                {apiGroup: rbac.authorization.k8s.io, kind: Role, name: orders-waits}
                """));
        assertThat(at(binding, "/subjects"))
                .isEqualTo(yaml("[{kind: ServiceAccount, name: orders, namespace: shop-prod}]"));
        assertThat(at(manifests.get(NetworkPolicy.class, "orders"), "/spec/egress"))
                .isEqualTo(yaml("[{ports: [{port: 443, protocol: TCP}, {port: 6443, protocol: TCP}]}]"));
    }

    @Test
    void podsWaitForTheRunOfThisVersionOfAJob() {
        Manifests before = render(job("seed"), ordersAfterSeed());
        Manifests after = render(job("seed").env("LEVEL", "debug"), ordersAfterSeed());

        for (Manifests manifests : new Manifests[] {before, after}) {
            String run = only(manifests, Job.class, "seed-").getMetadata().getName();
            assertThat(at(manifests.get(Deployment.class, "orders"), "/spec/template/spec/initContainers/0/args"))
                    .isEqualTo(yaml(
                            "[wait, --for=condition=complete, job/" + run + ", --namespace=shop-prod, --timeout=10m]"));
            assertThat(at(manifests.get(Role.class, "orders-waits"), "/rules")).isEqualTo(yaml("""
                    - apiGroups: [batch]
                      resources: [jobs]
                      resourceNames: [%s]
                      verbs: [get, list, watch]
                    """.formatted(run)));
        }
        assertThat(only(before, Job.class, "seed-")).isNotEqualTo(only(after, Job.class, "seed-"));
    }

    @Test
    void aJobThatWaitsForAnotherRunIsAnotherRun() {
        Manifests before = inLine(job("first"));
        Manifests after = inLine(job("first").env("LEVEL", "debug"));

        assertThat(at(only(before, Job.class, "second-"), "/spec/template/spec/initContainers/0/args/2"))
                .isEqualTo(yaml(
                        "job/" + only(before, Job.class, "first-").getMetadata().getName()));
        assertThat(only(before, Job.class, "second-").getMetadata().getName())
                .isNotEqualTo(only(after, Job.class, "second-").getMetadata().getName());
    }

    private static Manifests inLine(dev.idp.Job.Builder first) {
        dev.idp.Job second = job("second")
                .set(KubernetesSettings.WAIT_BY, KUBECTL)
                .startsAfter(dev.idp.Job.ref("first"))
                .build();
        return Kubernetes.backend()
                .render(Platform.named("shop")
                        .environments(prod().build())
                        .jobs(first.build(), second)
                        .build()
                        .plan()
                        .in("prod"));
    }

    @Test
    void theirRightsAreWhereWhatTheyWaitForIs() {
        Environment prod = prod().namespaces(Namespaces.PER_TEAM).build();
        Manifests manifests = render(
                prod,
                orders().ownedBy(Team.named("sales")).startsAfter(Service.ref("store"), Service.ref("stock")),
                service("store").ownedBy(Team.named("goods")),
                service("stock").ownedBy(Team.named("sales")));

        assertThat(at(manifests.get(Role.class, "shop-prod-goods", "orders-waits"), "/rules/0/resourceNames"))
                .isEqualTo(yaml("[store]"));
        assertThat(at(manifests.get(Role.class, "shop-prod-sales", "orders-waits"), "/rules/0/resourceNames"))
                .isEqualTo(yaml("[stock]"));
        assertThat(at(manifests.get(RoleBinding.class, "shop-prod-goods", "orders-waits"), "/subjects/0/namespace"))
                .isEqualTo(yaml("shop-prod-sales"));
        assertThat(at(manifests.get(Deployment.class, "orders"), "/spec/template/spec/initContainers/1/args/3"))
                .isEqualTo(yaml("--namespace=shop-prod-goods"));
    }

    @Test
    void isExplained() {
        Manifests manifests = render(job("seed").env("LEVEL", "debug"), ordersAfterSeed());
        String run = only(manifests, Job.class, "seed-").getMetadata().getName();

        assertThat(manifests
                        .explain("Deployment/orders", "/spec/template/spec/initContainers/0/name")
                        .toText())
                .matches(LINES.cite("""
                        Deployment/orders in prod
                          /spec/template/spec/initContainers/0/name = "wait-for-seed"
                            rule   it waits for what the workload starts after
                            from   services/orders/starts-after/seed
                              set    seed by service orders, {after-seed}
                              via    StartWaitsTest.java:.*
                            from   jobs/seed/name
                              set    seed by job seed, Platforms.java:\\d+
                              via    StartWaitsTest.java:\\d+
                            since  services/orders/wait-by
                              set    registry.k8s.io/kubectl:v1.34.2 by service orders, {wait-by}
                              via    StartWaitsTest.java:.*"""));
        assertThat(manifests
                        .explain("Deployment/orders", "/spec/template/spec/initContainers/0/args/2")
                        .toText())
                .startsWith("""
                        Deployment/orders in prod
                          /spec/template/spec/initContainers/0/args/2 = "job/%s"
                        """.formatted(run))
                .contains("from   jobs/seed/env/LEVEL", "from   jobs/seed/image");
        assertThat(render(service("orders").startsAfter(Service.ref("store")), service("store"))
                        .explain("Deployment/orders", "/spec/template/spec/initContainers")
                        .toText())
                .contains("pods do not wait: the order of starts is for whoever applies them");
    }

    @Test
    void whatWouldNeverEndIsRefused() {
        assertThatThrownBy(() -> render(
                        job("seed")
                                .schedule(Schedule.cron("30 3 * * *")) // (schedule)
                                .keptFor(Duration.ofHours(1)), // (kept)
                        ordersAfterSeed()))
                .isInstanceOf(PlatformException.class)
                .hasMessage(LINES.cite("""
                        2 problems in platform 'shop':
                          orders in prod: its pods cannot wait for job 'seed', which runs again and again
                              wait by  {wait-by}
                              schedule {schedule}
                              fix      start after a job that runs once, or unset wait-by here
                          orders in prod: its pods wait for job 'seed', which says that it is removed after a while, and then no new copy would start
                              wait by  {wait-by}
                              kept for {kept}
                              fix      let the job say nothing of it, or unset wait-by here"""));
    }

    @Test
    void aJobThatIsWaitedForIsKept() {
        Manifests manifests = render(job("seed"), ordersAfterSeed());
        Job seed = only(manifests, Job.class, "seed-");

        assertThat(at(seed, "/spec/ttlSecondsAfterFinished")).isEqualTo(yaml("null"));
        assertThat(manifests
                        .explain("Job/" + seed.getMetadata().getName(), "/spec/ttlSecondsAfterFinished")
                        .toText())
                .contains("each new copy of what waits for the job looks for it", LINES.at("wait-by"));
        assertThat(at(
                        only(render(job("seed"), service("orders")), Job.class, "seed-"),
                        "/spec/ttlSecondsAfterFinished"))
                .isEqualTo(yaml("259200"));
    }

    @Test
    void namesThatOthersHaveAreRefused() {
        assertThatThrownBy(() -> render(
                        orders().startsAfter(Service.ref("store"))
                                .initStep(Container.named("wait-for-store") // (step)
                                        .image("registry.example/wait:1")
                                        .build()),
                        service("store"),
                        service("orders-waits").may(Permission.toRead("configmaps"))))
                .isInstanceOf(PlatformException.class)
                .hasMessageContaining(LINES.cite("""
                        container 'wait-for-store' has the name of a wait
                              wait by {wait-by}
                              said    {step}
                        """))
                .hasMessageContaining("what its pods need to wait has the name of what 'orders-waits' may do");
    }

    @Test
    void theirSizesCountAgainstTheRangeOfContainers() {
        Environment prod =
                prod().quota(Quota.of(Cpu.cores(1), Memory.gibibytes(1))).build();

        assertThat(render(
                                prod,
                                orders().startsAfter(Service.ref("store"))
                                        .cpu(Cpu.millis(10))
                                        .memory(Memory.mebibytes(10), Memory.mebibytes(10)),
                                service("store").cpu(Cpu.millis(10)).memory(Memory.mebibytes(10), Memory.mebibytes(10)))
                        .get(Deployment.class, "orders"))
                .as("a wait says what a quota counts")
                .isNotNull();
    }
}
