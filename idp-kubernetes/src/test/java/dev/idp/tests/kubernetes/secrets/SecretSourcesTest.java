package dev.idp.tests.kubernetes.secrets;

import static dev.idp.tests.kubernetes.Documents.at;
import static dev.idp.tests.kubernetes.Documents.references;
import static dev.idp.tests.kubernetes.Documents.yaml;
import static dev.idp.tests.kubernetes.Platforms.render;
import static dev.idp.tests.kubernetes.Platforms.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idp.Container;
import dev.idp.Environment;
import dev.idp.Job;
import dev.idp.Namespaces;
import dev.idp.Port;
import dev.idp.PublicEntry;
import dev.idp.Route;
import dev.idp.Secret;
import dev.idp.Service;
import dev.idp.Team;
import dev.idp.Text;
import dev.idp.kubernetes.ExternalSecrets;
import dev.idp.kubernetes.Kubernetes;
import dev.idp.kubernetes.KubernetesSettings;
import dev.idp.kubernetes.Manifests;
import dev.idp.kubernetes.NeededSecret;
import dev.idp.kubernetes.SecretSource;
import dev.idp.plan.PlatformException;
import dev.idp.resources.Postgres;
import dev.idp.spi.Extension;
import dev.idp.tests.kubernetes.Documents;
import dev.idp.tests.kubernetes.Lines;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where the values of secrets come from: from a store, from the operator that makes them up, or from whoever applies. */
class SecretSourcesTest {

    private static final Lines LINES = Lines.of(SecretSourcesTest.class);

    private static Environment.Builder prod() {
        return Environment.named("prod");
    }

    private static Service.Builder orders() {
        return service("orders")
                .secret("TOKEN", Secret.named("bank").key("token")) // (token)
                .secret("URI", Text.text("x://{}@h", Secret.named("bank").key("password")))
                .secretFile("/run/key.pem", Secret.named("tls").key("tls.key"))
                .sidecar(Container.named("proxy")
                        .image("proxy:1")
                        .secret("TOKEN", Secret.named("bank").key("token"))
                        .build());
    }

    private static List<HasMetadata> of(String kind, Manifests manifests) {
        return manifests
                .objects()
                .filter(object -> object.getKind().equals(kind))
                .toList();
    }

    @Test
    void secretsMustBeThereUntilSomebodySaysWhereTheyComeFrom() {
        assertThat(references(render(prod().build(), orders()))).noneMatch(reference -> reference.contains("Secret"));
    }

    @Test
    void aStoreSuppliesExactlyTheKeysThatAreRead() {
        Manifests manifests = render(
                prod().with(Kubernetes.secretsFrom(ExternalSecrets.inClusterStore("vault")))
                        .build(),
                orders());

        assertThat(of("ExternalSecret", manifests))
                .extracting(secret -> secret.getMetadata().getName())
                .containsExactly("bank", "tls");
        assertThat(at(of("ExternalSecret", manifests).get(0), "")).isEqualTo(yaml("""
                apiVersion: external-secrets.io/v1
                kind: ExternalSecret
                metadata:
                  name: bank
                  namespace: shop-prod
                  labels:
                    app.kubernetes.io/instance: prod
                    app.kubernetes.io/managed-by: idp
                    app.kubernetes.io/part-of: shop
                spec:
                  refreshInterval: 3600s
                  secretStoreRef:
                    kind: ClusterSecretStore
                    name: vault
                  data:
                  - secretKey: password
                    remoteRef:
                      key: shop/prod/bank
                      property: password
                  - secretKey: token
                    remoteRef:
                      key: shop/prod/bank
                      property: token
                """));
    }

    @Test
    void itsObjectsSayWhoNeedsThem() {
        Extension store = Kubernetes.secretsFrom(ExternalSecrets.inStore("vault"));
        Environment prod = prod().with(store).build(); // (store)

        assertThat(render(prod, orders())
                        .explain("ExternalSecret/bank", "/spec/secretStoreRef/name")
                        .toText())
                .startsWith(LINES.cite("""
                        ExternalSecret/bank in prod
                          /spec/secretStoreRef/name = "vault"
                            from   environment/extension/secret-source
                              set    kubernetes/secret-source by environment prod, {store}"""))
                .contains("since  services/orders/secret/TOKEN")
                .contains(LINES.cite("set    {secret bank/token} by service orders, {token}"))
                .contains("since  services/orders/sidecar/proxy");
    }

    @Test
    void placesInTheStoreAndTheTimeBetweenLooksCanBeOthers() {
        ExternalSecrets store = ExternalSecrets.inStore("vault")
                .keyedBy(secret -> secret.namespace() + "." + secret.name())
                .refreshedEvery(Duration.ofMinutes(5));

        Manifests manifests = render(prod().with(Kubernetes.secretsFrom(store)).build(), orders());

        HasMetadata tls = of("ExternalSecret", manifests).get(1);
        assertThat(at(tls, "/spec/data/0/remoteRef")).isEqualTo(yaml("{key: shop-prod.tls, property: tls.key}"));
        assertThat(at(tls, "/spec/refreshInterval")).isEqualTo(yaml("300s"));
        assertThat(at(tls, "/spec/secretStoreRef")).isEqualTo(yaml("{kind: SecretStore, name: vault}"));
    }

    @Test
    void eachNamespaceHasWhatItsOwnWorkloadsRead() {
        Environment prod = prod().namespaces(Namespaces.PER_TEAM)
                .with(Kubernetes.secretsFrom(ExternalSecrets.inStore("vault")))
                .build();

        Manifests manifests = render(
                prod,
                orders().ownedBy(Team.named("a")),
                service("cart")
                        .ownedBy(Team.named("b"))
                        .secret("T", Secret.named("bank").key("other")));

        assertThat(of("ExternalSecret", manifests))
                .extracting(Documents::qualified)
                .containsExactly(
                        "ExternalSecret/shop-prod-a/bank",
                        "ExternalSecret/shop-prod-a/tls",
                        "ExternalSecret/shop-prod-b/bank");
        assertThat(at(of("ExternalSecret", manifests).get(2), "/spec/data/0/secretKey"))
                .isEqualTo(yaml("other"));
    }

    @Test
    void whatLetsImagesBePulledAndCertificatesComeFromItAsWell() {
        Environment prod = prod().domain("shop.example")
                .publicThrough(PublicEntry.named("nginx", "ingress-nginx").certificateIn("wildcard"))
                .with(Kubernetes.secretsFrom(ExternalSecrets.inStore("vault")))
                .build();

        Manifests manifests = render(
                prod,
                service("orders")
                        .port(Port.http(80))
                        .publicAt(Route.at("orders"))
                        .set(KubernetesSettings.PULL_SECRET, "registry", "registry-key"));

        HasMetadata pull = of("ExternalSecret", manifests).get(0);
        assertThat(at(pull, "/metadata/name")).isEqualTo(yaml("registry-key"));
        assertThat(at(pull, "/spec/target")).isEqualTo(yaml("template: {type: kubernetes.io/dockerconfigjson}"));
        assertThat(at(pull, "/spec/data/0/secretKey")).isEqualTo(yaml(".dockerconfigjson"));
        HasMetadata certificate = of("ExternalSecret", manifests).get(1);
        assertThat(at(certificate, "/metadata/name")).isEqualTo(yaml("wildcard"));
        assertThat(at(certificate, "/spec/target")).isEqualTo(yaml("template: {type: kubernetes.io/tls}"));
        assertThat(at(certificate, "/spec/data/1/secretKey")).isEqualTo(yaml("tls.key"));
    }

    @Test
    void aSourceOfOnesOwnIsAFunction() {
        List<String> asked = new ArrayList<>();

        Manifests manifests = render(
                prod().with(Kubernetes.secretsFrom(secret -> {
                            asked.add(secret + " " + secret.keys() + " " + secret.known());
                            return secret.name().equals("tls") ? List.of() : List.of(note(secret));
                        }))
                        .build(),
                orders());

        assertThat(references(manifests))
                .contains("ConfigMap/how-to-get-bank")
                .doesNotContain("ConfigMap/how-to-get-tls");
        assertThat(asked).contains("bank in shop-prod [password, token] {}", "tls in shop-prod [tls.key] {}");
    }

    private static HasMetadata note(NeededSecret secret) {
        ConfigMap map = new ConfigMap();
        ObjectMeta meta = new ObjectMeta();
        meta.setName("how-to-get-" + secret.name());
        map.setMetadata(meta);
        map.setData(Map.of("ask", "the operators"));
        return map;
    }

    @Test
    void aSourceThatFailsIsReportedForEachSecret() {
        SecretSource none = secret -> {
            throw new IllegalStateException("no store"); // (thrown)
        };
        Extension source = Kubernetes.secretsFrom(none);
        Environment prod = prod().with(source).build(); // (failing)

        assertThatThrownBy(() -> render(prod, orders()))
                .isInstanceOf(PlatformException.class)
                .hasMessage(LINES.cite("""
                        2 problems in platform 'shop':
                          environment prod: objects for secret bank in shop-prod failed at {thrown}: \
                        java.lang.IllegalStateException: no store
                              said environment prod, {failing}
                              fix  mend the function
                          environment prod: objects for secret tls in shop-prod failed at {thrown}: \
                        java.lang.IllegalStateException: no store
                              said environment prod, {failing}
                              fix  mend the function"""));
    }

    private static Service.Builder ledger() {
        return service("ledger").secret("DB", Postgres.named("ledger-db").uri()); // (ledger)
    }

    @Test
    void aPasswordThatNobodyKnowsStandsInNoFile() {
        Manifests manifests = render(prod().build(), ledger());

        assertThat(at(of("Secret", manifests).get(0), "")).isEqualTo(yaml("""
                apiVersion: v1
                kind: Secret
                metadata:
                  name: ledger-db-credentials
                  namespace: shop-prod
                  annotations:
                    dev.idp/made-up: password
                  labels:
                    app.kubernetes.io/instance: prod
                    app.kubernetes.io/managed-by: idp
                    app.kubernetes.io/part-of: shop
                type: Opaque
                data:
                  username: YXBw
                """));
        assertThat(manifests
                        .explain("Secret/ledger-db-credentials", "/data/password")
                        .toText())
                .isEqualTo(LINES.cite("""
                        Secret/ledger-db-credentials in prod
                          /data/password is not set
                            rule   made up by whoever applies it: no value stands in a file
                            since  resources/ledger-db/secrets/ledger-db-credentials
                              set    ledger-db-credentials with password, username by default of Postgres: no environment says what supplies it"""));
    }

    @Test
    void anOperatorCanMakeItUpInstead() {
        Manifests manifests = render(
                prod().with(Kubernetes.passwordsFrom(ExternalSecrets.madeUp())).build(), ledger());

        assertThat(of("Secret", manifests)).isEmpty();
        assertThat(at(of("Password", manifests).get(0), "/spec"))
                .isEqualTo(yaml("{allowRepeat: true, digits: 8, length: 32, noUpper: false, symbols: 0}"));
        assertThat(at(of("ExternalSecret", manifests).get(0), "/spec")).isEqualTo(yaml("""
                refreshPolicy: CreatedOnce
                dataFrom:
                - sourceRef:
                    generatorRef:
                      apiVersion: generators.external-secrets.io/v1alpha1
                      kind: Password
                      name: ledger-db-credentials
                  rewrite:
                  - regexp:
                      source: ^password$
                      target: password
                target:
                  template:
                    mergePolicy: Merge
                    data:
                      username: app
                """));
    }

    @Test
    void passwordsAreNotLookedForInAStore() {
        Manifests manifests = render(
                prod().with(Kubernetes.secretsFrom(ExternalSecrets.inStore("vault")))
                        .build(),
                ledger());

        assertThat(of("ExternalSecret", manifests)).isEmpty();
        assertThat(of("Secret", manifests)).hasSize(1);
    }

    @Test
    void aMigrationSharesThePasswordOfItsDatabase() {
        Environment prod = prod().namespaces(Namespaces.PER_WORKLOAD).build();
        Job migration = Job.named("ledger-migration")
                .secret("DB", Postgres.named("ledger-db").uri())
                .build();

        Manifests manifests = render(prod, ledger().migratedBy(migration));

        assertThat(of("Secret", manifests))
                .extracting(Documents::qualified)
                .containsExactly("Secret/shop-prod-ledger/ledger-db-credentials");
    }

    @Test
    void aPasswordCannotBeReadFromAnotherNamespace() {
        Environment prod = prod().namespaces(Namespaces.PER_TEAM).build();
        Service.Builder orders = service("orders")
                .ownedBy(Team.named("a"))
                .secret("DB", Postgres.named("db").sharedBecause("history").uri()); // (orders)
        Service.Builder cart = service("cart")
                .ownedBy(Team.named("b"))
                .secret("DB", Postgres.named("db").sharedBecause("history").uri()); // (cart)

        assertThatThrownBy(() -> render(prod, orders, cart))
                .isInstanceOf(PlatformException.class)
                .hasMessage(LINES.cite("""
                        2 problems in platform 'shop':
                          cart in prod: secret 'db-credentials' of db is in namespace shop-prod, where a pod of \
                        shop-prod-b cannot see it
                              said     {cart}
                              supplied default of Postgres: no environment says what supplies it
                              fix      let one namespace have all users of db, or supply it from what exists outside
                          orders in prod: secret 'db-credentials' of db is in namespace shop-prod, where a pod of \
                        shop-prod-a cannot see it
                              said     {orders}
                              supplied default of Postgres: no environment says what supplies it
                              fix      let one namespace have all users of db, or supply it from what exists outside"""));
    }
}
