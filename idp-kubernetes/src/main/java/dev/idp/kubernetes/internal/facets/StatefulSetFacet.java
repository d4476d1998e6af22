package dev.idp.kubernetes.internal.facets;

import dev.idp.ServiceKind;
import dev.idp.Settings;
import dev.idp.Storage;
import dev.idp.explain.Decision;
import dev.idp.kubernetes.internal.render.Output;
import dev.idp.kubernetes.internal.render.ServiceFacet;
import dev.idp.kubernetes.internal.render.Trace;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.ServicePlan;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceSpec;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSetSpec;
import java.util.ArrayList;
import java.util.List;

/**
 * The pods of a stateful service, as a StatefulSet, and the headless Service by which each copy has an address of its own:
 * {@code orders-0.orders-headless}.
 *
 * <p>Claims of storage cannot be changed, so they have no labels that could. What happens to them when copies are removed
 * is left to Kubernetes, which keeps them.
 */
final class StatefulSetFacet implements ServiceFacet {

    static final String HEADLESS = "-headless";

    private static final String EACH_COPY = "gives each copy an address of its own";

    @Override
    public void render(ServicePlan service, EnvironmentPlan environment, Output output) {
        if (service.serviceKind() != ServiceKind.STATEFUL) {
            return;
        }
        Trace trace = output.start();
        ObjectMeta meta = Kinds.ofService(trace, service, environment);
        StatefulSetSpec spec = new StatefulSetSpec();
        spec.setReplicas(Kinds.replicas(trace, service.decision(Settings.REPLICAS)));
        spec.setSelector(Metadata.selector(trace.at("/spec/selector"), service.identity()));
        trace.cite("/spec/serviceName", service.identity());
        trace.rule("/spec/serviceName", EACH_COPY);
        spec.setServiceName(headless(service));
        spec.setTemplate(Pods.template(trace.at("/spec/template"), service, environment, output));
        spec.setVolumeClaimTemplates(claims(trace, service));
        spec.setUpdateStrategy(Rollouts.ofStatefulSet(trace, service));
        trace.absent(
                "/spec/persistentVolumeClaimRetentionPolicy",
                "left to Kubernetes, which keeps the storage of copies that are gone");
        StatefulSet set = new StatefulSet();
        set.setMetadata(meta);
        set.setSpec(spec);
        output.add(set);
        addHeadless(service, environment, output);
    }

    private static String headless(ServicePlan service) {
        return service.name() + HEADLESS;
    }

    private static List<PersistentVolumeClaim> claims(Trace trace, ServicePlan service) {
        List<PersistentVolumeClaim> claims = new ArrayList<>();
        service.entries(Settings.STORAGE).forEach((path, said) -> {
            Trace at = trace.at("/spec/volumeClaimTemplates", claims.size());
            claims.add(claim(at, path, said));
        });
        return claims;
    }

    private static PersistentVolumeClaim claim(Trace trace, String path, Decision<Storage> said) {
        Metadata.head(trace, "PersistentVolumeClaim");
        trace.cite("/metadata/name", said);
        ObjectMeta meta = new ObjectMeta();
        meta.setName(Volumes.storageName(path));
        PersistentVolumeClaim claim = new PersistentVolumeClaim();
        claim.setMetadata(meta);
        claim.setSpec(Claims.spec(
                trace.at("/spec"),
                trace.because("/spec/accessModes", Claims.ONE_NODE, "each copy has it for itself"),
                said.get(),
                said));
        return claim;
    }

    private static void addHeadless(ServicePlan service, EnvironmentPlan environment, Output output) {
        Trace trace = output.start();
        ObjectMeta meta = Metadata.ofWorkload(trace, "Service", service, environment);
        trace.cite("/metadata/name", service.identity());
        trace.rule("/metadata/name", EACH_COPY);
        meta.setName(headless(service));
        ServiceSpec spec = new ServiceSpec();
        spec.setClusterIP(trace.because("/spec/clusterIP", "None", EACH_COPY));
        spec.setPublishNotReadyAddresses(trace.because(
                "/spec/publishNotReadyAddresses", true, "copies may have to find each other to become ready"));
        spec.setSelector(Metadata.selected(trace.at("/spec/selector"), service.identity()));
        spec.setPorts(NetworkingFacet.ports(trace, service));
        Service headless = new Service();
        headless.setMetadata(meta);
        headless.setSpec(spec);
        output.add(headless, "headless");
    }
}
