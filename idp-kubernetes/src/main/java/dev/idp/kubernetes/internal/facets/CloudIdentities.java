package dev.idp.kubernetes.internal.facets;

import dev.idp.explain.Decision;
import dev.idp.kubernetes.CloudIdentity;
import dev.idp.kubernetes.KubernetesSettings;
import dev.idp.kubernetes.internal.render.Trace;
import dev.idp.plan.WorkloadPlan;
import java.util.Map;
import java.util.Set;

/**
 * As whom a workload speaks to the cloud that its cluster runs in.
 *
 * <p>None of the clouds needs the token of the API server for it: the webhooks of <a
 * href="https://github.com/aws/amazon-eks-pod-identity-webhook">AWS</a> and <a
 * href="https://azure.github.io/azure-workload-identity/docs/installation/mutating-admission-webhook.html">Azure</a> mount a
 * token of their own, and on GKE the metadata server of the node answers.
 */
final class CloudIdentities {

    /** Of pods, for Azure's webhook, which passes over all others. */
    static final String USES_AZURE = "azure.workload.identity/use";

    /** Of service accounts. */
    static final Set<String> ANNOTATIONS =
            Set.of(key(CloudIdentity.Cloud.AWS), key(CloudIdentity.Cloud.GOOGLE), key(CloudIdentity.Cloud.AZURE));

    private CloudIdentities() {}

    private static String key(CloudIdentity.Cloud cloud) {
        return switch (cloud) {
            case AWS -> "eks.amazonaws.com/role-arn";
            case GOOGLE -> "iam.gke.io/gcp-service-account";
            case AZURE -> "azure.workload.identity/client-id";
        };
    }

    static void annotate(Trace trace, Map<String, String> annotations, WorkloadPlan workload) {
        Decision<CloudIdentity> identity = workload.decision(KubernetesSettings.CLOUD_IDENTITY);
        if (identity.isPresent()) {
            String key = key(identity.get().cloud());
            annotations.put(key, trace.at("", key).value("", identity).name());
            return;
        }
        for (CloudIdentity.Cloud cloud : CloudIdentity.Cloud.values()) {
            trace.at("", key(cloud)).absent("", KubernetesSettings.CLOUD_IDENTITY.reason(), identity);
        }
    }

    static void label(Trace trace, Map<String, String> labels, WorkloadPlan workload) {
        Decision<CloudIdentity> identity = workload.decision(KubernetesSettings.CLOUD_IDENTITY);
        if (identity.value()
                .filter(it -> it.cloud() == CloudIdentity.Cloud.AZURE)
                .isPresent()) {
            labels.put(
                    USES_AZURE,
                    trace.at("", USES_AZURE)
                            .because("", "true", "Azure's webhook mounts its token into such pods alone", identity));
        }
    }

    /** Says why there is no token of the API server, also where the cloud wants a token. */
    static boolean noToken(Trace trace, WorkloadPlan workload) {
        Decision<CloudIdentity> identity = workload.decision(KubernetesSettings.CLOUD_IDENTITY);
        return identity.isPresent()
                ? trace.because(
                        "/automountServiceAccountToken",
                        false,
                        IdentityFacet.NO_TOKEN + ", and "
                                + byTheCloud(identity.get().cloud()),
                        identity)
                : trace.because("/automountServiceAccountToken", false, IdentityFacet.NO_TOKEN);
    }

    private static String byTheCloud(CloudIdentity.Cloud cloud) {
        return switch (cloud) {
            case AWS, AZURE -> "the cloud's webhook mounts one of its own";
            case GOOGLE -> "the cloud's is given out by the node";
        };
    }
}
