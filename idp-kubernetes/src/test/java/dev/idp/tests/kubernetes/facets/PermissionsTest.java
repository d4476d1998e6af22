package dev.idp.tests.kubernetes.facets;

import static dev.idp.Permission.on;
import static dev.idp.Permission.toRead;
import static dev.idp.tests.kubernetes.Documents.at;
import static dev.idp.tests.kubernetes.Documents.references;
import static dev.idp.tests.kubernetes.Documents.yaml;
import static dev.idp.tests.kubernetes.Platforms.job;
import static dev.idp.tests.kubernetes.Platforms.only;
import static dev.idp.tests.kubernetes.Platforms.render;
import static dev.idp.tests.kubernetes.Platforms.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idp.kubernetes.Manifests;
import dev.idp.plan.PlatformException;
import dev.idp.tests.kubernetes.Lines;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PermissionsTest {

    private static final Lines LINES = Lines.of(PermissionsTest.class);

    @Test
    void areARoleThatIsBoundToTheAccountOfTheWorkload() {
        Manifests manifests = render(service("operator")
                .may(toRead("configmaps"))
                .may(on("deployments", "patch", "get").inGroup("apps")));

        assertThat(at(manifests.get(Role.class, "operator"), "/rules")).isEqualTo(yaml("""
                - {apiGroups: [''], resources: [configmaps], verbs: [get, list, watch]}
                - {apiGroups: [apps], resources: [deployments], verbs: [get, patch]}
                """));
        RoleBinding binding = manifests.get(RoleBinding.class, "operator");
        assertThat(at(binding, "/roleRef"))
                .isEqualTo(yaml("{apiGroup: rbac.authorization.k8s.io, kind: Role, name: operator}"));
        assertThat(at(binding, "/subjects"))
                .isEqualTo(yaml("[{kind: ServiceAccount, name: operator, namespace: shop-prod}]"));
    }

    @Test
    void bringAToken() {
        Manifests manifests = render(service("operator").may(toRead("configmaps")), service("web"));

        assertThat(token(manifests, "operator")).isTrue();
        assertThat(token(manifests, "web")).isFalse();
        assertThat(manifests.get(ServiceAccount.class, "operator").getAutomountServiceAccountToken())
                .isFalse();
        assertThat(references(manifests)).doesNotContain("Role/web", "RoleBinding/web");
    }

    /** What is denied by default would keep it from asking. */
    @Test
    void openTheWayToTheApiServer() {
        Manifests manifests = render(service("operator").may(toRead("configmaps")));

        assertThat(at(manifests.get(NetworkPolicy.class, "operator"), "/spec/egress"))
                .isEqualTo(yaml("""
                        - ports:
                          - {port: 443, protocol: TCP}
                          - {port: 6443, protocol: TCP}
                        """));
    }

    @Test
    void areForJobsAsWell() {
        Manifests manifests = render(job("seed").may(toRead("secrets")));

        assertThat(references(manifests)).contains("Role/seed", "RoleBinding/seed", "NetworkPolicy/seed");
        assertThat(only(manifests, Job.class, "seed")
                        .getSpec()
                        .getTemplate()
                        .getSpec()
                        .getAutomountServiceAccountToken())
                .isTrue();
    }

    @Test
    void areExplained() {
        Manifests manifests = render(service("operator").may(on("pods/log", "get"))); // (may)

        assertThat(manifests.explain("Role/operator", "/rules/0/verbs/0").toText())
                .isEqualTo(LINES.cite("""
                        Role/operator in prod
                          /rules/0/verbs/0 = "get"
                            from   services/operator/permission/pods/log
                              set    get on pods/log by service operator, {may}"""));
        assertThat(manifests
                        .explain("Deployment/operator", "/spec/template/spec/automountServiceAccountToken")
                        .toText())
                .isEqualTo(LINES.cite("""
                        Deployment/operator in prod
                          /spec/template/spec/automountServiceAccountToken = true
                            rule   the workload says by it who it is, for what it may do
                            from   services/operator/permission/pods/log
                              set    get on pods/log by service operator, {may}"""));
        assertThat(manifests
                        .explain("NetworkPolicy/operator", "/spec/egress/0/to")
                        .reason())
                .isEqualTo("policies know no names, and the address of the API server is not known");
    }

    /** A Role would be accepted, and grant nothing. */
    @ParameterizedTest
    @ValueSource(strings = {"nodes", "persistentvolumes"})
    void onThingsOfTheClusterAreRefused(String kind) {
        assertThatThrownBy(() -> render(service("operator").may(toRead(kind)))) // (cluster)
                .isInstanceOf(PlatformException.class)
                .hasMessage(LINES.cite("""
                        1 problem in platform 'shop':
                          operator in prod: %s belong to the whole cluster, and a workload may only do something to \
                        things of its environment
                              said {cluster}
                              fix  remove it, and let the cluster's administrators grant it to service account \
                        'operator'""".formatted(kind)));
    }

    private static boolean token(Manifests manifests, String service) {
        return manifests
                .get(Deployment.class, service)
                .getSpec()
                .getTemplate()
                .getSpec()
                .getAutomountServiceAccountToken();
    }
}
