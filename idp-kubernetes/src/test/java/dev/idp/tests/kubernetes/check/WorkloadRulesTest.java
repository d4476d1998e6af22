package dev.idp.tests.kubernetes.check;

import static dev.idp.tests.kubernetes.check.RuleCase.container;
import static dev.idp.tests.kubernetes.check.RuleCase.deployment;
import static dev.idp.tests.kubernetes.check.RuleCase.fails;
import static dev.idp.tests.kubernetes.check.RuleCase.object;
import static dev.idp.tests.kubernetes.check.RuleCase.passes;
import static dev.idp.tests.kubernetes.check.RuleCase.pod;
import static dev.idp.tests.kubernetes.check.RuleCase.service;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules on images, sizes, probes and copies. */
class WorkloadRulesTest {

    private static final String APP = "Pod/web container 'app': ";
    private static final String AT = " /spec/containers/0";

    static List<RuleCase> images() {
        return List.of(
                fails("fixed-image", container("image: nginx"), "WARNING " + APP + "its image is no fixed one" + AT),
                passes("fixed-image", container("image: 'nginx:1.27'")),
                fails(
                        "image-pull-policy",
                        container("image: 'nginx:1.27', imagePullPolicy: Never"),
                        "WARNING " + APP + "its image is never pulled: it starts only on nodes that have it" + AT
                                + "/imagePullPolicy"),
                fails(
                        "image-pull-policy",
                        container("image: nginx, imagePullPolicy: IfNotPresent"),
                        "WARNING " + APP + "its image moves, and nodes that have an old one keep it" + AT
                                + "/imagePullPolicy"),
                passes("image-pull-policy", container("image: 'nginx:1.27', imagePullPolicy: IfNotPresent")),
                passes("image-pull-policy", container("image: nginx")));
    }

    static List<RuleCase> sizes() {
        String range =
                object("v1", "LimitRange", "range", "spec: {limits: [{type: Container, default: {memory: 1Gi}}]}");
        String elsewhere = range.replace("namespace: shop", "namespace: other");
        return List.of(
                fails(
                        "cpu-request",
                        container("resources: {requests: {memory: 1Gi}}"),
                        "WARNING " + APP + "it asks for no CPU" + AT + "/resources/requests"),
                passes("cpu-request", container("resources: {requests: {cpu: 1}}")),
                passes("cpu-request", container("resources: {limits: {cpu: 1}}")),
                passes("cpu-request", pod("ephemeralContainers: [{name: debug}]")),
                passes("cpu-request", pod("resources: {requests: {cpu: 1}}, containers: [{name: app}]")),
                fails(
                        "memory-request",
                        container("image: a"),
                        "WARNING " + APP + "it asks for no memory" + AT + "/resources/requests"),
                passes("memory-request", container("resources: {requests: {memory: 1Gi}}")),
                passes("memory-request", container("image: a") + range),
                fails(
                        "memory-limit",
                        container("resources: {requests: {memory: 1Gi}}"),
                        "WARNING " + APP + "it may take all memory of its node" + AT + "/resources/limits"),
                passes("memory-limit", container("resources: {limits: {memory: 1Gi}}")),
                passes("memory-limit", range + container("image: a")),
                fails(
                        "memory-limit",
                        elsewhere + container("image: a"),
                        "WARNING " + APP + "it may take all memory of its node" + AT + "/resources/limits"),
                fails(
                        "ephemeral-storage",
                        container("image: a"),
                        "INFO " + APP + "it asks for no local disk, and may fill it" + AT + "/resources/requests"),
                passes("ephemeral-storage", container("resources: {limits: {ephemeral-storage: 1Gi}}")));
    }

    static List<RuleCase> probes() {
        String bare = deployment("", "containers: [{name: app}]");
        String web = "selector: {app: web}";
        String get = "httpGet: {path: /, port: 80}";
        return List.of(
                fails(
                        "readiness-probe",
                        bare + service(web),
                        "WARNING Deployment/web: it is behind Service/web, and no container says when it is ready"
                                + " /spec/template/spec/containers"),
                passes("readiness-probe", bare),
                passes("readiness-probe", bare + service("selector: {app: other}")),
                passes("readiness-probe", bare + service("selector: {app: web, tier: back}")),
                passes("readiness-probe", bare + service("ports: [{port: 80}]")),
                passes("readiness-probe", bare + service(web + ", publishNotReadyAddresses: true")),
                passes("readiness-probe", bare + service(web).replace("shop", "other")),
                passes(
                        "readiness-probe",
                        deployment("", "containers: [{name: app, readinessProbe: {" + get + "}}, {name: log}]")
                                + service(web)),
                fails("liveness-probe", container("image: a"), "INFO " + APP + "nobody notices if it hangs" + AT),
                passes("liveness-probe", container("livenessProbe: {" + get + "}")),
                passes("liveness-probe", pod("restartPolicy: Never, containers: [{name: app}]")),
                passes("liveness-probe", pod("initContainers: [{name: init}]")),
                fails(
                        "probes-differ",
                        container("livenessProbe: {" + get + "}, readinessProbe: {" + get + "}"),
                        "WARNING " + APP
                                + "it is restarted as soon as it is not ready, since liveness asks what readiness asks"
                                + AT + "/livenessProbe"),
                passes(
                        "probes-differ",
                        container("livenessProbe: {" + get + ", failureThreshold: 6}, readinessProbe: {" + get + "}")),
                passes(
                        "probes-differ",
                        container("livenessProbe: {httpGet: {path: /live, port: 80}}, readinessProbe: {" + get + "}")),
                passes(
                        "probes-differ",
                        container("livenessProbe: {tcpSocket: {port: 80}}, readinessProbe: {tcpSocket: {port: 80}}")),
                passes("probes-differ", container("livenessProbe: {" + get + "}")),
                fails(
                        "probe-port",
                        container("ports: [{name: http, containerPort: 80}], livenessProbe: {httpGet: {port: web}}"),
                        "ERROR " + APP + "its livenessProbe asks port 'web', and it has none of that name" + AT
                                + "/livenessProbe/httpGet/port"),
                passes(
                        "probe-port",
                        container("ports: [{name: http, containerPort: 80}], livenessProbe: {httpGet: {port: http}}")),
                fails(
                        "probe-port",
                        container("ports: [{containerPort: 80}], startupProbe: {grpc: {port: 81}}"),
                        "INFO " + APP + "its startupProbe asks port 81, which is not among its ports" + AT
                                + "/startupProbe/grpc/port"),
                passes(
                        "probe-port",
                        pod("containers: [{name: app, readinessProbe: {tcpSocket: {port: 80}}},"
                                + " {name: proxy, ports: [{containerPort: 80}]}]")));
    }

    static List<RuleCase> copies() {
        String scaler = object(
                "autoscaling/v2",
                "HorizontalPodAutoscaler",
                "web",
                "spec: {scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}}");
        String keda = object("keda.sh/v1alpha1", "ScaledObject", "web", "spec: {scaleTargetRef: {name: web}}");
        String app = "containers: [{name: app}]";
        String recreate = "strategy: {type: Recreate}, ";
        return List.of(
                fails("replicas", deployment("", app), "INFO Deployment/web: it runs one copy /spec/replicas"),
                passes("replicas", deployment("replicas: 2, ", app)),
                passes("replicas", deployment("replicas: 0, ", app)),
                passes("replicas", deployment("", app) + scaler),
                passes("replicas", deployment("", app) + keda),
                fails(
                        "replicas",
                        deployment("", app) + scaler.replace("name: web}}", "name: other}}"),
                        "INFO Deployment/web: it runs one copy /spec/replicas"),
                fails(
                        "roll-out",
                        deployment("replicas: 2, " + recreate, app),
                        "WARNING Deployment/web: all its copies end before a new one starts /spec/strategy/type"),
                passes("roll-out", deployment(recreate, app)),
                passes("roll-out", deployment("replicas: 2, ", app)),
                fails(
                        "roll-out",
                        deployment("replicas: 2, strategy: {rollingUpdate: {maxUnavailable: 100%}}, ", app),
                        "WARNING Deployment/web: all its copies may end at once"
                                + " /spec/strategy/rollingUpdate/maxUnavailable"),
                fails(
                        "roll-out",
                        object("apps/v1", "StatefulSet", "db", "spec: {updateStrategy: {type: OnDelete}}"),
                        "INFO StatefulSet/db: a new version runs only once somebody deletes its pods"
                                + " /spec/updateStrategy/type"),
                fails(
                        "spread",
                        deployment("replicas: 2, ", app),
                        "INFO Deployment/web: its copies may all run on one node"
                                + " /spec/template/spec/topologySpreadConstraints"),
                passes("spread", deployment("", app)),
                passes("spread", deployment("replicas: 2, ", app + ", topologySpreadConstraints: [{maxSkew: 1}]")),
                passes("spread", deployment("replicas: 2, ", app + ", affinity: {podAntiAffinity: {}}")));
    }

    @ParameterizedTest
    @MethodSource({"images", "sizes", "probes", "copies"})
    void aRuleFindsWhatItIsAboutAndNothingElse(RuleCase one) {
        one.check();
    }
}
