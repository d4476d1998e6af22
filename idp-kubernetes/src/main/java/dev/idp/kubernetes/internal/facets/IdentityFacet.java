package dev.idp.kubernetes.internal.facets;

import dev.idp.kubernetes.internal.render.Output;
import dev.idp.kubernetes.internal.render.Trace;
import dev.idp.kubernetes.internal.render.WorkloadFacet;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.WorkloadPlan;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ServiceAccount;

/**
 * A service account of its own for every workload, so that one can be granted something without the others. Pods ask for
 * its token themselves if they need it.
 */
final class IdentityFacet implements WorkloadFacet {

    static final String NO_TOKEN = "a token that nobody asked for can only be stolen";

    @Override
    public void render(WorkloadPlan workload, EnvironmentPlan environment, Output output) {
        Trace trace = output.start();
        ServiceAccount account = new ServiceAccount();
        ObjectMeta meta = Metadata.ofWorkload(trace, "ServiceAccount", workload, environment);
        CloudIdentities.annotate(trace.at("/metadata/annotations"), meta.getAnnotations(), workload);
        account.setMetadata(meta);
        account.setAutomountServiceAccountToken(CloudIdentities.noToken(trace, workload));
        output.add(account);
    }
}
