package dev.idp.kubernetes.internal.facets;

import dev.idp.kubernetes.internal.render.Output;
import dev.idp.kubernetes.internal.render.Trace;
import dev.idp.kubernetes.internal.render.WorkloadFacet;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.WorkloadPlan;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ObjectMeta;

/** The plain variables and the plain files of a workload. */
final class ConfigurationFacet implements WorkloadFacet {

    @Override
    public void render(WorkloadPlan workload, EnvironmentPlan environment, Output output) {
        render(Configuration.variables(workload), "", workload, environment, output);
        render(Configuration.files(workload), "files", workload, environment, output);
    }

    private static void render(
            Configuration configuration,
            String part,
            WorkloadPlan workload,
            EnvironmentPlan environment,
            Output output) {
        if (configuration.isEmpty()) {
            return;
        }
        Trace trace = output.start();
        ObjectMeta meta = Metadata.ofWorkload(trace, "ConfigMap", workload, environment);
        trace.cite("/metadata/name", configuration.nameParts());
        meta.setName(configuration.name());
        ConfigMap map = new ConfigMap();
        map.setMetadata(meta);
        map.setImmutable(trace.because("/immutable", true, "another content has another name"));
        configuration.byKey().forEach((key, decision) -> trace.at("/data", key).cite("", decision));
        map.setData(configuration.texts());
        output.add(map, part);
    }
}
