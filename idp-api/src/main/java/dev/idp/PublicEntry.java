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

    /**
     * Returns an entry.
     *
     * @param name the name by which the runtime knows it, on Kubernetes the ingress class
     * @param space the space that its own processes run in, on Kubernetes their namespace
     * @return the entry, without certificates
     */
    public static PublicEntry named(String name, String space) {
        return ImmutablePublicEntry.builder()
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
        return ImmutablePublicEntry.builder()
                .from(this)
                .certificateIssuer(Nulls.refuse(issuer, "the issuer of certificates"))
                .build();
    }

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

    private static Object write(PublicEntry entry) {
        Map<String, Object> json = new TreeMap<>(Map.of("name", entry.name(), "space", entry.space()));
        entry.certificateIssuer().ifPresent(issuer -> json.put("certificateIssuer", issuer));
        return json;
    }

    private static PublicEntry read(Object json) {
        Fields fields = Fields.of(json);
        return ImmutablePublicEntry.builder()
                .name(fields.text("name"))
                .space(fields.text("space"))
                .certificateIssuer(fields.findText("certificateIssuer"))
                .build();
    }

    /** Returns for example {@code nginx in ingress-nginx, certificates from letsencrypt}. */
    @Override
    public String toString() {
        return name() + " in " + space()
                + certificateIssuer()
                        .map(issuer -> ", certificates from " + issuer)
                        .orElse("");
    }
}
