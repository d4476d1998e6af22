package dev.idp.tests.kubernetes.admission;

import dev.idp.kubernetes.admission.AdmissionPolicies;
import dev.idp.kubernetes.admission.AdmissionPolicy;
import dev.idp.kubernetes.check.Checks;
import dev.idp.kubernetes.check.Condition;
import dev.idp.kubernetes.check.ManifestRules;
import dev.idp.kubernetes.check.ObjectSet;
import dev.idp.policy.Finding;
import dev.idp.policy.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Objects that an API server takes, and rules that find something in some of them. */
final class AdmissionTable {

    private static final String DIGEST = "sha256:" + "0123456789abcdef".repeat(4);

    private static final String HARDENED = "allowPrivilegeEscalation: false, readOnlyRootFilesystem: true,"
            + " runAsNonRoot: true, runAsUser: 1000, runAsGroup: 1000, capabilities: {drop: [ALL]},"
            + " seccompProfile: {type: RuntimeDefault}";

    private static final String PROBE = "livenessProbe: {tcpSocket: {port: 80}}";

    private static final List<String> KINDS = List.of(
            "Deployment",
            "StatefulSet",
            "DaemonSet",
            "ReplicaSet",
            "ReplicationController",
            "PodTemplate",
            "Job",
            "CronJob");

    private AdmissionTable() {}

    /**
     * One object.
     *
     * @param kind its kind
     * @param yaml all of it
     */
    record Case(String kind, String yaml) {

        ObjectSet objects() {
            return ObjectSet.parse("prod", "case.yaml", yaml);
        }

        /** The rules that find something in it. */
        Set<String> foundBy(Checks checks) {
            return checks.findings(objects()).stream()
                    .map(Finding::rule)
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        @Override
        public String toString() {
            return yaml.replace(HARDENED, "…").replaceAll("\\s+", " ").replaceFirst("apiVersion: \\S+ ", "");
        }
    }

    /** Every rule of this library that is exported, and some as users write them. */
    static Checks checks() {
        Checks checks = Checks.thorough();
        for (Rule<ObjectSet> rule : own()) {
            checks = checks.with(rule);
        }
        return checks.only(AdmissionPolicies.of(checks).policies().stream()
                .map(AdmissionPolicy::rule)
                .toArray(String[]::new));
    }

    static List<Rule<ObjectSet>> own() {
        return List.of(
                ManifestRules.forContainers("from-our-registry")
                        .because("what is pulled from elsewhere was looked at by nobody")
                        .fix("push the image to registry.example")
                        .must(Condition.field("image").startsWith("registry.example/"), "its image is foreign"),
                ManifestRules.forContainers("drops-all")
                        .because("hardly any program needs the capabilities of root")
                        .must(
                                Condition.field("securityContext", "capabilities", "drop")
                                        .any(Condition.value().is("ALL")),
                                "it does not drop all capabilities"),
                ManifestRules.forContainers("default-seccomp")
                        .because("most holes of the kernel are behind system calls that few programs make")
                        .must(
                                Condition.anyOf(
                                        Condition.field("securityContext", "seccompProfile", "type")
                                                .isOneOf("RuntimeDefault", "Localhost"),
                                        Condition.ofPod(Condition.field("securityContext", "seccompProfile", "type")
                                                .is("RuntimeDefault"))),
                                "it has no seccomp profile"),
                ManifestRules.forContainers("unprivileged-ports")
                        .because("the others need a capability")
                        .must(
                                Condition.field("ports")
                                        .each(Condition.field("containerPort").isAtLeast(1024)),
                                "it listens on a port below 1024"),
                ManifestRules.forPods("tier-label")
                        .because("dashboards sort by it")
                        .must(
                                Condition.ofMetadata(Condition.field("labels", "shop.example/tier")
                                        .matches("(?:front|back)-\\d+")),
                                "its pods are of no tier"),
                ManifestRules.forKind("two-copies", "apps", "Deployment")
                        .because("the only copy goes down with its node")
                        .must(Condition.field("spec", "replicas").isAtLeast(2), "it runs one copy"));
    }

    static List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        List<String> specs = podSpecs();
        for (int i = 0; i < specs.size(); i++) {
            cases.add(inPod(specs.get(i)));
            cases.add(in(KINDS.get(i % KINDS.size()), specs.get(i)));
        }
        String good = containers(container("image: 'registry.example/a@" + DIGEST + "'"));
        KINDS.forEach(kind -> cases.add(in(kind, good)));
        cases.addAll(others());
        return cases;
    }

    private static List<String> podSpecs() {
        return List.of(
                containers(container("image: 'registry.example/a:1'")),
                containers(container("image: nginx")),
                containers(container("image: 'registry.example/a:latest', imagePullPolicy: IfNotPresent")),
                containers(container("image: 'registry.example:5000/a', imagePullPolicy: Always")),
                containers(container("image: 'registry.example/a:1', imagePullPolicy: Never")),
                containers(
                        container("image: 'registry.example/a:latest@" + DIGEST + "', imagePullPolicy: IfNotPresent")),
                containers("name: app, image: 'registry.example/a:1'"),
                containers(with("privileged: true")),
                containers(with(HARDENED + ", privileged: false")),
                containers(with(HARDENED + ", privileged: null")),
                containers(with(HARDENED.replace("runAsNonRoot: true", "runAsNonRoot: false"))),
                containers(with(HARDENED.replace("runAsNonRoot: true, ", ""))),
                containers(with(HARDENED.replace("runAsUser: 1000", "runAsUser: 0"))),
                containers(with(HARDENED.replace("runAsUser: 1000, ", ""))),
                containers(with(HARDENED.replace(", runAsGroup: 1000", ""))),
                containers(with(HARDENED.replace("[ALL]", "[NET_RAW, SYS_TIME]"))),
                containers(with(HARDENED.replace("readOnlyRootFilesystem: true", "readOnlyRootFilesystem: false"))),
                containers(with(HARDENED.replace("RuntimeDefault", "Unconfined"))),
                containers(good(), "name: second, image: 'registry.example/b:2', " + PROBE),
                "initContainers: [{name: init, image: busybox}], " + containers(good()),
                "initContainers: [{name: init, image: 'registry.example/b:2', restartPolicy: Always, securityContext: {"
                        + HARDENED + "}}], " + containers(good()),
                "hostNetwork: true, " + containers(good()),
                "hostPID: true, hostIPC: true, " + containers(good()),
                "hostPID: false, " + containers(good()),
                "hostUsers: false, "
                        + containers(with(HARDENED.replace("runAsNonRoot: true, runAsUser: 1000", "runAsUser: 0"))),
                "securityContext: {runAsNonRoot: true, runAsUser: 1, runAsGroup: 1, seccompProfile: {type: RuntimeDefault}}, "
                        + containers(with("allowPrivilegeEscalation: false, readOnlyRootFilesystem: true,"
                                + " capabilities: {drop: [ALL]}")),
                "securityContext: {runAsNonRoot: false, runAsUser: 0}, " + containers(good()),
                "os: {name: windows}, " + containers("name: app, image: 'registry.example/a:1', " + PROBE),
                "os: {name: windows}, hostNetwork: true, securityContext: {runAsNonRoot: true, windowsOptions:"
                        + " {hostProcess: true}}, " + containers("name: app, image: 'registry.example/a:1'"),
                volume("hostPath: {path: /var/run/docker.sock}"),
                volume("hostPath: {path: //run//containerd/}"),
                volume("hostPath: {path: /var/log}"),
                volume("emptyDir: {}"),
                containers(container(
                        "image: 'registry.example/a:1', ports: [{containerPort: 8080}, {containerPort: 80}]")),
                containers(container("image: 'registry.example/a:1', ports: [{containerPort: 1024}]")));
    }

    private static List<Case> others() {
        String good = containers(good());
        return List.of(
                object("v1", "Service", "spec: {type: NodePort, ports: [{port: 80}]}"),
                object("v1", "Service", "spec: {type: ClusterIP, ports: [{port: 80}]}"),
                object("v1", "Service", "spec: {ports: [{port: 80}]}"),
                object("v1", "Service", "spec: {type: LoadBalancer, ports: [{port: 80}]}"),
                object("v1", "ConfigMap", "data: {privileged: 'true'}"),
                labelled("Pod", "shop.example/tier: front-1", good),
                labelled("Pod", "shop.example/tier: \"1-front-1\"", good),
                object("v1", "Pod", "spec: {restartPolicy: Never, " + good.replace(PROBE, "workingDir: /") + "}"),
                object(
                        "apps/v1",
                        "Deployment",
                        "spec: {replicas: 2, selector: {matchLabels: {app: web}}, template: {metadata: {labels: {app: web,"
                                + " shop.example/tier: back-12}}, spec: {" + good + "}}}"),
                object("batch/v1", "Job", "spec: {ttlSecondsAfterFinished: 0, " + template(good) + "}"),
                object(
                        "batch/v1",
                        "Job",
                        "spec: {" + template(good) + "}",
                        "annotations: {helm.sh/hook-delete-policy: hook-succeeded}"),
                cron("startingDeadlineSeconds: 5, ", good),
                cron("startingDeadlineSeconds: 10, ", good),
                cron("startingDeadlineSeconds: 600, ", good));
    }

    private static Case inPod(String spec) {
        return object("v1", "Pod", "spec: {" + spec + "}");
    }

    private static Case in(String kind, String spec) {
        String template = "template: {metadata: {labels: {app: web}}, spec: {" + spec + "}}";
        return switch (kind) {
            case "Job" -> object("batch/v1", kind, "spec: {" + template(spec) + "}");
            case "CronJob" -> cron("", spec);
            case "PodTemplate" -> object("v1", kind, template);
            case "ReplicationController" -> object("v1", kind, "spec: {selector: {app: web}, " + template + "}");
            default -> object("apps/v1", kind, "spec: {selector: {matchLabels: {app: web}}, " + template + "}");
        };
    }

    private static Case cron(String fields, String spec) {
        return object(
                "batch/v1",
                "CronJob",
                "spec: {" + fields + "schedule: '0 3 * * *', jobTemplate: {spec: {" + template(spec) + "}}}");
    }

    private static String template(String spec) {
        return "template: {spec: {restartPolicy: Never, " + spec + "}}";
    }

    private static Case labelled(String kind, String label, String spec) {
        return object("v1", kind, "spec: {" + spec + "}", "labels: {" + label + "}");
    }

    static Case object(String apiVersion, String kind, String rest, String... metadata) {
        String all = Stream.concat(Stream.of("name: web"), Stream.of(metadata)).collect(Collectors.joining(", "));
        return new Case(
                kind, "apiVersion: " + apiVersion + "\nkind: " + kind + "\nmetadata: {" + all + "}\n" + rest + "\n");
    }

    static String good() {
        return container("image: 'registry.example/a:1'");
    }

    private static String container(String fields) {
        return "name: app, " + fields + ", " + PROBE + ", securityContext: {" + HARDENED + "}";
    }

    private static String with(String context) {
        return "name: app, image: 'registry.example/a:1', " + PROBE + ", securityContext: {" + context + "}";
    }

    private static String containers(String... containers) {
        return "containers: [{" + String.join("}, {", containers) + "}]";
    }

    private static String volume(String source) {
        return "volumes: [{name: v, " + source + "}], " + containers(good());
    }
}
