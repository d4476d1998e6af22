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

/** Rules on what is reached from outside, on jobs, and on what costs nothing to say. */
class ExposureAndHygieneRulesTest {

    private static String ingress(String spec) {
        return object("networking.k8s.io/v1", "Ingress", "web", "spec: {" + spec + "}");
    }

    static List<RuleCase> ingresses() {
        String rules = "rules: [{host: a.example.org}, {host: b.example.org}]";
        return List.of(
                fails("ingress-tls", ingress(rules), "WARNING Ingress/web: it is reached without TLS /spec/tls"),
                fails(
                        "ingress-tls",
                        ingress(rules + ", tls: [{hosts: [a.example.org]}]"),
                        "WARNING Ingress/web: host b.example.org is reached without TLS /spec/rules/1/host"),
                fails(
                        "ingress-tls",
                        ingress("rules: [{host: a.b.example.org}], tls: [{hosts: ['*.example.org']}]"),
                        "WARNING Ingress/web: host a.b.example.org is reached without TLS /spec/rules/0/host"),
                passes("ingress-tls", ingress(rules + ", tls: [{hosts: ['*.example.org']}]")),
                passes("ingress-tls", ingress(rules + ", tls: [{secretName: web}]")),
                passes(
                        "ingress-tls",
                        ingress(rules)
                                .replace(
                                        "namespace: shop",
                                        "annotations: {networking.gke.io/managed-certificates: web}")),
                fails(
                        "node-port",
                        service("type: NodePort"),
                        "WARNING Service/web: it is open on every node /spec/type"),
                passes("node-port", service("type: ClusterIP")));
    }

    private static final String GATEWAY = object(
            "gateway.networking.k8s.io/v1",
            "Gateway",
            "edge",
            "spec: {listeners: [{name: http, port: 80, protocol: HTTP},"
                    + " {name: https, port: 443, protocol: HTTPS, hostname: '*.example.org'},"
                    + " {name: old, port: 81, protocol: HTTP, hostname: old.example.com}]}");

    private static String route(String parent, String rest) {
        return object(
                "gateway.networking.k8s.io/v1",
                "HTTPRoute",
                "web",
                "spec: {parentRefs: [{name: edge" + parent + "}], hostnames: [web.example.org]" + rest + "}");
    }

    static List<RuleCase> routes() {
        String plain = "WARNING HTTPRoute/web: it is reached without TLS, at listener 'http' of Gateway/edge"
                + " /spec/parentRefs/0";
        return List.of(
                fails("route-tls", GATEWAY + route("", ""), plain),
                fails("route-tls", GATEWAY + route(", sectionName: http", ""), plain),
                fails("route-tls", GATEWAY + route(", port: 80", ""), plain),
                passes("route-tls", GATEWAY + route(", sectionName: https", "")),
                passes("route-tls", GATEWAY + route(", sectionName: old", "")),
                passes("route-tls", route("", "")),
                passes("route-tls", GATEWAY + route(", kind: Service, group: ''", "")),
                passes("route-tls", GATEWAY + route("", ", rules: [{filters: [{requestRedirect: {scheme: https}}]}]")),
                fails(
                        "route-tls",
                        GATEWAY.replace("namespace: shop", "namespace: edge") + route(", namespace: edge", ""),
                        plain));
    }

    static List<RuleCase> jobs() {
        String ends = "template: {spec: {restartPolicy: Never}}";
        return List.of(
                fails(
                        "cron-job-deadline",
                        object("batch/v1", "CronJob", "web", "spec: {}"),
                        "INFO CronJob/web: a run may start however late /spec/startingDeadlineSeconds"),
                fails(
                        "cron-job-deadline-short",
                        object("batch/v1", "CronJob", "web", "spec: {startingDeadlineSeconds: 5}"),
                        "WARNING CronJob/web: it may never start /spec/startingDeadlineSeconds"),
                passes(
                        "cron-job-deadline-short",
                        object("batch/v1", "CronJob", "web", "spec: {startingDeadlineSeconds: 600}")),
                passes(
                        "cron-job-deadline",
                        object("batch/v1", "CronJob", "web", "spec: {startingDeadlineSeconds: 600}")),
                fails(
                        "job-ttl",
                        object("batch/v1", "Job", "web", "spec: {" + ends + "}"),
                        "INFO Job/web: nobody takes it away once it has ended /spec/ttlSecondsAfterFinished"),
                passes(
                        "job-ttl",
                        object("batch/v1", "Job", "web", "spec: {ttlSecondsAfterFinished: 600, " + ends + "}")),
                passes(
                        "job-ttl",
                        object("batch/v1", "Job", "web", "spec: {}")
                                .replace(
                                        "namespace: shop",
                                        "annotations: {helm.sh/hook-delete-policy: hook-succeeded}")),
                fails(
                        "restart-policy",
                        object("batch/v1", "Job", "web", "spec: {template: {spec: {containers: []}}}"),
                        "ERROR Job/web: a job may not restart its containers always, as pods do by default"
                                + " /spec/template/spec/restartPolicy"),
                passes("restart-policy", object("batch/v1", "Job", "web", "spec: {" + ends + "}")),
                fails(
                        "restart-policy",
                        deployment("", "restartPolicy: OnFailure"),
                        "ERROR Deployment/web: a Deployment restarts its containers always, and may say nothing else"
                                + " /spec/template/spec/restartPolicy"),
                passes("restart-policy", deployment("", "restartPolicy: Always")),
                passes("restart-policy", deployment("", "containers: []")),
                passes("restart-policy", pod("restartPolicy: Never")));
    }

    static List<RuleCase> hygiene() {
        return List.of(
                fails("owner", pod("hostname: a"), "INFO Pod/web: no label says whose it is /metadata/labels"),
                fails(
                        "owner",
                        pod("hostname: a")
                                .replace("namespace: shop", "labels: {app.kubernetes.io/managed-by: Helm, team: ''}"),
                        "INFO Pod/web: no label says whose it is /metadata/labels"),
                passes("owner", pod("hostname: a").replace("namespace: shop", "labels: {dev.idp/owner: web}")),
                passes("owner", pod("hostname: a").replace("namespace: shop", "annotations: {team: web}")),
                passes("owner", pod("hostname: a").replace("namespace: shop", "ownerReferences: [{kind: Job}]")),
                passes("owner", service("type: ClusterIP")),
                fails(
                        "namespace",
                        service("type: ClusterIP").replace(", namespace: shop", ""),
                        "INFO Service/web: it does not say its namespace "),
                passes("namespace", service("type: ClusterIP")),
                passes("namespace", object("v1", "Namespace", "shop", "").replace(", namespace: shop", "")),
                passes(
                        "namespace",
                        object("serving.knative.dev/v1", "Service", "web", "").replace(", namespace: shop", "")),
                fails(
                        "variable-once",
                        container("env: [{name: A, value: x}, {name: B}, {name: A, value: y}]"),
                        "WARNING Pod/web container 'app': it has variable A twice /spec/containers/0/env/2/name"),
                passes("variable-once", container("env: [{name: A, value: x}, {name: B}]")));
    }

    @ParameterizedTest
    @MethodSource({"ingresses", "routes", "jobs", "hygiene"})
    void aRuleFindsWhatItIsAboutAndNothingElse(RuleCase one) {
        one.check();
    }
}
