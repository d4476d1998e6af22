package dev.idp.tests.kubernetes.edits;

import static dev.idp.tests.kubernetes.Documents.at;
import static dev.idp.tests.kubernetes.Documents.yaml;
import static dev.idp.tests.kubernetes.Platforms.prod;
import static dev.idp.tests.kubernetes.Platforms.render;
import static dev.idp.tests.kubernetes.Platforms.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idp.Environment;
import dev.idp.Platform;
import dev.idp.kubernetes.Kubernetes;
import dev.idp.kubernetes.Manifests;
import dev.idp.plan.PlatformException;
import dev.idp.spi.Extension;
import dev.idp.tests.kubernetes.Lines;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What belongs to an environment as a whole is edited where the environment, or the platform, is declared. */
class EnvironmentEditsTest {

    private static final Lines LINES = Lines.of(EnvironmentEditsTest.class);

    private static final Extension AUDITED = Kubernetes.edit(
            "audited",
            Namespace.class,
            namespace -> namespace.getMetadata().getLabels().put("pod-security.kubernetes.io/audit", "restricted"));

    @Test
    void ofTheNamespaceOfTheDefaultPolicyAndOfExtraObjects() {
        ConfigMap limits = new ConfigMap();
        limits.setMetadata(new ObjectMeta());
        limits.getMetadata().setName("limits");
        Environment prod = prod().with(AUDITED) // (audited)
                .with(Kubernetes.edit("closed", NetworkPolicy.class, policy -> policy.getSpec()
                        .getPolicyTypes()
                        .remove("Egress")))
                .with(Kubernetes.objects("limits", environment -> List.of(limits)))
                .with(Kubernetes.edit("filled", ConfigMap.class, map -> map.setData(Map.of("a", "b"))))
                .build();

        Manifests manifests = render(prod, service("orders").env("A", "b"));

        assertThat(manifests.explain("Namespace/shop-prod", "/metadata/labels/pod-security.kubernetes.io~1audit"))
                .hasToString(LINES.cite("""
                        Namespace/shop-prod in prod
                          /metadata/labels/pod-security.kubernetes.io~1audit = "restricted"
                            from   environment/extension/audited
                              set    edit of Namespace by environment prod, {audited}"""));
        assertThat(manifests.get(NetworkPolicy.class, "default-deny").getSpec().getPolicyTypes())
                .containsExactly("Ingress");
        assertThat(manifests.get(ConfigMap.class, "limits").getData()).isEqualTo(Map.of("a", "b"));
        assertThat(manifests.objects().filter(ConfigMap.class::isInstance).map(ConfigMap.class::cast))
                .filteredOn(map -> map.getData().containsKey("a"))
                .hasSize(1);
    }

    @Test
    void ofAPlatformHoldInEveryEnvironment() {
        Environment dev = Environment.named("dev").build();
        Environment prod = prod().build();
        Platform platform = Platform.named("shop")
                .environments(dev, prod)
                .with(AUDITED) // (of-platform)
                .services(service("orders").build())
                .build();

        for (Environment environment : List.of(dev, prod)) {
            assertThat(Kubernetes.backend()
                            .render(platform.plan().in(environment))
                            .explain(
                                    "Namespace/shop-" + environment,
                                    "/metadata/labels/pod-security.kubernetes.io~1audit"))
                    .asString()
                    .endsWith(LINES.cite("set    edit of Namespace by platform shop, {of-platform}"));
        }
    }

    @Test
    void thatFindNothingAreReportedAndTheWayToWorkloadsIsNamed() {
        Environment prod = prod().with(Kubernetes.edit("lost", Deployment.class, deployment -> {})) // (lost)
                .build();

        assertThatThrownBy(() -> render(prod, service("orders")))
                .isInstanceOf(PlatformException.class)
                .hasMessage(LINES.cite("""
                        1 problem in platform 'shop':
                          environment prod: edit 'lost' found no Deployment to change
                              said environment prod, {lost}
                              fix  remove it, or say it in defaults(...) if it is meant for workloads"""));
    }

    @Test
    void ofCustomResourcesGoByVersionAndKind() {
        Extension certificate =
                Kubernetes.objects("certificate", orders -> List.of(CustomResources.certificate(orders.name())));
        Extension shortened = ofSpec("short", "cert-manager.io/v1", "Certificate", spec -> spec.put("duration", "24h"));

        Manifests manifests = render(service("orders").with(certificate).with(shortened)); // (short)

        assertThat(manifests.explain("Certificate/orders", "/spec/duration")).hasToString(LINES.cite("""
                Certificate/orders in prod
                  /spec/duration = "24h"
                    from   services/orders/extension/short
                      set    edit of Certificate of cert-manager.io/v1 by service orders, {short}"""));
        assertThat(manifests.explain("Certificate/orders", "/spec/secretName").decisions())
                .singleElement()
                .hasToString("services/orders/extension/certificate = objects 'certificate'");
    }

    @Test
    void byKindReachWhatAClassOfFabric8DoesNotKnow() {
        Extension newest =
                ofSpec("newest", "apps/v1", "Deployment", spec -> spec.put("fieldOfTomorrow", Map.of("enabled", true)));

        Manifests manifests = render(service("orders").with(newest));

        assertThat(manifests.get(Deployment.class, "orders")).isNotNull();
        assertThat(at(manifests.get(Deployment.class, "orders"), "/spec/fieldOfTomorrow"))
                .isEqualTo(yaml("enabled: true"));
    }

    @Test
    void byKindThatFindNothingOrSayWhatTheObjectCannotHoldAreReported() {
        Extension lost = ofSpec("lost", "cert-manager.io/v1", "Certificate", spec -> {});
        Extension wrong = ofSpec("wrong", "apps/v1", "Deployment", spec -> spec.put("replicas", "many"));

        assertThatThrownBy(() -> render(service("orders")
                        .with(lost) // (no-kind)
                        .with(wrong))) // (wrong)
                .isInstanceOf(PlatformException.class)
                .hasMessage(LINES.cite("""
                        2 problems in platform 'shop':
                          orders in prod: edit 'lost' found no Certificate of cert-manager.io/v1 to change
                              said {no-kind}
                              fix  remove it, or say it only where there is one
                          orders in prod: edit 'wrong' of Deployment/orders says what the object cannot hold: Cannot \
                        deserialize value of type `java.lang.Integer` from String "many": not a valid `java.lang.Integer` value
                              said {wrong}
                              fix  mend the edit"""));
    }

    @Test
    void thatPutValuesIntoASecretAreReportedWithoutThem() {
        Secret secret = new Secret();
        secret.setMetadata(new ObjectMeta());
        secret.getMetadata().setName("bank");
        Extension empty = Kubernetes.objects("bank", orders -> List.of(secret));
        Extension filled =
                Kubernetes.edit("filled", Secret.class, bank -> bank.setStringData(Map.of("key", "hunter2")));

        assertThatThrownBy(() -> render(service("orders").with(empty).with(filled))) // (filled)
                .isInstanceOf(PlatformException.class)
                .hasMessage(LINES.cite("""
                        1 problem in platform 'shop':
                          orders in prod: edit 'filled' puts values into Secret/bank, which would stand in files for all to read
                              said {filled}
                              fix  refer to a secret that exists, or add what makes one from a store"""));
    }

    @Test
    void whatIsNullIsRefusedAtOnce() {
        assertThatThrownBy(() -> Kubernetes.edit("a", null, "Certificate", certificate -> {}))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("the apiVersion of an edit is null");
        assertThatThrownBy(() -> Kubernetes.edit("a", "v1", null, certificate -> {}))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("the kind of an edit is null");
        assertThatThrownBy(() -> Kubernetes.edit(null, ServiceAccount.class, account -> {}))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("the id of an edit is null");
    }

    private static Extension ofSpec(String id, String apiVersion, String kind, Consumer<Map<String, Object>> edit) {
        return Kubernetes.edit(id, apiVersion, kind, object -> edit.accept(object.get("spec")));
    }
}
