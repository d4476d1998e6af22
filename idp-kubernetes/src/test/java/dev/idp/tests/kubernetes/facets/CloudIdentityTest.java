package dev.idp.tests.kubernetes.facets;

import static dev.idp.kubernetes.KubernetesSettings.CLOUD_IDENTITY;
import static dev.idp.tests.kubernetes.Documents.at;
import static dev.idp.tests.kubernetes.Documents.yaml;
import static dev.idp.tests.kubernetes.Platforms.job;
import static dev.idp.tests.kubernetes.Platforms.only;
import static dev.idp.tests.kubernetes.Platforms.render;
import static dev.idp.tests.kubernetes.Platforms.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idp.Permission;
import dev.idp.kubernetes.CloudIdentity;
import dev.idp.kubernetes.Manifests;
import dev.idp.plan.PlatformException;
import dev.idp.tests.kubernetes.Lines;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** As whom a workload speaks to the cloud. */
class CloudIdentityTest {

    private static final Lines LINES = Lines.of(CloudIdentityTest.class);
    private static final String TOKEN = "/automountServiceAccountToken";
    private static final CloudIdentity AWS = CloudIdentity.awsRole("arn:aws:iam::123456789012:role/orders");
    private static final CloudIdentity GOOGLE =
            CloudIdentity.googleServiceAccount("orders@shop-prod.iam.gserviceaccount.com");
    private static final CloudIdentity AZURE = CloudIdentity.azureClient("01234567-89ab-cdef-0123-456789abcdef");

    @Test
    void isAnAnnotationOfTheWorkloadsAccountAlone() {
        Manifests manifests = render(
                service("orders").set(CLOUD_IDENTITY, AWS).annotation("shop.example/runbook", "wiki"),
                service("payments").set(CLOUD_IDENTITY, GOOGLE),
                service("mails").set(CLOUD_IDENTITY, AZURE));

        assertThat(annotations(manifests, "orders")).isEqualTo(yaml("""
                eks.amazonaws.com/role-arn: arn:aws:iam::123456789012:role/orders
                shop.example/runbook: wiki
                """));
        assertThat(annotations(manifests, "payments"))
                .isEqualTo(yaml("iam.gke.io/gcp-service-account: orders@shop-prod.iam.gserviceaccount.com"));
        assertThat(annotations(manifests, "mails"))
                .isEqualTo(yaml("azure.workload.identity/client-id: 01234567-89ab-cdef-0123-456789abcdef"));
        assertThat(manifests.toYaml().lines().filter(line -> line.contains("role-arn")))
                .hasSize(1);
    }

    private static String annotations(Manifests manifests, String name) {
        return at(manifests.get(ServiceAccount.class, name), "/metadata/annotations");
    }

    /** Selectors do not change with it, nor other objects. */
    @Test
    void ofAzureIsALabelOfThePodsAsWell() {
        Manifests manifests = render(
                job("seed").set(CLOUD_IDENTITY, AZURE),
                service("orders").set(CLOUD_IDENTITY, AZURE),
                service("payments").set(CLOUD_IDENTITY, AWS));

        Deployment orders = manifests.get(Deployment.class, "orders");
        assertThat(orders.getSpec().getTemplate().getMetadata().getLabels())
                .containsEntry("azure.workload.identity/use", "true");
        assertThat(orders.getSpec().getSelector().getMatchLabels()).containsOnlyKeys("app.kubernetes.io/name");
        assertThat(only(manifests, Job.class, "seed")
                        .getSpec()
                        .getTemplate()
                        .getMetadata()
                        .getLabels())
                .containsEntry("azure.workload.identity/use", "true");
        assertThat(manifests.toYaml().lines().filter(line -> line.contains("azure.workload.identity/use")))
                .hasSize(2);
    }

    @Test
    void needsNoTokenOfTheApiServer() {
        Manifests manifests = render(
                service("orders").set(CLOUD_IDENTITY, AZURE), // (azure)
                service("payments").set(CLOUD_IDENTITY, GOOGLE),
                service("mails").set(CLOUD_IDENTITY, AWS).may(Permission.toRead("configmaps")));

        assertThat(manifests.explain("ServiceAccount/orders", TOKEN).toText()).isEqualTo(LINES.cite("""
                ServiceAccount/orders in prod
                  /automountServiceAccountToken = false
                    rule   a token that nobody asked for can only be stolen, and the cloud's webhook mounts one of its own
                    since  services/orders/cloud-identity
                      set    Azure client 01234567-89ab-cdef-0123-456789abcdef by service orders, {azure}"""));
        assertThat(manifests
                        .explain("Deployment/payments", "/spec/template/spec" + TOKEN)
                        .reason())
                .isEqualTo(
                        "a token that nobody asked for can only be stolen, and the cloud's is given out by the node");
        assertThat(manifests
                        .explain("Deployment/mails", "/spec/template/spec" + TOKEN)
                        .value())
                .contains("true");
    }

    @Test
    void isExplained() {
        Manifests manifests = render(
                service("orders").set(CLOUD_IDENTITY, AWS), // (aws)
                service("mails").set(CLOUD_IDENTITY, AZURE), // (label)
                service("payments").unset(CLOUD_IDENTITY)); // (unset)

        assertThat(manifests
                        .explain("ServiceAccount/orders", "/metadata/annotations/eks.amazonaws.com~1role-arn")
                        .toText())
                .isEqualTo(LINES.cite("""
                        ServiceAccount/orders in prod
                          /metadata/annotations/eks.amazonaws.com~1role-arn = "arn:aws:iam::123456789012:role/orders"
                            from   services/orders/cloud-identity
                              set    AWS role arn:aws:iam::123456789012:role/orders by service orders, {aws}"""));
        assertThat(manifests
                        .explain("Deployment/mails", "/spec/template/metadata/labels/azure.workload.identity~1use")
                        .toText())
                .isEqualTo(LINES.cite("""
                        Deployment/mails in prod
                          /spec/template/metadata/labels/azure.workload.identity~1use = "true"
                            rule   Azure's webhook mounts its token into such pods alone
                            since  services/mails/cloud-identity
                              set    Azure client 01234567-89ab-cdef-0123-456789abcdef by service mails, {label}"""));
        assertThat(manifests
                        .explain("ServiceAccount/payments", "/metadata/annotations/iam.gke.io~1gcp-service-account")
                        .toText())
                .isEqualTo(LINES.cite("""
                        ServiceAccount/payments in prod
                          /metadata/annotations/iam.gke.io~1gcp-service-account is not set
                            rule   nobody said as whom the workload speaks to the cloud
                            since  services/payments/cloud-identity
                              set    unset by service payments, {unset}"""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "eks.amazonaws.com/role-arn",
                "iam.gke.io/gcp-service-account",
                "azure.workload.identity/client-id"
            })
    void cannotBeSaidByAnAnnotation(String key) {
        assertThatThrownBy(() -> render(service("orders").annotation(key, "x"))) // (annotation)
                .isInstanceOf(PlatformException.class)
                .hasMessage(LINES.cite("""
                        1 problem in platform 'shop':
                          orders in prod: annotation %s has a meaning of its own on Kubernetes
                              said {annotation}
                              fix  say KubernetesSettings.CLOUD_IDENTITY""".formatted(key)));
    }

    @Test
    void cannotBeSaidByALabel() {
        assertThatThrownBy(() -> render(service("orders").label("azure.workload.identity/use", "true"))) // (use)
                .isInstanceOf(PlatformException.class)
                .hasMessage(LINES.cite("""
                        1 problem in platform 'shop':
                          orders in prod: label azure.workload.identity/use has a meaning of its own on Kubernetes
                              said {use}
                              fix  say KubernetesSettings.CLOUD_IDENTITY"""));
    }
}
