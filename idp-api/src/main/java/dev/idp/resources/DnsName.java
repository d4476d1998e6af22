package dev.idp.resources;

import dev.idp.Environment;
import dev.idp.Flaw;
import dev.idp.Names;
import dev.idp.Resource;
import dev.idp.Text;
import dev.idp.spi.Provision;
import dev.idp.spi.Provisioner;
import java.util.Optional;
import java.util.function.Function;

/**
 * A host name that people or machines elsewhere know, such as the one that links in mails lead to. Each environment says
 * which one it is; there is no default.
 *
 * @param name a DNS label, unique in the platform
 * @param resourceClass which sort of name is needed; empty for the usual one
 * @param sharedBecause why several teams may use it
 */
public record DnsName(String name, String resourceClass, Optional<String> sharedBecause) implements Resource {

    /**
     * Returns the need for a host name.
     *
     * @param name a DNS label, unique in the platform
     * @return the resource
     */
    public static DnsName named(String name) {
        return new DnsName(Nulls.refuse(name, "the name of a DnsName"), "", Optional.empty());
    }

    /**
     * Returns the provisioner that puts each name below a domain.
     *
     * @param domain for example {@code shop.example}, below which the name {@code api} is {@code api.shop.example}
     * @return the provisioner
     */
    public static Provisioner<DnsName> below(String domain) {
        Nulls.refuse(domain, "the domain of a DnsName");
        return new Known("dns-name-below", domain, resource -> resource.name() + "." + domain);
    }

    /**
     * Returns the provisioner for one name that is known beforehand.
     *
     * @param host for example {@code api.shop.example}
     * @return the provisioner
     */
    public static Provisioner<DnsName> existing(String host) {
        return new Known("existing-dns-name", Nulls.refuse(host, "the host of a DnsName"), resource -> host);
    }

    /**
     * Returns this need, for one sort of name among those that environments offer.
     *
     * @param resourceClass for example {@code internal}
     * @return the resource
     */
    public DnsName ofClass(String resourceClass) {
        return new DnsName(name, Nulls.refuse(resourceClass, "the class of DnsName '" + name + "'"), sharedBecause);
    }

    /**
     * Returns this need, for several teams.
     *
     * @param reason why they may share it
     * @return the resource
     */
    public DnsName sharedBecause(String reason) {
        Nulls.refuse(reason, "the reason to share DnsName '" + name + "'");
        return new DnsName(name, resourceClass, Optional.of(reason));
    }

    /**
     * Returns the host name.
     *
     * @return a reference to the output {@code host}
     */
    public Text host() {
        return output("host");
    }

    @Override
    public Optional<Flaw> flaw() {
        return Flaws.ofWords(resourceClass, sharedBecause);
    }

    private record Known(String id, String said, Function<DnsName, String> host) implements Provisioner<DnsName> {

        @Override
        public Optional<Flaw> flaw(DnsName resource, Environment environment) {
            return Names.isSubdomain(said)
                    ? Optional.empty()
                    : Optional.of(new Flaw("'" + said + "' is not a DNS name", "write it like shop.example"));
        }

        @Override
        public Provision provision(DnsName resource, Environment environment) {
            return Provision.builder()
                    .output("host", Text.of(host.apply(resource)))
                    .build();
        }
    }
}
