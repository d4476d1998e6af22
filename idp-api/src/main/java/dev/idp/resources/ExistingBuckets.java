package dev.idp.resources;

import dev.idp.Environment;
import dev.idp.ExternalService;
import dev.idp.Flaw;
import dev.idp.Names;
import dev.idp.Secret;
import dev.idp.Text;
import dev.idp.spi.Provision;
import dev.idp.spi.Provisioner;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Supplies buckets that exist already. Whoever uses one of them calls an external service of its name.
 *
 * <p>Its components are for {@link Bucket#existingAt} and the methods below to fill.
 *
 * @param host the host name of the endpoint
 * @param networks the networks that its addresses belong to
 * @param prefix what stands before the name of each resource in that of its bucket
 * @param region the region that requests are signed for
 * @param keys the secret with the keys to sign requests with
 */
public record ExistingBuckets(String host, List<String> networks, String prefix, String region, Optional<Secret> keys)
        implements Provisioner<Bucket> {

    /** The characters of bucket names and of regions, by the documentation of Amazon S3. */
    private static final Pattern CHARACTERS = Pattern.compile("[a-z0-9.-]*");

    static ExistingBuckets at(String host) {
        Nulls.refuse(host, "the host of existing buckets");
        return new ExistingBuckets(host, List.of(), "", "us-east-1", Optional.empty());
    }

    /**
     * Says which networks the server's addresses belong to, so that nothing else needs to be opened for it.
     *
     * @param network a block in CIDR notation, like {@code 10.20.0.0/24}
     * @param more more of them
     * @return the provisioner
     */
    public ExistingBuckets within(String network, String... more) {
        List<String> all = Stream.concat(networks.stream(), Stream.concat(Stream.of(network), Arrays.stream(more)))
                .toList();
        return new ExistingBuckets(host, all, prefix, region, keys);
    }

    /**
     * Says what stands before the name of each resource in that of its bucket. Nothing does until somebody says so, but on
     * servers that others use as well no two buckets can have one name.
     *
     * @param prefix for example {@code shop-prod-}
     * @return the provisioner
     */
    public ExistingBuckets prefixed(String prefix) {
        Nulls.refuse(prefix, "the prefix of existing buckets");
        return new ExistingBuckets(host, networks, prefix, region, keys);
    }

    /**
     * Says which region requests are signed for: {@code us-east-1} until somebody says otherwise, which is what servers
     * that know no regions take.
     *
     * @param region for example {@code eu-central-1}
     * @return the provisioner
     */
    public ExistingBuckets region(String region) {
        Nulls.refuse(region, "the region of existing buckets");
        return new ExistingBuckets(host, networks, prefix, region, keys);
    }

    /**
     * Says what to sign requests with: the values under the keys {@code access-key} and {@code secret-key} of a secret.
     *
     * @param secret a secret that the environment has
     * @return the provisioner
     */
    public ExistingBuckets credentials(Secret secret) {
        Nulls.refuse(secret, "the credentials of existing buckets");
        return new ExistingBuckets(host, networks, prefix, region, Optional.of(secret));
    }

    @Override
    public String id() {
        return "existing-buckets";
    }

    @Override
    public Optional<Flaw> flaw(Bucket bucket, Environment environment) {
        if (!CHARACTERS.matcher(prefix).matches()) {
            return Optional.of(new Flaw(
                    "'" + prefix + "' cannot begin the name of a bucket",
                    "use lower-case letters, digits, dashes and dots"));
        }
        return region.isEmpty() || !CHARACTERS.matcher(region).matches()
                ? Optional.of(new Flaw("'" + region + "' is not a region", "write it like eu-central-1"))
                : keys.flatMap(secret -> Names.flawOfLabel(secret.name(), "a secret"));
    }

    @Override
    public Provision provision(Bucket bucket, Environment environment) {
        ExternalService server = ExternalService.named(bucket.name())
                .at(host, 443)
                .within(networks.toArray(String[]::new))
                .build();
        Provision.Builder provision = Provision.builder()
                .output("endpoint", server.url())
                .output("bucket", Text.of(prefix + bucket.name()))
                .output("region", Text.of(region));
        keys.ifPresent(secret -> provision
                .output("access-key", secret.key("access-key"))
                .output("secret-key", secret.key("secret-key")));
        return provision.build();
    }
}
