package dev.idp.kubernetes.internal.facets;

import dev.idp.explain.Decision;
import dev.idp.kubernetes.internal.render.PodsBehind;
import dev.idp.kubernetes.internal.render.Trace;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.ResourcePlan;
import dev.idp.spi.Extension;
import io.fabric8.kubernetes.api.model.LabelSelector;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A resource whose pods something else makes, such as an operator. In the graph it is an external service of its name.
 *
 * @param resource the resource
 * @param pods the labels of the pods
 */
record Supplied(ResourcePlan resource, PodsBehind pods) {

    static Optional<Supplied> of(ResourcePlan resource) {
        return resource.extensions().stream()
                .filter(PodsBehind.class::isInstance)
                .map(pods -> new Supplied(resource, (PodsBehind) pods))
                .findFirst();
    }

    static Optional<Supplied> named(String name, EnvironmentPlan environment) {
        return environment.findResource(name).flatMap(Supplied::of);
    }

    LabelSelector selector(Trace trace) {
        Decision<Extension> said = resource.decision(pods);
        trace.cite("", said);
        trace.rule("", "they answer for " + resource.name());
        LabelSelector selector = new LabelSelector();
        selector.setMatchLabels(new TreeMap<>(pods.labels()));
        return selector;
    }
}
