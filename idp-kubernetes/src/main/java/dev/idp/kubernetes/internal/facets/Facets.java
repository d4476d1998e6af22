package dev.idp.kubernetes.internal.facets;

import dev.idp.kubernetes.internal.render.EnvironmentFacet;
import dev.idp.kubernetes.internal.render.WorkloadFacet;
import java.util.List;
import java.util.Set;

/** Every concern that is rendered: a new one is a class of its own and a line here. */
public final class Facets {

    /** What an environment has as a whole. */
    public static final List<EnvironmentFacet> OF_ENVIRONMENT = List.of(new NamespaceFacet(), new DefaultDenyFacet());

    /** What workloads have, each facet for the kinds that it knows. */
    public static final List<WorkloadFacet> OF_WORKLOAD = List.of(
            new IdentityFacet(),
            new ConfigurationFacet(),
            new DeploymentFacet(),
            new NetworkingFacet(),
            new AutoscalingFacet(),
            new DisruptionFacet(),
            new IngressFacet(),
            new GatewayFacet(),
            new IsolationFacet());

    /** The name of a network policy of the namespace itself, which no workload can have. */
    public static final String TAKEN_NAME = DefaultDenyFacet.NAME;

    /** Keys of labels that are not for workloads to say. */
    public static final Set<String> TAKEN_LABELS = Metadata.TAKEN_LABELS;

    /** Keys of annotations that are not for workloads to say. */
    public static final Set<String> TAKEN_ANNOTATIONS = Metadata.TAKEN_ANNOTATIONS;

    private Facets() {}
}
