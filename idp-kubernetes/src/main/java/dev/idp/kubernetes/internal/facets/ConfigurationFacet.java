package dev.idp.kubernetes.internal.facets;

import dev.idp.kubernetes.internal.render.Output;
import dev.idp.kubernetes.internal.render.ServiceFacet;
import dev.idp.kubernetes.internal.render.Trace;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.ServicePlan;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ObjectMeta;

/** The plain variables of a service. */
final class ConfigurationFacet implements ServiceFacet {

    @Override
    public void render(ServicePlan service, EnvironmentPlan environment, Output output) {
        Configuration configuration = new Configuration(service);
        if (configuration.isEmpty()) {
            return;
        }
        Trace trace = output.start();
        ObjectMeta meta = Metadata.ofService(trace, "ConfigMap", service, environment);
        trace.cite("/metadata/name", configuration.nameParts());
        meta.setName(configuration.name());
        ConfigMap map = new ConfigMap();
        map.setMetadata(meta);
        map.setImmutable(trace.because("/immutable", true, "another content has another name"));
        configuration.variables().forEach((name, decision) -> trace.at("/data", name)
                .cite("", decision));
        map.setData(configuration.texts());
        output.add(map);
    }
}
