package dev.idp;

import dev.idp.internal.json.Fields;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.immutables.value.Value;

/** Where public traffic enters an environment. */
@Hidden
@Value.Immutable
@SuppressWarnings("exports") // Its annotations are for the compiler alone.
public abstract class PublicEntry {

    static final JsonForm<PublicEntry> JSON = new JsonForm<>(PublicEntry::write, PublicEntry::read);

    PublicEntry() {}

    /** What the entry is made of. */
    public enum Kind {
        /** A proxy that every service tells which hosts and paths it serves, on Kubernetes an ingress controller. */
        INGRESS,
        /** A gateway of the <a href="https://gateway-api.sigs.k8s.io/">Gateway API</a>, which somebody else runs. */
        GATEWAY
    }

    /**
     * Returns an entry through a proxy.
     *
     * @param name the name by which the runtime knows it, on Kubernetes the ingress class
     * @param space the space that its own processes run in, on Kubernetes their namespace
     * @return the entry, without certificates
     */
    public static PublicEntry named(String name, String space) {
        return of(Kind.INGRESS, name, space);
    }

    /**
     * Returns an entry through a gateway.
     *
     * @param name the gateway's name
     * @param space the space that the gateway and its processes are in, on Kubernetes their namespace
     * @return the entry, without certificates
     */
    public static PublicEntry gateway(String name, String space) {
        return of(Kind.GATEWAY, name, space);
    }

    private static PublicEntry of(Kind kind, String name, String space) {
        return ImmutablePublicEntry.builder()
                .kind(kind)
                .name(Nulls.refuse(name, "the name of a public entry"))
                .space(Nulls.refuse(space, "the space of public entry '" + name + "'"))
                .build();
    }

    /**
     * Returns this entry with TLS for every public host.
     *
     * @param issuer who issues the certificates, on Kubernetes a cluster issuer of cert-manager
     * @return the entry
     */
    public PublicEntry certificatesFrom(String issuer) {
        return copy().certificateIssuer(Nulls.refuse(issuer, "the issuer of certificates"))
                .build();
    }

    /**
     * Returns this entry with TLS by a certificate that is there already, such as one for all hosts of a domain.
     *
     * @param secret the name of the secret that holds certificate and key, in the environment's space
     * @return the entry
     */
    public PublicEntry certificateIn(String secret) {
        return copy().certificateSecret(Nulls.refuse(secret, "the secret of a certificate"))
                .build();
    }

    /**
     * Returns this entry, which does TLS by itself, as gateways and the load balancers of clouds do.
     *
     * @return the entry
     */
    public PublicEntry terminatingTls() {
        return copy().terminatesTls(true).build();
    }

    private ImmutablePublicEntry.Builder copy() {
        return ImmutablePublicEntry.builder().from(this);
    }

    /**
     * Returns what the entry is made of.
     *
     * @return the kind
     */
    public abstract Kind kind();

    /**
     * Returns the name by which the runtime knows the entry.
     *
     * @return the name
     */
    public abstract String name();

    /**
     * Returns the space that the entry's own processes run in.
     *
     * @return the space
     */
    public abstract String space();

    /**
     * Returns who issues the certificates of public hosts.
     *
     * @return the issuer, or empty when hosts are served without TLS
     */
    public abstract Optional<String> certificateIssuer();

    /**
     * Returns the secret that holds the certificate of all public hosts.
     *
     * @return the name of the secret, or empty
     */
    public abstract Optional<String> certificateSecret();

    /**
     * Tells whether the entry does TLS by itself.
     *
     * @return false unless somebody said so
     */
    @Value.Default
    public boolean terminatesTls() {
        return false;
    }

    /**
     * Tells whether the public reaches services through TLS.
     *
     * @return true if there is a certificate, wherever it is from
     */
    public boolean hasTls() {
        return certificateIssuer().isPresent() || certificateSecret().isPresent() || terminatesTls();
    }

    Optional<Flaw> flaw() {
        if (certificateIssuer().isPresent() && certificateSecret().isPresent()) {
            return Optional.of(new Flaw(
                    "public entry '" + name() + "' has certificates of two sources",
                    "say certificatesFrom(...) or certificateIn(...)"));
        }
        if (kind() == Kind.GATEWAY
                && (certificateIssuer().isPresent() || certificateSecret().isPresent())) {
            return Optional.of(new Flaw(
                    "gateway '" + name() + "' has its certificates itself, not its routes",
                    "say terminatingTls() if it has any"));
        }
        return Names.flawOfLabel(space(), "the space of a public entry")
                .or(() -> Names.flawOfLabel(name(), "a public entry"))
                .or(() -> certificateSecret().flatMap(secret -> Names.flawOfLabel(secret, "a secret")));
    }

    private static Object write(PublicEntry entry) {
        Map<String, Object> json =
                new TreeMap<>(Map.of("kind", entry.kind().name(), "name", entry.name(), "space", entry.space()));
        entry.certificateIssuer().ifPresent(issuer -> json.put("certificateIssuer", issuer));
        entry.certificateSecret().ifPresent(secret -> json.put("certificateSecret", secret));
        json.put("terminatesTls", entry.terminatesTls());
        return json;
    }

    private static PublicEntry read(Object json) {
        Fields fields = Fields.of(json);
        return ImmutablePublicEntry.builder()
                .kind(Kind.valueOf(fields.text("kind")))
                .name(fields.text("name"))
                .space(fields.text("space"))
                .certificateIssuer(fields.findText("certificateIssuer"))
                .certificateSecret(fields.findText("certificateSecret"))
                .terminatesTls(fields.truth("terminatesTls"))
                .build();
    }

    /** Returns for example {@code nginx in ingress-nginx, certificates from letsencrypt}. */
    @Override
    public String toString() {
        return (kind() == Kind.GATEWAY ? "gateway " : "") + name() + " in " + space()
                + certificateIssuer()
                        .map(issuer -> ", certificates from " + issuer)
                        .orElse("")
                + certificateSecret()
                        .map(secret -> ", certificate in " + secret)
                        .orElse("")
                + (terminatesTls() ? ", terminating TLS" : "");
    }
}
