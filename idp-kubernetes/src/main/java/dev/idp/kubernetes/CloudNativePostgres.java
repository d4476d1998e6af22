package dev.idp.kubernetes;

import dev.idp.Environment;
import dev.idp.ExternalService;
import dev.idp.Flaw;
import dev.idp.Memory;
import dev.idp.Secret;
import dev.idp.Storage;
import dev.idp.Text;
import dev.idp.kubernetes.internal.facets.Facets;
import dev.idp.resources.Postgres;
import dev.idp.spi.MadeSecret;
import dev.idp.spi.Provision;
import dev.idp.spi.Provisioner;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyIngressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicySpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Supplies PostgreSQL by a {@code Cluster} of the operator CloudNativePG, which makes the password, copies the data to
 * standbys, and lets one of them take over.
 *
 * @param copies how many servers there are, the primary included; empty for three in production and one elsewhere
 * @param storage what each of them keeps its data on
 * @param operator the namespace that the operator is in
 * @see <a href="https://cloudnative-pg.io/documentation/current/cloudnative-pg.v1/">Cluster, postgresql.cnpg.io/v1</a>
 */
public record CloudNativePostgres(Optional<Integer> copies, Storage storage, String operator)
        implements Provisioner<Postgres> {

    private static final String VERSION = "postgresql.cnpg.io/v1";
    private static final String CLUSTER = "cnpg.io/cluster";
    private static final String USER = "app";
    private static final int PORT = 5432;

    /** Where each server answers the operator, and the others. */
    private static final int STATUS_PORT = 8000;

    /** The operator adds to it. */
    private static final int LONGEST_NAME = 50;

    /** What the operator's own images are, but for the version. */
    private static final String IMAGE = "ghcr.io/cloudnative-pg/postgresql:";

    /**
     * Refuses null.
     *
     * @param copies how many servers there are; empty for three in production and one elsewhere
     * @param storage what each of them keeps its data on
     * @param operator the namespace that the operator is in
     */
    public CloudNativePostgres {
        Objects.requireNonNull(copies, "the copies of CloudNativePG are null");
        Objects.requireNonNull(storage, "the storage of CloudNativePG is null");
        Objects.requireNonNull(operator, "the operator's namespace is null");
    }

    /**
     * Returns the provisioner as it is unless told otherwise: three servers in production, so that one can be updated and
     * another fail, and one elsewhere; 10 GiB of storage each; the operator in the namespace that its own manifests install
     * it in, {@code cnpg-system}.
     *
     * @return the provisioner
     */
    public static CloudNativePostgres cluster() {
        return new CloudNativePostgres(Optional.empty(), Storage.of(Memory.gibibytes(10)), "cnpg-system");
    }

    /**
     * Returns this provisioner with another number of servers.
     *
     * @param copies how many, the primary included
     * @return the provisioner
     */
    public CloudNativePostgres copies(int copies) {
        return new CloudNativePostgres(Optional.of(copies), storage, operator);
    }

    /**
     * Returns this provisioner with other storage.
     *
     * @param storage what each server keeps its data on
     * @return the provisioner
     */
    public CloudNativePostgres storage(Storage storage) {
        return new CloudNativePostgres(copies, storage, operator);
    }

    /**
     * Returns this provisioner for an operator that is installed elsewhere.
     *
     * @param namespace its namespace
     * @return the provisioner
     */
    public CloudNativePostgres operatorIn(String namespace) {
        return new CloudNativePostgres(copies, storage, namespace);
    }

    @Override
    public String id() {
        return "cloudnative-pg";
    }

    @Override
    public Optional<Flaw> flaw(Postgres postgres, Environment environment) {
        if (postgres.name().length() > LONGEST_NAME) {
            return Optional.of(new Flaw(
                    "CloudNativePG adds to the name '" + postgres.name() + "', which is too long for it",
                    "use at most " + LONGEST_NAME + " characters"));
        }
        return storage.flaw().or(() -> copies.filter(number -> number < 1)
                .map(number -> new Flaw(number + " servers of PostgreSQL are none", "say copies(1) or more")));
    }

    @Override
    public Provision provision(Postgres postgres, Environment environment) {
        String name = postgres.name();
        ExternalService server =
                ExternalService.named(name).at(name + "-rw", PORT).build();
        Secret credentials = Secret.named(name + "-app");
        return Provision.builder()
                .output("host", server.host())
                .output("port", server.port())
                .output("database", Text.of(postgres.databaseName()))
                .output("username", credentials.key("username"))
                .output("password", credentials.key("password"))
                .secret(MadeSecret.named(name + "-app", "password", "username").madeByOthers())
                .with(Kubernetes.podsBehind(Map.of(CLUSTER, name)))
                .with(Kubernetes.objects(
                        "cloudnative-pg", attachment -> List.of(cluster(postgres, environment), network(name))))
                .build();
    }

    private HasMetadata cluster(Postgres postgres, Environment environment) {
        Map<String, Object> spec = new TreeMap<>();
        spec.put("instances", copies.orElse(environment.isProduction() ? 3 : 1));
        postgres.version().ifPresent(version -> spec.put("imageName", IMAGE + version));
        spec.put(
                "bootstrap",
                Map.of("initdb", new TreeMap<>(Map.of("database", postgres.databaseName(), "owner", USER))));
        Map<String, Object> volume = new TreeMap<>();
        volume.put("size", storage.size().toString());
        if (!storage.type().isEmpty()) {
            volume.put("storageClass", storage.type());
        }
        spec.put("storage", volume);
        return CustomResources.of(VERSION, "Cluster", postgres.name(), spec);
    }

    /**
     * What the servers need beside their users: each other, the operator, and the API server, whose address is not known.
     *
     * @see <a href="https://cloudnative-pg.io/documentation/current/networking/">Networking</a>
     */
    private HasMetadata network(String name) {
        NetworkPolicyPeer servers = new NetworkPolicyPeer();
        servers.setPodSelector(Facets.labelled(CLUSTER, name));
        NetworkPolicyPeer operators = new NetworkPolicyPeer();
        operators.setNamespaceSelector(Facets.ofNamespace(operator));
        operators.setPodSelector(Facets.labelled("app.kubernetes.io/name", "cloudnative-pg"));
        NetworkPolicyIngressRule in = new NetworkPolicyIngressRule();
        in.setFrom(new ArrayList<>(List.of(servers, operators)));
        in.setPorts(ports(STATUS_PORT, PORT));
        NetworkPolicyEgressRule toServers = new NetworkPolicyEgressRule();
        toServers.setTo(new ArrayList<>(List.of(servers)));
        toServers.setPorts(ports(STATUS_PORT, PORT));
        NetworkPolicyEgressRule toApiServer = new NetworkPolicyEgressRule();
        toApiServer.setPorts(ports(443, 6443));
        NetworkPolicySpec spec = new NetworkPolicySpec();
        spec.setPodSelector(Facets.labelled(CLUSTER, name));
        spec.setPolicyTypes(new ArrayList<>(List.of("Ingress", "Egress")));
        spec.setIngress(new ArrayList<>(List.of(in)));
        spec.setEgress(new ArrayList<>(List.of(toServers, toApiServer)));
        NetworkPolicy policy = new NetworkPolicy();
        // With a dot, which the name of no workload has.
        policy.setMetadata(CustomResources.named("servers-of." + name));
        policy.setSpec(spec);
        return policy;
    }

    private static List<NetworkPolicyPort> ports(int first, int second) {
        return new ArrayList<>(List.of(
                new NetworkPolicyPort(null, new IntOrString(first), "TCP"),
                new NetworkPolicyPort(null, new IntOrString(second), "TCP")));
    }
}
