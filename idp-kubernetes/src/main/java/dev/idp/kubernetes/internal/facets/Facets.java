package dev.idp.kubernetes.internal.facets;

import dev.idp.kubernetes.internal.render.EnvironmentFacet;
import dev.idp.kubernetes.internal.render.ServiceFacet;
import java.util.List;

/** Every concern that is rendered: a new one is a class of its own and a line here. */
public final class Facets {

    /** What an environment has as a whole. */
    public static final List<EnvironmentFacet> OF_ENVIRONMENT = List.of(new NamespaceFacet(), new DefaultDenyFacet());

    /** What every service has. */
    public static final List<ServiceFacet> OF_SERVICE = List.of(
            new IdentityFacet(),
            new ConfigurationFacet(),
            new WorkloadFacet(),
            new NetworkingFacet(),
            new AutoscalingFacet(),
            new DisruptionFacet(),
            new PublicFacet(),
            new IsolationFacet());

    /** The name of a network policy of the namespace itself, which no service can have. */
    public static final String TAKEN_NAME = DefaultDenyFacet.NAME;

    private Facets() {}
}
