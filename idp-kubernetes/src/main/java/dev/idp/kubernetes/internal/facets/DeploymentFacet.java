package dev.idp.kubernetes.internal.facets;

import dev.idp.ServiceKind;
import dev.idp.Settings;
import dev.idp.kubernetes.internal.render.Output;
import dev.idp.kubernetes.internal.render.ServiceFacet;
import dev.idp.kubernetes.internal.render.Trace;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.ServicePlan;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentSpec;

/** The pods of a stateless service, as a Deployment. */
final class DeploymentFacet implements ServiceFacet {

    @Override
    public void render(ServicePlan service, EnvironmentPlan environment, Output output) {
        if (service.serviceKind() != ServiceKind.STATELESS) {
            return;
        }
        Trace trace = output.start();
        ObjectMeta meta = Kinds.ofService(trace, service, environment);
        DeploymentSpec spec = new DeploymentSpec();
        spec.setReplicas(Kinds.replicas(trace, service.decision(Settings.REPLICAS)));
        spec.setSelector(Metadata.selector(trace.at("/spec/selector"), service.identity()));
        spec.setTemplate(Pods.template(trace.at("/spec/template"), service, environment, output));
        spec.setStrategy(Rollouts.ofDeployment(trace, service));
        Deployment deployment = new Deployment();
        deployment.setMetadata(meta);
        deployment.setSpec(spec);
        output.add(deployment);
    }
}
