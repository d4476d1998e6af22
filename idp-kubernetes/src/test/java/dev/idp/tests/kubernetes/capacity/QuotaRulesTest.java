package dev.idp.tests.kubernetes.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.kubernetes.check.Checks;
import dev.idp.kubernetes.check.ObjectSet;
import dev.idp.policy.Finding;
import dev.idp.policy.Severity;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a namespace asks for is added up before a cluster refuses it. */
class QuotaRulesTest {

    private static final Checks FITS = Checks.standard().only("quota-fits");

    private static final String WEB = workload("apps/v1", "Deployment", "web", "replicas: 3", pod(requests("250m")));
    private static final String STILL = workload(
            "apps/v1", "Deployment", "still", "replicas: 3, strategy: {type: Recreate}", pod(requests("250m")));
    private static final String ORDERS =
            workload("apps/v1", "Deployment", "orders", "replicas: 1", pod(requests("250m")));
    private static final String ORDERS_SCALED = scaler("Deployment", "orders", "minReplicas: 2, maxReplicas: 12");
    private static final String DB = workload(
            "apps/v1",
            "StatefulSet",
            "db",
            "replicas: 2, volumeClaimTemplates: [{metadata: {name: data}, spec: {storageClassName: fast,"
                    + " resources: {requests: {storage: 10Gi}}}}]",
            pod(requests("1")));
    private static final String AGENT = workload("apps/v1", "DaemonSet", "agent", "a: b", pod(requests("100m")));
    private static final String IMPORT =
            workload("batch/v1", "Job", "import", "parallelism: 4, completions: 3", pod(requests("1")));
    private static final String NIGHTLY = cron("nightly", "concurrencyPolicy: Forbid", "2");
    private static final String HOURLY = cron("hourly", "schedule: x", "1");

    private static String requests(String cpu) {
        return "{requests: {cpu: " + cpu + "}}";
    }

    private static String pod(String resources) {
        return "{containers: [{name: main, resources: " + resources + "}]}";
    }

    private static String workload(String version, String kind, String name, String spec, String pod) {
        return "{apiVersion: " + version + ", kind: " + kind + ", metadata: {name: " + name
                + ", namespace: shop}, spec: {" + spec + ", template: {spec: " + pod + "}}}";
    }

    private static String cron(String name, String spec, String cpu) {
        return "{apiVersion: batch/v1, kind: CronJob, metadata: {name: " + name + ", namespace: shop}, spec: {" + spec
                + ", jobTemplate: {spec: {template: {spec: " + pod(requests(cpu)) + "}}}}}";
    }

    private static String scaler(String kind, String name, String replicas) {
        return "{apiVersion: autoscaling/v2, kind: HorizontalPodAutoscaler, metadata: {name: " + name
                + ", namespace: shop}, spec: {" + replicas + ", scaleTargetRef: {apiVersion: apps/v1, kind: " + kind
                + ", name: " + name + "}}}";
    }

    private static String quota(String hard) {
        return quota(hard, "");
    }

    private static String quota(String hard, String more) {
        return "{apiVersion: v1, kind: ResourceQuota, metadata: {name: quota, namespace: shop}, spec: {hard: {" + hard
                + "}" + more + "}}";
    }

    private static String object(String kind, String name, String more) {
        return "{apiVersion: v1, kind: " + kind + ", metadata: {name: " + name + ", namespace: shop}" + more + "}";
    }

    private static List<Finding> found(String... objects) {
        return FITS.findings(
                ObjectSet.parse("prod", "all.yaml", Stream.of(objects).collect(Collectors.joining("\n---\n"))));
    }

    static List<Arguments> violations() {
        return List.of(
                Arguments.of(
                        "requests.cpu: 500m",
                        STILL,
                        "ERROR requests.cpu in shop at least 750m of 500m: still 3 x 250m",
                        "raise requests.cpu to 750m, or ask for less"),
                Arguments.of(
                        "cpu: 750m",
                        WEB,
                        "WARNING cpu in shop at most 1 of 750m: web 3 x 250m + 250m while they roll out",
                        "raise cpu to 1, or ask for less"),
                Arguments.of(
                        "requests.cpu: 2",
                        ORDERS + "\n---\n" + ORDERS_SCALED,
                        "WARNING requests.cpu in shop at most 3750m of 2: orders 12 x 250m + 750m while they roll out",
                        "raise requests.cpu to 3750m, or lower maxReplicas: orders to 6"),
                Arguments.of(
                        "requests.cpu: 200m",
                        ORDERS + "\n---\n" + ORDERS_SCALED,
                        "ERROR requests.cpu in shop at least 500m of 200m: orders 2 x 250m",
                        "raise requests.cpu to 3750m, or ask for less"),
                Arguments.of(
                        "pods: 1, requests.cpu: 9",
                        DB,
                        "ERROR pods in shop at least 2 of 1: db 2",
                        "raise pods to 2, or ask for less"),
                Arguments.of(
                        "requests.storage: 15Gi, persistentvolumeclaims: 2",
                        DB,
                        "ERROR requests.storage in shop at least 20Gi of 15Gi: data of db 2 x 10Gi",
                        "raise requests.storage to 20Gi, or ask for less"),
                Arguments.of(
                        "fast.storageclass.storage.k8s.io/persistentvolumeclaims: 1",
                        DB,
                        "ERROR fast.storageclass.storage.k8s.io/persistentvolumeclaims in shop at least 2 of 1: data of db 2",
                        "raise fast.storageclass.storage.k8s.io/persistentvolumeclaims to 2, or ask for less"),
                Arguments.of(
                        "requests.cpu: 50m",
                        AGENT,
                        "ERROR requests.cpu in shop at least 100m of 50m: agent 100m; agent counted for one node",
                        "raise requests.cpu to 100m, or ask for less"),
                Arguments.of(
                        "requests.cpu: 2",
                        IMPORT,
                        "WARNING requests.cpu in shop at most 3 of 2: import 3 x 1",
                        "raise requests.cpu to 3, or ask for less"),
                Arguments.of(
                        "requests.cpu: 2",
                        NIGHTLY + "\n---\n" + HOURLY,
                        "WARNING requests.cpu in shop at most 3 of 2: nightly 2 + hourly 1; hourly counted once, though runs may"
                                + " overlap",
                        "raise requests.cpu to 3, or ask for less"),
                Arguments.of(
                        "requests.cpu: 2",
                        NIGHTLY + "\n---\n" + STILL,
                        "ERROR requests.cpu in shop at least 2750m of 2: nightly 2 + still 3 x 250m",
                        "raise requests.cpu to 2750m, or ask for less"),
                Arguments.of(
                        "configmaps: 1",
                        object("ConfigMap", "a", ""),
                        "ERROR configmaps in shop at least 2 of 1: a + kube-root-ca.crt",
                        "raise configmaps to 2, or ask for less"),
                Arguments.of(
                        "count/deployments.apps: 0",
                        STILL,
                        "ERROR count/deployments.apps in shop at least 1 of 0: still",
                        "raise count/deployments.apps to 1, or ask for less"),
                Arguments.of(
                        "services.nodeports: 1",
                        object("Service", "web", ", spec: {type: LoadBalancer, ports: [{port: 1}, {port: 2}]}"),
                        "ERROR services.nodeports in shop at least 2 of 1: web 2",
                        "raise services.nodeports to 2, or ask for less"),
                Arguments.of(
                        "count/networkpolicies.networking.k8s.io: 0",
                        object("NetworkPolicy", "deny", "")
                                .replace("apiVersion: v1", "apiVersion: networking.k8s.io/v1"),
                        "ERROR count/networkpolicies.networking.k8s.io in shop at least 1 of 0: deny",
                        "raise count/networkpolicies.networking.k8s.io to 1, or ask for less"));
    }

    @ParameterizedTest
    @MethodSource("violations")
    void theSumIsShownAndWhatWouldFit(String hard, String objects, String message, String fix) {
        List<Finding> found = found(quota(hard), objects);

        assertThat(found)
                .extracting(finding -> finding.severity() + " " + finding.message())
                .containsExactly(message.replaceFirst(" ", " ResourceQuota/quota: "));
        assertThat(found).extracting(Finding::fix).containsExactly(fix);
    }

    static List<String> fitting() {
        return List.of(
                quota("requests.cpu: 1") + "\n---\n" + WEB,
                quota("requests.cpu: 750m") + "\n---\n" + STILL,
                quota("requests.cpu: 3750m, pods: 15") + "\n---\n" + ORDERS + "\n---\n" + ORDERS_SCALED,
                quota("requests.storage: 20Gi, persistentvolumeclaims: 2, requests.cpu: 2") + "\n---\n" + DB,
                quota("slow.storageclass.storage.k8s.io/requests.storage: 1Gi") + "\n---\n" + DB,
                quota("requests.cpu: 3") + "\n---\n" + IMPORT,
                quota("secrets: 0, services: 0, configmaps: 1"),
                quota("requests.cpu: 0") + "\n---\n" + NIGHTLY.replace("concurrencyPolicy: Forbid", "suspend: true"),
                quota("requests.cpu: 0") + "\n---\n" + WEB.replace("namespace: shop", "namespace: other"),
                quota("requests.cpu: 0") + "\n---\n" + ORDERS.replace("replicas: 1", "replicas: 0") + "\n---\n"
                        + ORDERS_SCALED,
                quota("something.new: 1") + "\n---\n" + WEB);
    }

    @ParameterizedTest
    @MethodSource("fitting")
    void whatFitsIsNotFound(String objects) {
        assertThat(found(objects)).isEmpty();
    }

    @Test
    void theLargestComeFirstAndOnlySoManyOfThem() {
        String[] objects = Stream.concat(
                        Stream.of(quota("requests.cpu: 1")),
                        Stream.iterate(1, i -> i + 1).limit(7).map(i -> workload("v1", "Pod", "p" + i, "a: b", "{}")
                                .replace(
                                        "template: {spec: {}}",
                                        "containers: [{name: c, resources: {requests: {cpu: " + i + "}}}]")))
                .toArray(String[]::new);

        assertThat(found(objects))
                .extracting(Finding::message)
                .containsExactly(
                        "ResourceQuota/quota: requests.cpu in shop at least 28 of 1: p7 7 + p6 6 + p5 5 + p4 4 + p3 3"
                                + " and 2 more");
    }

    @Test
    void maximaAreLoweredInProportionAndFit() {
        String small = workload("apps/v1", "Deployment", "small", "strategy: {type: Recreate}", pod(requests("100m")));
        String large = workload("apps/v1", "Deployment", "large", "strategy: {type: Recreate}", pod(requests("1")));

        assertThat(found(
                        quota("requests.cpu: 6"),
                        small,
                        scaler("Deployment", "small", "maxReplicas: 11"),
                        large,
                        scaler("Deployment", "large", "minReplicas: 1, maxReplicas: 11")))
                .extracting(Finding::fix)
                .containsExactly("raise requests.cpu to 12100m, or lower maxReplicas: small to 5, large to 5");
        assertThat(found(
                        quota("requests.cpu: 6"),
                        small,
                        scaler("Deployment", "small", "maxReplicas: 5"),
                        large,
                        scaler("Deployment", "large", "minReplicas: 1, maxReplicas: 5")))
                .isEmpty();
    }

    static List<Arguments> pods() {
        String main = "containers: [{name: a, resources: {requests: {cpu: 300m}}}, {name: b, resources: {limits: {cpu:"
                + " 200m}}}]";
        return List.of(
                Arguments.of("{" + main + "}", "500m"),
                Arguments.of("{" + main + ", overhead: {cpu: 50m}}", "550m"),
                Arguments.of("{" + main + ", initContainers: [" + init("i", "400m", false) + "]}", "500m"),
                Arguments.of("{" + main + ", initContainers: [" + init("i", "900m", false) + "]}", "900m"),
                Arguments.of("{" + main + ", initContainers: [" + init("s", "100m", true) + "]}", "600m"),
                Arguments.of(
                        "{" + main + ", initContainers: [" + init("s", "100m", true) + ", " + init("i", "550m", false)
                                + "]}",
                        "650m"),
                Arguments.of(
                        "{" + main + ", initContainers: [" + init("i", "550m", false) + ", " + init("s", "100m", true)
                                + "]}",
                        "600m"),
                Arguments.of("{" + main + ", resources: {requests: {cpu: 350m}}}", "350m"));
    }

    private static String init(String name, String cpu, boolean isSidecar) {
        return "{name: " + name + (isSidecar ? ", restartPolicy: Always" : "") + ", resources: " + requests(cpu) + "}";
    }

    /** What the scheduler looks for is what quotas count. */
    @ParameterizedTest
    @MethodSource("pods")
    void whatAPodAsksForIsWhatTheSchedulerLooksFor(String pod, String cpu) {
        String job = workload("batch/v1", "Job", "it", "a: b", pod);

        assertThat(found(quota("requests.cpu: 1m"), job))
                .extracting(Finding::message)
                .containsExactly("ResourceQuota/quota: requests.cpu in shop at least " + cpu + " of 1m: it " + cpu);
    }

    @Test
    void aLimitRangeFillsWhatIsUnsaid() {
        String range = object(
                "LimitRange",
                "range",
                ", spec: {limits: [{type: Container, default: {memory: 512Mi}, defaultRequest: {cpu: 200m}, min: {cpu:"
                        + " 50m}}]}");
        String plain = workload("apps/v1", "StatefulSet", "web", "replicas: 3", pod("{}"));

        assertThat(found(quota("requests.cpu: 500m, limits.memory: 1Gi, requests.memory: 2Gi"), range, plain))
                .extracting(Finding::message)
                .containsExactly(
                        "ResourceQuota/quota: requests.cpu in shop at least 600m of 500m: web 3 x 200m",
                        "ResourceQuota/quota: limits.memory in shop at least 1536Mi of 1Gi: web 3 x 512Mi");
    }

    @Test
    void whatAQuotaCountsMustBeSaid() {
        List<Finding> found = found(quota("requests.cpu: 9, limits.memory: 9Gi"), STILL);

        assertThat(found)
                .hasToString("[ERROR quota-fits: Deployment/still in prod: Deployment/still: container 'main' does not"
                        + " say limits.memory, which ResourceQuota/quota asks of every container (all.yaml:3"
                        + " /spec/template/spec/containers/0/resources); fix: say it, or give it a default by a"
                        + " LimitRange]");
        assertThat(found).extracting(Finding::severity).containsExactly(Severity.ERROR);
    }

    static List<Arguments> scopes() {
        String deadline = STILL.replace("{containers", "{activeDeadlineSeconds: 60, containers");
        String urgent = STILL.replace("{containers", "{priorityClassName: high, containers");
        String apart = STILL.replace(
                "{containers",
                "{affinity: {podAffinity: {requiredDuringSchedulingIgnoredDuringExecution: [{namespaces: [a]}]}},"
                        + " containers");
        String idle = STILL.replace(requests("250m"), "{}");
        return List.of(
                Arguments.of("scopes: [Terminating]", deadline, STILL),
                Arguments.of("scopes: [NotTerminating]", STILL, deadline),
                Arguments.of("scopes: [BestEffort]", idle, STILL),
                Arguments.of("scopes: [NotBestEffort]", STILL, idle),
                Arguments.of("scopes: [NotBestEffort, NotTerminating]", STILL, deadline),
                Arguments.of("scopes: [PriorityClass]", urgent, STILL),
                Arguments.of("scopes: [CrossNamespacePodAffinity]", apart, STILL),
                Arguments.of(classes("In", "[high, low]"), urgent, STILL),
                Arguments.of(classes("NotIn", "[high]"), STILL, urgent),
                Arguments.of(classes("Exists", "[]"), urgent, STILL),
                Arguments.of(classes("DoesNotExist", "[]"), STILL, urgent));
    }

    private static String classes(String operator, String values) {
        return "scopeSelector: {matchExpressions: [{scopeName: PriorityClass, operator: " + operator + ", values: "
                + values + "}]}";
    }

    @ParameterizedTest
    @MethodSource("scopes")
    void aQuotaCountsThePodsOfItsScopes(String scope, String counted, String other) {
        String quota = quota("pods: 2, secrets: 0", ", " + scope);

        assertThat(found(quota, counted, object("Secret", "a", "")))
                .extracting(Finding::message)
                .containsExactly("ResourceQuota/quota: pods in shop at least 3 of 2: still 3");
        assertThat(found(quota, other)).isEmpty();
    }
}
