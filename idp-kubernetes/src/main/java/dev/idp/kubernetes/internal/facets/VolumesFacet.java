package dev.idp.kubernetes.internal.facets;

import dev.idp.explain.Decision;
import dev.idp.kubernetes.internal.render.EnvironmentFacet;
import dev.idp.kubernetes.internal.render.Output;
import dev.idp.kubernetes.internal.render.Trace;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.ResourcePlan;
import dev.idp.spi.Volume;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;

/** The volumes that provisioners add, as claims that workloads mount. */
final class VolumesFacet implements EnvironmentFacet {

    @Override
    public void render(EnvironmentPlan environment, Output output) {
        for (ResourcePlan resource : environment.resources()) {
            resource.volumes().forEach(volume -> render(resource, volume, environment, output));
        }
    }

    private static void render(ResourcePlan resource, Volume volume, EnvironmentPlan environment, Output output) {
        Decision<Volume> said = resource.decision(volume);
        Trace trace = output.start();
        ObjectMeta meta = Metadata.ofNamespace(
                trace, "PersistentVolumeClaim", volume.name(), "", environment.namespaceOf(resource), environment);
        trace.cite("/metadata/name", said);
        PersistentVolumeClaim claim = new PersistentVolumeClaim();
        claim.setMetadata(meta);
        trace.cite("/spec/accessModes", said);
        trace.rule(
                "/spec/accessModes",
                volume.shared() ? "copies on several nodes may write to it" : "it is not shared by nodes");
        claim.setSpec(Claims.spec(
                trace.at("/spec"), volume.shared() ? Claims.MANY_NODES : Claims.ONE_NODE, volume.storage(), said));
        output.add(claim);
    }
}
