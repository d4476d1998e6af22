package dev.idp.tests.kubernetes.facets;

import static dev.idp.Cpu.cores;
import static dev.idp.Cpu.millis;
import static dev.idp.Memory.gibibytes;
import static dev.idp.Memory.mebibytes;
import static dev.idp.tests.kubernetes.Documents.at;
import static dev.idp.tests.kubernetes.Documents.references;
import static dev.idp.tests.kubernetes.Documents.yaml;
import static dev.idp.tests.kubernetes.Platforms.prod;
import static dev.idp.tests.kubernetes.Platforms.render;
import static dev.idp.tests.kubernetes.Platforms.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idp.Access;
import dev.idp.ContainerRange;
import dev.idp.Environment;
import dev.idp.Namespaces;
import dev.idp.Permission;
import dev.idp.Port;
import dev.idp.Quota;
import dev.idp.Route;
import dev.idp.Secret;
import dev.idp.Service;
import dev.idp.Team;
import dev.idp.Text;
import dev.idp.kubernetes.Manifests;
import dev.idp.tests.kubernetes.Lines;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.LimitRange;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an account factory gives a team: a place of its own, with rights, a quota and walls around it. */
class TenancyTest {

    private static final Lines LINES = Lines.of(TenancyTest.class);

    private static final Team ORDERS = Team.named("orders").groups("oidc:orders", "oidc:on-call");
    private static final Team MONEY = Team.named("money"); // (money)

    private static Service.Builder orders() {
        return service("cart")
                .ownedBy(ORDERS)
                .port(Port.http(8080))
                .env("LEDGER_URL", Service.ref("ledger").url())
                .env(
                        "BOTH",
                        Text.text(
                                "{} and {}",
                                Service.ref("ledger").host(),
                                Service.ref("rates").host()))
                .publicAt(Route.at("cart"));
    }

    private static Service.Builder ledger() {
        return service("ledger")
                .ownedBy(MONEY)
                .port(Port.http(8080))
                .env("RATES_URL", Service.ref("rates").url())
                .secret(
                        "TOKEN",
                        Text.text(
                                "{}@{}",
                                Secret.named("bank").key("token"),
                                Service.ref("cart").host()))
                .may(Permission.toRead("configmaps"));
    }

    private static Service.Builder rates() {
        return service("rates").ownedBy(MONEY).port(Port.http(8080));
    }

    private static Manifests perTeam(Environment.Builder prod) {
        return render(prod.namespaces(Namespaces.PER_TEAM).build(), orders(), ledger(), rates()); // (per-team)
    }

    private static <T extends HasMetadata> T in(String namespace, Class<T> type, Manifests manifests) {
        return of(type, manifests)
                .filter(object -> namespace.equals(object.getMetadata().getNamespace()))
                .findFirst()
                .orElseThrow();
    }

    private static <T extends HasMetadata> Stream<T> of(Class<T> type, Manifests manifests) {
        return manifests.objects().filter(type::isInstance).map(type::cast);
    }

    @Test
    void eachTeamHasANamespaceThatSaysWhoseItIs() {
        Manifests manifests = perTeam(prod());

        assertThat(of(Namespace.class, manifests))
                .extracting(namespace -> namespace.getMetadata().getName())
                .containsExactly("shop-prod", "shop-prod-money", "shop-prod-orders");
        assertThat(at(manifests.get(Namespace.class, "shop-prod-money"), "/metadata/labels"))
                .isEqualTo(yaml("""
                        app.kubernetes.io/instance: prod
                        app.kubernetes.io/managed-by: idp
                        app.kubernetes.io/part-of: shop
                        dev.idp/owner: money
                        pod-security.kubernetes.io/enforce: restricted
                        """));
    }

    @Test
    void everythingOfAWorkloadIsInItsNamespace() {
        Manifests manifests = perTeam(prod());

        assertThat(manifests.objects().filter(object -> "ledger"
                        .equals(object.getMetadata().getLabels().get("app.kubernetes.io/name"))))
                .hasSizeGreaterThan(5)
                .allSatisfy(object ->
                        assertThat(object.getMetadata().getNamespace()).isEqualTo("shop-prod-money"));
        assertThat(manifests
                        .get(RoleBinding.class, "ledger")
                        .getSubjects()
                        .get(0)
                        .getNamespace())
                .isEqualTo("shop-prod-money");
    }

    @Test
    void everyNamespaceDeniesByDefault() {
        assertThat(of(NetworkPolicy.class, perTeam(prod()))
                        .filter(policy -> policy.getMetadata().getName().equals("default-deny")))
                .extracting(policy -> policy.getMetadata().getNamespace())
                .containsExactly("shop-prod", "shop-prod-money", "shop-prod-orders");
    }

    @Test
    void anEnvironmentThatEnforcesLessForOneTeamEnforcesAllForTheOthers() {
        Manifests manifests = render(
                prod().namespaces(Namespaces.PER_TEAM).build(),
                orders(),
                ledger().runAsRoot("it was written in 1998"),
                rates());

        assertThat(of(Namespace.class, manifests))
                .extracting(namespace -> namespace.getMetadata().getLabels().get("pod-security.kubernetes.io/enforce"))
                .containsExactly("restricted", "baseline", "restricted");
    }

    @Test
    void servicesElsewhereAreCalledWithTheirNamespace() {
        Manifests manifests = perTeam(prod());

        assertThat(of(io.fabric8.kubernetes.api.model.ConfigMap.class, manifests))
                .extracting(map -> map.getData().toString())
                .containsExactly(
                        "{BOTH=ledger.shop-prod-money and rates.shop-prod-money,"
                                + " LEDGER_URL=http://ledger.shop-prod-money:8080}",
                        "{RATES_URL=http://rates:8080}");
        assertThat(at(manifests.get(Deployment.class, "ledger"), "/spec/template/spec/containers/0/env/1/value"))
                .isEqualTo(yaml("$(TOKEN_PART_1)@cart.shop-prod-orders"));
    }

    @Test
    void anAddressElsewhereIsExplainedByAllThatItIsMadeOf() {
        Manifests manifests = perTeam(prod());
        String map = references(manifests).stream()
                .filter(reference -> reference.startsWith("ConfigMap/cart"))
                .findFirst()
                .orElseThrow();

        assertThat(manifests.explain(map, "/data/LEDGER_URL").toText())
                .contains("with   http 8080 by service ledger")
                .contains(LINES.cite("with   PER_TEAM by environment prod, {per-team}"))
                .contains("with   money by service ledger")
                .contains("with   orders by service cart");
    }

    @Test
    void policiesFindTheOtherEndThroughItsNamespace() {
        Manifests manifests = perTeam(prod());

        assertThat(at(manifests.get(NetworkPolicy.class, "ledger"), "/spec/ingress"))
                .isEqualTo(yaml("""
                - from:
                  - namespaceSelector:
                      matchLabels:
                        kubernetes.io/metadata.name: shop-prod-orders
                    podSelector:
                      matchLabels:
                        app.kubernetes.io/name: cart
                  ports:
                  - port: 8080
                    protocol: TCP
                """));
        assertThat(at(manifests.get(NetworkPolicy.class, "ledger"), "/spec/egress"))
                .isEqualTo(yaml("""
                - to:
                  - namespaceSelector:
                      matchLabels:
                        kubernetes.io/metadata.name: shop-prod-orders
                    podSelector:
                      matchLabels:
                        app.kubernetes.io/name: cart
                  ports:
                  - port: 8080
                    protocol: TCP
                - to:
                  - podSelector:
                      matchLabels:
                        app.kubernetes.io/name: rates
                  ports:
                  - port: 8080
                    protocol: TCP
                - ports:
                  - port: 443
                    protocol: TCP
                  - port: 6443
                    protocol: TCP
                """));
    }

    @Test
    void eachNamespaceHasTheQuotaOfItsTeam() {
        Quota large =
                Quota.of(cores(16), gibibytes(64)).memoryLimit(gibibytes(96)).storage(gibibytes(500));
        Environment.Builder prod = prod().containers(ContainerRange.from(millis(100), mebibytes(128)))
                .quota(Quota.of(cores(4), gibibytes(8)).copies(40));
        prod.quota(MONEY, large); // (quota)

        Manifests manifests = perTeam(prod);

        assertThat(at(in("shop-prod-orders", ResourceQuota.class, manifests), ""))
                .isEqualTo(yaml("""
                apiVersion: v1
                kind: ResourceQuota
                metadata:
                  name: quota
                  namespace: shop-prod-orders
                  labels:
                    app.kubernetes.io/instance: prod
                    app.kubernetes.io/managed-by: idp
                    app.kubernetes.io/part-of: shop
                spec:
                  hard:
                    pods: "40"
                    requests.cpu: 4000m
                    requests.memory: 8Gi
                """));
        assertThat(at(in("shop-prod-money", ResourceQuota.class, manifests), "/spec/hard"))
                .isEqualTo(yaml("""
                        limits.memory: 96Gi
                        requests.cpu: 16000m
                        requests.memory: 64Gi
                        requests.storage: 500Gi
                        """));
        assertThat(manifests
                        .explain("ResourceQuota/shop-prod-money/quota", "/spec/hard/requests.cpu")
                        .toText())
                .isEqualTo(LINES.cite("""
                        ResourceQuota/quota in prod
                          /spec/hard/requests.cpu = "16000m"
                            from   environment/namespace-quota/money
                              set    cpu 16000m, memory 64Gi, memory limit 96Gi, storage 500Gi by environment prod, {quota}"""));
    }

    @Test
    void anObjectCanBeAskedForByItsNamespace() {
        Manifests manifests = perTeam(prod());

        assertThat(manifests
                        .get(NetworkPolicy.class, "shop-prod-money", "default-deny")
                        .getMetadata()
                        .getNamespace())
                .isEqualTo("shop-prod-money");
        assertThat(manifests
                        .get(NetworkPolicy.class, "default-deny")
                        .getMetadata()
                        .getNamespace())
                .isEqualTo("shop-prod");
        assertThatThrownBy(() -> manifests.get(NetworkPolicy.class, "shop-prod-orders", "ledger"))
                .hasMessage("no NetworkPolicy 'ledger' in prod, only default-deny, cart");
    }

    @Test
    void aRangeOfContainersHoldsInEachNamespace() {
        Manifests manifests = perTeam(prod().containers(
                        ContainerRange.from(millis(100), mebibytes(128)).to(cores(2), gibibytes(4))));

        assertThat(of(LimitRange.class, manifests)).hasSize(3);
        assertThat(at(in("shop-prod-money", LimitRange.class, manifests), "/spec"))
                .isEqualTo(yaml("""
                limits:
                - type: Container
                  defaultRequest:
                    cpu: 100m
                    memory: 128Mi
                  default:
                    memory: 128Mi
                  max:
                    cpu: 2000m
                    memory: 4Gi
                """));
    }

    @Test
    void aRangeWithoutAnEndHasNoMost() {
        Manifests manifests = perTeam(prod().containers(ContainerRange.from(millis(100), mebibytes(128))));

        assertThat(manifests
                        .explain("LimitRange/containers", "/spec/limits/0/max")
                        .toText())
                .contains("is not set")
                .contains("rule   container-range has no end");
    }

    @Test
    void thePeopleOfATeamMayLookAtWhatIsTheirs() {
        Manifests manifests = perTeam(prod());

        assertThat(at(in("shop-prod-orders", RoleBinding.class, manifests), "")).isEqualTo(yaml("""
                apiVersion: rbac.authorization.k8s.io/v1
                kind: RoleBinding
                metadata:
                  name: team.orders
                  namespace: shop-prod-orders
                  labels:
                    app.kubernetes.io/instance: prod
                    app.kubernetes.io/managed-by: idp
                    app.kubernetes.io/part-of: shop
                roleRef:
                  apiGroup: rbac.authorization.k8s.io
                  kind: ClusterRole
                  name: view
                subjects:
                - apiGroup: rbac.authorization.k8s.io
                  kind: Group
                  name: oidc:orders
                - apiGroup: rbac.authorization.k8s.io
                  kind: Group
                  name: oidc:on-call
                """));
        assertThat(manifests.explain("RoleBinding/team.orders", "/roleRef/name").toText())
                .contains("what people change by hand, the next apply takes back");
    }

    @Test
    void theyMayMoreWhereTheEnvironmentSaysSoAndNothingWhereItSaysThat() {
        assertThat(in("shop-prod-orders", RoleBinding.class, perTeam(prod().teamsMay(Access.EDIT)))
                        .getRoleRef()
                        .getName())
                .isEqualTo("edit");
        assertThat(references(perTeam(prod().teamsMay(Access.NONE)))).doesNotContain("RoleBinding/team.orders");
    }

    @Test
    void teamsThatShareANamespaceAllHaveTheirRightsThere() {
        Team bookkeeping = Team.named("bookkeeping").groups("oidc:books");

        Manifests manifests =
                render(orders(), service("ledger").ownedBy(bookkeeping).port(Port.http(80)), rates());

        assertThat(of(RoleBinding.class, manifests))
                .extracting(binding -> binding.getMetadata().getName())
                .containsExactly("team.bookkeeping", "team.orders");
    }

    @Test
    void theFilesOfNamespacesAreToldApart(@TempDir Path directory) throws IOException {
        perTeam(prod().quota(Quota.ofCopies(40))).writeTo(directory);

        try (Stream<Path> files = Files.list(directory)) {
            List<String> names = files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList();
            assertThat(names)
                    .containsExactly(
                            ".idp-files",
                            "namespace-shop-prod-money.yaml",
                            "namespace-shop-prod-orders.yaml",
                            "namespace-shop-prod.yaml",
                            "networkpolicy-default-deny.shop-prod-money.yaml",
                            "networkpolicy-default-deny.shop-prod-orders.yaml",
                            "networkpolicy-default-deny.yaml",
                            "resourcequota-quota.shop-prod-money.yaml",
                            "resourcequota-quota.shop-prod-orders.yaml",
                            "resourcequota-quota.yaml",
                            "rolebinding-team.orders.shop-prod-orders.yaml");
        }
    }
}
