package dev.idp.resources;

import dev.idp.Flaw;
import dev.idp.Resource;
import dev.idp.SecretText;
import dev.idp.Text;
import java.util.Optional;

/**
 * A bucket for objects, reached by the protocol of Amazon S3.
 *
 * <p>There is no default: no image is both maintained and free to run beside the services without further thought. That of
 * MinIO, once the usual choice, is no longer published, and its repository is archived since April 2026. What a team runs
 * instead is one provisioner, which supplies the outputs {@code endpoint}, {@code bucket} and {@code region}, and the
 * secret ones {@code access-key} and {@code secret-key}.
 *
 * @param name a DNS label, unique in the platform
 * @param resourceClass which sort of bucket is needed; empty for the usual one
 * @param sharedBecause why several teams may use it
 */
public record Bucket(String name, String resourceClass, Optional<String> sharedBecause) implements Resource {

    /**
     * Returns the need for a bucket.
     *
     * @param name a DNS label, unique in the platform
     * @return the resource
     */
    public static Bucket named(String name) {
        return new Bucket(Nulls.refuse(name, "the name of a Bucket"), "", Optional.empty());
    }

    /**
     * Returns the provisioner for buckets that exist already, reached over TLS, at 443.
     *
     * @param host the host name of the endpoint, like {@code s3.eu-central-1.amazonaws.com}
     * @return the provisioner
     */
    public static ExistingBuckets existingAt(String host) {
        return ExistingBuckets.at(host);
    }

    /**
     * Returns this need, for one sort of bucket among those that environments offer.
     *
     * @param resourceClass for example {@code archive}
     * @return the resource
     */
    public Bucket ofClass(String resourceClass) {
        return new Bucket(name, Nulls.refuse(resourceClass, "the class of Bucket '" + name + "'"), sharedBecause);
    }

    /**
     * Returns this need, for several teams.
     *
     * @param reason why they may share it
     * @return the resource
     */
    public Bucket sharedBecause(String reason) {
        Nulls.refuse(reason, "the reason to share Bucket '" + name + "'");
        return new Bucket(name, resourceClass, Optional.of(reason));
    }

    /**
     * Returns the URL of the server that has the bucket, like {@code https://s3.eu-central-1.amazonaws.com:443}.
     *
     * @return a reference to it
     */
    public Text endpoint() {
        return output("endpoint");
    }

    /**
     * Returns the bucket's name on its server.
     *
     * @return a reference to it
     */
    public Text bucket() {
        return output("bucket");
    }

    /**
     * Returns the region, which clients sign their requests for.
     *
     * @return a reference to it
     */
    public Text region() {
        return output("region");
    }

    /**
     * Returns the id of the key that requests are signed with.
     *
     * @return a reference to the secret output {@code access-key}
     */
    public SecretText accessKey() {
        return secretOutput("access-key");
    }

    /**
     * Returns the key that requests are signed with.
     *
     * @return a reference to the secret output {@code secret-key}
     */
    public SecretText secretKey() {
        return secretOutput("secret-key");
    }

    @Override
    public Optional<Flaw> flaw() {
        return Flaws.ofWords(resourceClass, sharedBecause);
    }
}
