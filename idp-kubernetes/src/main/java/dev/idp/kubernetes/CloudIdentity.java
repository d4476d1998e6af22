package dev.idp.kubernetes;

import dev.idp.Flaw;
import dev.idp.JsonForm;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * As whom a workload speaks to the cloud that its cluster runs in, without any key that could be stolen.
 *
 * <p>The cloud recognises the workload's own ServiceAccount, which says it by an annotation: <a
 * href="https://docs.aws.amazon.com/eks/latest/userguide/associate-service-account-role.html">IAM roles for service
 * accounts</a>, <a href="https://cloud.google.com/kubernetes-engine/docs/how-to/workload-identity">Workload Identity
 * Federation for GKE</a>, <a href="https://azure.github.io/azure-workload-identity/docs/topics/service-account-labels-and-annotations.html">
 * Microsoft Entra Workload ID</a>. The cloud must trust the ServiceAccount in turn.
 *
 * @param cloud whose identity it is
 * @param name what the cloud calls it
 */
public record CloudIdentity(Cloud cloud, String name) {

    static final JsonForm<CloudIdentity> JSON = new JsonForm<>(
            identity -> new TreeMap<>(Map.of("cloud", identity.cloud.name(), "name", identity.name)),
            json -> new CloudIdentity(
                    Cloud.valueOf(Fields.of(json).text("cloud")),
                    Fields.of(json).text("name")));

    /** Whose identities there are. */
    public enum Cloud {
        /** Roles of Amazon Web Services, by their ARN. */
        AWS(
                "AWS role",
                "arn:aws(-[a-z]+)*:iam::[0-9]{12}:role/([\\x21-\\x7e]{1,510}/)?[A-Za-z0-9+=,.@_-]{1,64}",
                "write it like arn:aws:iam::123456789012:role/orders"),
        /** Service accounts of Google Cloud, by their email address. */
        GOOGLE(
                "Google service account",
                "([a-z][a-z0-9-]{4,28}[a-z0-9]@[a-z0-9.-]+\\.iam|[0-9]+-compute@developer|[a-z0-9.-]+@appspot)"
                        + "\\.gserviceaccount\\.com",
                "write it like orders@shop-prod.iam.gserviceaccount.com"),
        /** Applications and managed identities of Azure, by their client id. */
        AZURE(
                "Azure client",
                "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}",
                "write it like 00000000-0000-0000-0000-000000000000");

        private final String word;
        private final Pattern form;
        private final String example;

        Cloud(String word, String form, String example) {
            this.word = word;
            this.form = Pattern.compile(form);
            this.example = example;
        }
    }

    /**
     * Refuses null.
     *
     * @param cloud whose identity it is
     * @param name what the cloud calls it
     */
    public CloudIdentity {
        Objects.requireNonNull(cloud, "the cloud of an identity is null");
        Objects.requireNonNull(name, "the name of a cloud's identity is null");
    }

    /**
     * Returns a role of Amazon Web Services.
     *
     * @param arn its ARN: {@code arn:aws:iam::123456789012:role/orders}
     * @return the identity
     */
    public static CloudIdentity awsRole(String arn) {
        return new CloudIdentity(Cloud.AWS, arn);
    }

    /**
     * Returns a service account of Google Cloud.
     *
     * @param email its address: {@code orders@shop-prod.iam.gserviceaccount.com}
     * @return the identity
     */
    public static CloudIdentity googleServiceAccount(String email) {
        return new CloudIdentity(Cloud.GOOGLE, email);
    }

    /**
     * Returns an application or a managed identity of Azure.
     *
     * @param clientId its client id, a UUID
     * @return the identity
     */
    public static CloudIdentity azureClient(String clientId) {
        return new CloudIdentity(Cloud.AZURE, clientId);
    }

    Optional<Flaw> flaw() {
        return cloud.form.matcher(name).matches()
                ? Optional.empty()
                : Optional.of(new Flaw("'" + name + "' is not the name of any " + cloud.word, cloud.example));
    }

    /** Returns for example {@code AWS role arn:aws:iam::123456789012:role/orders}. */
    @Override
    public String toString() {
        return cloud.word + " " + name;
    }
}
