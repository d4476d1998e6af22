package dev.idp.kubernetes.internal.facets;

import dev.idp.Settings;
import dev.idp.kubernetes.internal.render.Output;
import dev.idp.kubernetes.internal.render.ServiceFacet;
import dev.idp.kubernetes.internal.render.Trace;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.ServicePlan;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.DaemonSetSpec;

/** The pods of an agent, as a DaemonSet. The nodes say how many there are, so nothing scales or spreads them. */
final class DaemonSetFacet implements ServiceFacet {

    @Override
    public void render(ServicePlan service, EnvironmentPlan environment, Output output) {
        if (!Kinds.isOnEveryNode(service)) {
            return;
        }
        Trace trace = output.start();
        ObjectMeta meta = Kinds.ofService(trace, service, environment);
        trace.absent(
                "/spec/replicas",
                "there are as many copies as nodes",
                service.decision(Settings.KIND),
                service.decision(Settings.REPLICAS));
        DaemonSetSpec spec = new DaemonSetSpec();
        spec.setSelector(Metadata.selector(trace.at("/spec/selector"), service.identity()));
        spec.setTemplate(Pods.template(trace.at("/spec/template"), service, environment, output));
        spec.setUpdateStrategy(Rollouts.ofDaemonSet(trace, service));
        DaemonSet set = new DaemonSet();
        set.setMetadata(meta);
        set.setSpec(spec);
        output.add(set);
    }
}
