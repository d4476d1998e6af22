package dev.idp.kubernetes.internal.facets;

import dev.idp.Replicas;
import dev.idp.Settings;
import dev.idp.explain.Decision;
import dev.idp.kubernetes.internal.render.Output;
import dev.idp.kubernetes.internal.render.ServiceFacet;
import dev.idp.kubernetes.internal.render.Trace;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.ServicePlan;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentSpec;

/** The pods of a service, as a Deployment. */
final class DeploymentFacet implements ServiceFacet {

    @Override
    public void render(ServicePlan service, EnvironmentPlan environment, Output output) {
        Trace trace = output.start();
        ObjectMeta meta = Metadata.ofWorkload(trace, "Deployment", service, environment);
        meta.setLabels(Metadata.versioned(trace.at("/metadata/labels"), service, environment));

        DeploymentSpec spec = new DeploymentSpec();
        Decision<Replicas> replicas = service.decision(Settings.REPLICAS);
        if (replicas.value().isEmpty()) {
            trace.absent("/spec/replicas", "the number of copies is left to others", replicas);
        } else if (replicas.get().isScaled()) {
            trace.absent("/spec/replicas", "the autoscaler owns the number of copies", replicas);
        } else {
            spec.setReplicas(trace.value("/spec/replicas", replicas).minimum());
        }
        spec.setSelector(Metadata.selector(trace.at("/spec/selector"), service.identity()));

        spec.setTemplate(Pods.template(trace.at("/spec/template"), service, environment));

        Deployment deployment = new Deployment();
        deployment.setMetadata(meta);
        deployment.setSpec(spec);
        output.add(deployment);
    }
}
