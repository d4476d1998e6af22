package dev.idp.tests.kubernetes.check;

import static dev.idp.tests.kubernetes.check.RuleCase.container;
import static dev.idp.tests.kubernetes.check.RuleCase.fails;
import static dev.idp.tests.kubernetes.check.RuleCase.object;
import static dev.idp.tests.kubernetes.check.RuleCase.passes;
import static dev.idp.tests.kubernetes.check.RuleCase.pod;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules on privileges, tokens, roles and secrets. */
class RightsRulesTest {

    private static final String RBAC = "rbac.authorization.k8s.io/v1";
    private static final String APP = "Pod/web container 'app': ";
    private static final String AT = " /spec/containers/0";

    static List<RuleCase> privileges() {
        return List.of(
                fails(
                        "read-only-root",
                        container("image: a"),
                        "WARNING " + APP + "it may write to its own file system" + AT
                                + "/securityContext/readOnlyRootFilesystem"),
                passes("read-only-root", container("securityContext: {readOnlyRootFilesystem: true}")),
                passes("read-only-root", pod("os: {name: windows}, containers: [{name: app}]")),
                passes("read-only-root", pod("ephemeralContainers: [{name: debug}]")),
                fails(
                        "user-and-group",
                        container("image: a"),
                        "INFO " + APP + "its image decides on its user and group" + AT + "/securityContext/runAsUser"),
                fails(
                        "user-and-group",
                        container("securityContext: {runAsUser: 1000}"),
                        "INFO " + APP + "its image decides on its group" + AT + "/securityContext/runAsGroup"),
                passes(
                        "user-and-group",
                        pod("securityContext: {runAsGroup: 1000},"
                                + " containers: [{name: app, securityContext: {runAsUser: 1000}}]")),
                fails("runtime-socket", host("/var/run/docker.sock"), socket()),
                fails("runtime-socket", host("//run/containerd/"), socket()),
                fails("runtime-socket", host("/var/run"), socket()),
                fails("runtime-socket", host("/"), socket()),
                passes("runtime-socket", host("/var/log")),
                passes("runtime-socket", host("/run/dock")),
                passes("runtime-socket", pod("volumes: [{name: tmp, emptyDir: {}}]")));
    }

    private static String host(String path) {
        return pod("volumes: [{name: host, hostPath: {path: " + path + "}}]");
    }

    private static String socket() {
        return "ERROR Pod/web: it reaches the socket of the container runtime /spec/volumes/0/hostPath/path";
    }

    static List<RuleCase> tokens() {
        String found = "WARNING Pod/web: it holds a token for the API server, and its account '%s' may do nothing there"
                + " /spec/automountServiceAccountToken";
        String account = object("v1", "ServiceAccount", "web", "");
        String of = "serviceAccountName: web";
        return List.of(
                fails("token-unasked", pod("hostname: a"), found.formatted("default")),
                fails("token-unasked", account + pod(of), found.formatted("web")),
                passes("token-unasked", pod(of)),
                passes("token-unasked", pod("automountServiceAccountToken: false")),
                passes("token-unasked", pod("automountServiceAccountToken: true")),
                passes("token-unasked", account + "automountServiceAccountToken: false\n" + pod(of)),
                passes(
                        "token-unasked",
                        account + pod(of) + binding("{kind: ServiceAccount, name: web, namespace: shop}")),
                fails(
                        "token-unasked",
                        account + pod(of) + binding("{kind: ServiceAccount, name: web, namespace: other}"),
                        found.formatted("web")),
                passes(
                        "token-unasked",
                        account + pod(of) + binding("{kind: Group, name: 'system:serviceaccounts:shop'}")),
                passes("token-unasked", account + pod(of) + binding("{kind: Group, name: 'system:serviceaccounts'}")),
                fails("token-unasked", account + pod(of) + binding("{kind: User, name: web}"), found.formatted("web")));
    }

    private static String binding(String subject) {
        return object(
                RBAC,
                "RoleBinding",
                "web",
                "roleRef: {kind: ClusterRole, name: view, apiGroup: rbac.authorization.k8s.io}\nsubjects: [" + subject
                        + "]");
    }

    private static String role(String rule) {
        return object(RBAC, "Role", "web", "rules: [{" + rule + "}]");
    }

    static List<RuleCase> rights() {
        return List.of(
                fails(
                        "rights-wildcard",
                        role("apiGroups: [apps], resources: [deployments, '*'], verbs: ['*']"),
                        "WARNING Role/web: it allows all resources /rules/0/resources/1",
                        "WARNING Role/web: it allows all verbs /rules/0/verbs/0"),
                passes("rights-wildcard", role("apiGroups: [apps], resources: [deployments], verbs: [get]")),
                passes(
                        "rights-wildcard",
                        object(
                                        RBAC,
                                        "ClusterRole",
                                        "cluster-admin",
                                        "rules: [{apiGroups: ['*'], resources: ['*'], verbs: ['*']}]")
                                .replace("namespace: shop", "labels: {kubernetes.io/bootstrapping: rbac-defaults}")),
                fails(
                        "cluster-admin",
                        object(RBAC, "ClusterRoleBinding", "web", "roleRef: {kind: ClusterRole, name: cluster-admin}"),
                        "WARNING ClusterRoleBinding/web: it binds cluster-admin /roleRef/name"),
                passes(
                        "cluster-admin",
                        object(RBAC, "ClusterRoleBinding", "web", "roleRef: {kind: ClusterRole, name: view}")),
                passes(
                        "cluster-admin",
                        object(RBAC, "RoleBinding", "web", "roleRef: {kind: Role, name: cluster-admin}")),
                fails(
                        "rights-exec",
                        role("apiGroups: [''], resources: [pods, pods/exec], verbs: [create]"),
                        "WARNING Role/web: it allows to run commands in all pods /rules/0/resources/1"),
                passes("rights-exec", role("apiGroups: [''], resources: [pods/log], verbs: [get]")),
                fails(
                        "rights-secrets",
                        role("apiGroups: [''], resources: [secrets], verbs: [list]"),
                        "WARNING Role/web: it allows to read all secrets /rules/0/resources/0"),
                passes(
                        "rights-secrets",
                        role("apiGroups: [''], resources: [secrets], verbs: [get], resourceNames: [web]")),
                passes("rights-secrets", role("apiGroups: [''], resources: [secrets], verbs: [create]")),
                passes("rights-secrets", role("apiGroups: [example.org], resources: [secrets], verbs: [get]")),
                fails(
                        "rights-pods",
                        role("apiGroups: ['', apps], resources: [pods], verbs: [get, create]"),
                        "WARNING Role/web: it allows to create pods /rules/0/resources/0"),
                passes("rights-pods", role("apiGroups: [''], resources: [pods], verbs: [get, delete]")));
    }

    static List<RuleCase> secrets() {
        // Put together here, so that no scanner takes it for a key.
        String key = "AKIA" + "ABCDEFGHIJKLMNOP";
        return List.of(
                fails(
                        "secret-in-container",
                        container("env: [{name: ID, value: " + key + "}]"),
                        "ERROR " + APP + "variable ID holds an access key of AWS" + AT + "/env/0/value"),
                fails(
                        "secret-in-container",
                        container("env: [{name: DB_PASSWORD, value: hunter2}]"),
                        "WARNING " + APP + "variable DB_PASSWORD is a plain value, and by its name a secret" + AT
                                + "/env/0/value"),
                passes("secret-in-container", container("env: [{name: DB_PASSWORD, value: $(OTHER)}]")),
                passes(
                        "secret-in-container",
                        container("env: [{name: DB_PASSWORD, valueFrom: {secretKeyRef: {name: db, key: password}}}]")),
                fails(
                        "secret-in-container",
                        container("args: [serve, --api-token=hunter2]"),
                        "WARNING " + APP + "option api-token is a plain value, and by its name a secret" + AT
                                + "/args/1"),
                fails(
                        "secret-in-container",
                        container("command: [serve, " + key + "]"),
                        "ERROR " + APP + "word 1 of its command holds an access key of AWS" + AT + "/command/1"),
                passes("secret-in-container", container("args: [serve, --api-token-file=/run/token]")),
                fails(
                        "secret-in-config-map",
                        object(
                                "v1",
                                "ConfigMap",
                                "web",
                                "data: {app.properties: \"port=80\\ndb.password=hunter2\\n\"}"),
                        "WARNING ConfigMap/web: key app.properties, db.password is a plain value, and by its name a"
                                + " secret /data/app.properties"),
                fails(
                        "secret-in-config-map",
                        object("v1", "ConfigMap", "web", "data: {password: hunter2}"),
                        "WARNING ConfigMap/web: key password is a plain value, and by its name a secret /data/password"),
                passes("secret-in-config-map", object("v1", "ConfigMap", "web", "data: {url: 'https://example.org'}")));
    }

    @ParameterizedTest
    @MethodSource({"privileges", "tokens", "rights", "secrets"})
    void aRuleFindsWhatItIsAboutAndNothingElse(RuleCase one) {
        one.check();
    }
}
