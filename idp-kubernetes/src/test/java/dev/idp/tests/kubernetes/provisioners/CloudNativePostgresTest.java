package dev.idp.tests.kubernetes.provisioners;

import static dev.idp.tests.kubernetes.Documents.at;
import static dev.idp.tests.kubernetes.Documents.references;
import static dev.idp.tests.kubernetes.Documents.yaml;
import static dev.idp.tests.kubernetes.Platforms.render;
import static dev.idp.tests.kubernetes.Platforms.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idp.Environment;
import dev.idp.Memory;
import dev.idp.Namespaces;
import dev.idp.Platform;
import dev.idp.Service;
import dev.idp.Storage;
import dev.idp.Team;
import dev.idp.Tier;
import dev.idp.kubernetes.CloudNativePostgres;
import dev.idp.kubernetes.ExternalSecrets;
import dev.idp.kubernetes.Kubernetes;
import dev.idp.kubernetes.Manifests;
import dev.idp.plan.Plan;
import dev.idp.plan.PlatformException;
import dev.idp.policy.Policy;
import dev.idp.resources.Postgres;
import dev.idp.tests.kubernetes.Documents;
import dev.idp.tests.kubernetes.Lines;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** A database by an operator: the custom resource, who may reach its pods, and the secret that the operator makes. */
class CloudNativePostgresTest {

    private static final Lines LINES = Lines.of(CloudNativePostgresTest.class);

    private static Environment.Builder prod(CloudNativePostgres provisioner) {
        return Environment.named("prod").tier(Tier.PRODUCTION).provides(Postgres.class, provisioner); // (provides)
    }

    private static Manifests rendered(CloudNativePostgres provisioner) {
        return render(prod(provisioner).build(), ledger());
    }

    private static Service.Builder ledger() {
        Postgres database = Postgres.named("ledger-db").version("17");
        return service("ledger").secret("DB", database.uri()).env("JDBC", database.jdbcUrl()); // (jdbc)
    }

    private static HasMetadata cluster(Manifests manifests) {
        return manifests
                .objects()
                .filter(object -> object.getKind().equals("Cluster"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theOperatorGetsACluster() {
        assertThat(at(cluster(rendered(CloudNativePostgres.cluster())), "")).isEqualTo(yaml("""
                apiVersion: postgresql.cnpg.io/v1
                kind: Cluster
                metadata:
                  name: ledger-db
                  namespace: shop-prod
                  labels:
                    app.kubernetes.io/instance: prod
                    app.kubernetes.io/managed-by: idp
                    app.kubernetes.io/part-of: shop
                spec:
                  bootstrap:
                    initdb:
                      database: ledger-db
                      owner: app
                  imageName: ghcr.io/cloudnative-pg/postgresql:17
                  instances: 3
                  storage:
                    size: 10Gi
                """.replace(
                        "database: ledger-db",
                        "database: " + Postgres.named("ledger-db").databaseName())));
    }

    @Test
    void everythingAboutItCanBeOtherwise() {
        Manifests manifests = rendered(CloudNativePostgres.cluster()
                .copies(2)
                .storage(Storage.of(Memory.gibibytes(100)).ofType("fast"))
                .operatorIn("operators"));

        assertThat(at(cluster(manifests), "/spec/instances")).isEqualTo(yaml("2"));
        assertThat(at(cluster(manifests), "/spec/storage")).isEqualTo(yaml("{size: 100Gi, storageClass: fast}"));
        assertThat(at(
                        manifests.get(NetworkPolicy.class, "servers-of.ledger-db"),
                        "/spec/ingress/0/from/1/namespaceSelector/matchLabels"))
                .isEqualTo(yaml("kubernetes.io/metadata.name: operators"));
    }

    @Test
    void oneServerIsEnoughWhereNoCustomersAre() {
        Environment dev = Environment.named("dev")
                .provides(Postgres.class, CloudNativePostgres.cluster())
                .build();

        assertThat(at(cluster(render(dev, ledger())), "/spec/instances")).isEqualTo(yaml("1"));
    }

    @Test
    void itsUsersReachItByTheNamesThatTheOperatorGives() {
        Manifests manifests = rendered(CloudNativePostgres.cluster());

        assertThat(at(
                        manifests.get(io.fabric8.kubernetes.api.model.apps.Deployment.class, "ledger"),
                        "/spec/template/spec/containers/0/env/1/valueFrom/secretKeyRef"))
                .isEqualTo(yaml("{key: password, name: ledger-db-app}"));
        assertThat(manifests.objects().filter(object -> object.getKind().equals("ConfigMap")))
                .singleElement()
                .asString()
                .contains("jdbc:postgresql://ledger-db-rw:5432/");
    }

    @Test
    void theOperatorsSecretIsNeitherMadeUpNorLookedForInAStore() {
        Manifests manifests = render(
                prod(CloudNativePostgres.cluster())
                        .with(Kubernetes.secretsFrom(ExternalSecrets.inStore("vault")))
                        .build(),
                ledger());

        assertThat(references(manifests)).noneMatch(reference -> reference.contains("Secret"));
    }

    @Test
    void policiesLetItsUsersInAndNobodyElse() {
        Manifests manifests = rendered(CloudNativePostgres.cluster());

        assertThat(at(manifests.get(NetworkPolicy.class, "ledger"), "/spec/egress"))
                .isEqualTo(yaml("""
                - to:
                  - podSelector:
                      matchLabels:
                        cnpg.io/cluster: ledger-db
                  ports:
                  - port: 5432
                    protocol: TCP
                """));
        assertThat(at(manifests.get(NetworkPolicy.class, "users-of.ledger-db"), "/spec"))
                .isEqualTo(yaml("""
                podSelector:
                  matchLabels:
                    cnpg.io/cluster: ledger-db
                policyTypes:
                - Ingress
                ingress:
                - from:
                  - podSelector:
                      matchLabels:
                        app.kubernetes.io/name: ledger
                  ports:
                  - port: 5432
                    protocol: TCP
                """));
        assertThat(at(manifests.get(NetworkPolicy.class, "servers-of.ledger-db"), "/spec"))
                .isEqualTo(yaml("""
                        podSelector:
                          matchLabels:
                            cnpg.io/cluster: ledger-db
                        policyTypes:
                        - Ingress
                        - Egress
                        ingress:
                        - from:
                          - podSelector:
                              matchLabels:
                                cnpg.io/cluster: ledger-db
                          - namespaceSelector:
                              matchLabels:
                                kubernetes.io/metadata.name: cnpg-system
                            podSelector:
                              matchLabels:
                                app.kubernetes.io/name: cloudnative-pg
                          ports:
                          - port: 8000
                            protocol: TCP
                          - port: 5432
                            protocol: TCP
                        egress:
                        - to:
                          - podSelector:
                              matchLabels:
                                cnpg.io/cluster: ledger-db
                          ports:
                          - port: 8000
                            protocol: TCP
                          - port: 5432
                            protocol: TCP
                        - ports:
                          - port: 443
                            protocol: TCP
                          - port: 6443
                            protocol: TCP
                        """));
    }

    @Test
    void noRuleAsksForTheNetworksOfWhatIsInTheCluster() {
        Environment prod = prod(CloudNativePostgres.cluster()).build();
        Plan plan = Platform.named("shop")
                .environments(prod)
                .services(ledger().build())
                .build()
                .plan();

        assertThat(Policy.standard().check(plan, LocalDate.of(2026, 1, 1)).toString())
                .doesNotContain("external-networks-known");
    }

    @Test
    void everyLineIsExplained() {
        Manifests manifests = rendered(CloudNativePostgres.cluster());

        manifests
                .objects()
                .filter(object -> object.getMetadata().getName().contains("ledger-db"))
                .forEach(object -> assertThat(manifests.explain(Documents.qualified(object)))
                        .as(Documents.qualified(object))
                        .isNotEmpty()
                        .allMatch(leaf ->
                                !leaf.reason().isEmpty() || !leaf.decisions().isEmpty()));
        assertThat(manifests.explain("Cluster/ledger-db", "/spec/instances").toText())
                .startsWith(LINES.cite("""
                        Cluster/ledger-db in prod
                          /spec/instances = 3
                            from   resources/ledger-db/extensions/kubernetes/cloudnative-pg
                              set    objects 'cloudnative-pg' by environment prod, {provides}"""));
        assertThat(manifests
                        .explain("NetworkPolicy/ledger", "/spec/egress/0/to/0/podSelector/matchLabels/cnpg.io~1cluster")
                        .toText())
                .contains("they answer for ledger-db; the caller refers to the service")
                .contains(LINES.cite("by service ledger, {jdbc}"));
    }

    @Test
    void itsTeamHasItInItsNamespace() {
        Environment prod = prod(CloudNativePostgres.cluster())
                .namespaces(Namespaces.PER_TEAM)
                .build();

        Manifests manifests = render(prod, ledger().ownedBy(Team.named("money")));

        assertThat(manifests
                        .objects()
                        .filter(object -> object.getMetadata().getName().contains("ledger-db")))
                .extracting(Documents::qualified)
                .containsExactly(
                        "NetworkPolicy/shop-prod-money/users-of.ledger-db",
                        "Cluster/shop-prod-money/ledger-db",
                        "NetworkPolicy/shop-prod-money/servers-of.ledger-db");
    }

    @Test
    void whatTheOperatorRefusesIsRefusedBefore() {
        Environment none = prod(CloudNativePostgres.cluster().copies(0)).build();
        String longest = "x".repeat(51);

        assertThatThrownBy(() -> render(none, ledger()))
                .isInstanceOf(PlatformException.class)
                .hasMessage(LINES.cite("""
                        1 problem in platform 'shop':
                          ledger-db in prod: 0 servers of PostgreSQL are none
                              needed   {jdbc}
                              provided environment prod, {provides}
                              fix      say copies(1) or more"""));
        assertThatThrownBy(() -> render(
                        prod(CloudNativePostgres.cluster()).build(),
                        service("ledger").uses(Postgres.named(longest).database("ledger"))))
                .hasMessageContaining("CloudNativePG adds to the name '" + longest + "', which is too long for it");
    }
}
