package dev.idp.examples.bank;

import static dev.idp.Cpu.cores;
import static dev.idp.Cpu.millis;
import static dev.idp.Memory.gibibytes;
import static dev.idp.Memory.mebibytes;
import static dev.idp.Tier.DEVELOPMENT;
import static dev.idp.Tier.PRODUCTION;
import static dev.idp.Tier.STAGING;

import dev.idp.Access;
import dev.idp.Bound;
import dev.idp.ContainerRange;
import dev.idp.Environment;
import dev.idp.Image;
import dev.idp.Namespaces;
import dev.idp.PublicEntry;
import dev.idp.Quota;
import dev.idp.Releases;
import dev.idp.Secret;
import dev.idp.Settings;
import dev.idp.kubernetes.CloudNativePostgres;
import dev.idp.kubernetes.ExternalSecrets;
import dev.idp.kubernetes.Kubernetes;
import dev.idp.kubernetes.KubernetesSettings;
import dev.idp.resources.Postgres;
import dev.idp.spi.Extension;
import java.util.List;

/** Where the bank runs. */
final class Environments {

    private static final PublicEntry NGINX = PublicEntry.named("nginx", "ingress-nginx");

    private static final Extension VAULT = Kubernetes.secretsFrom(ExternalSecrets.inClusterStore("vault"));

    private static final Image KUBECTL = new Image("registry.k8s.io/kubectl:v1.34.2");

    /** Databases run beside the services, with passwords that nobody has to know. */
    static final Environment DEV = Environment.named("dev")
            .tier(DEVELOPMENT)
            .domain("dev.bank.example")
            .publicThrough(NGINX)
            .provides(Postgres.class, "accounts-db", Postgres.inCluster(server -> server.ownedBy(Teams.ACCOUNTS)))
            .provides(Postgres.class, "ledger-db", Postgres.inCluster(server -> server.ownedBy(Teams.LEDGER)))
            .with(Kubernetes.passwordsFrom(ExternalSecrets.madeUp()))
            .build();

    /** An operator runs the databases. */
    static final Environment STAGING_AREA = Environment.named("staging")
            .tier(STAGING)
            .domain("staging.bank.example")
            .publicThrough(NGINX.certificatesFrom("letsencrypt-staging"))
            .provides(Postgres.class, CloudNativePostgres.cluster())
            .with(VAULT)
            .defaults(all -> all.replicas(2))
            .defaults(
                    "everything is applied at once here, so pods wait themselves for what they start after",
                    all -> all.set(KubernetesSettings.WAIT_BY, KUBECTL))
            .build();

    static final Environment PROD = Environment.named("prod")
            .tier(PRODUCTION)
            .domain("bank.example")
            .publicThrough(PublicEntry.gateway("external-https", "gateway").terminatingTls())
            .releases(Releases.fromProperties("prod.properties", Packaged.text("prod.properties")))
            .provides(
                    Postgres.class,
                    "accounts-db",
                    Postgres.existingAt("accounts.db.bank.example", 5432)
                            .within("10.30.1.0/28")
                            .credentials(Secret.named("accounts-db")))
            .provides(
                    Postgres.class,
                    "ledger-db",
                    Postgres.existingAt("ledger.db.bank.example", 5432)
                            .within("10.30.2.0/28")
                            .credentials(Secret.named("ledger-db")))
            .with(VAULT)
            .namespaces(Namespaces.PER_TEAM)
            .quota(Quota.of(cores(8), gibibytes(16)).copies(60))
            .quota(Teams.LEDGER, Quota.of(cores(16), gibibytes(32)).copies(90))
            .containers(ContainerRange.from(millis(100), mebibytes(128)).to(cores(2), gibibytes(2)))
            .teamsMay(Access.VIEW)
            .with(Priorities.classes())
            .defaults(all -> all.replicas(2).set(KubernetesSettings.PULL_SECRET, "docker-hub", "docker-hub"))
            .mandates(
                    "two-copies",
                    "one copy must survive the loss of a node",
                    all -> all.require(Settings.REPLICAS, Bound.atLeast(2)))
            .build();

    static final List<Environment> ALL = List.of(DEV, STAGING_AREA, PROD);

    private Environments() {}
}
