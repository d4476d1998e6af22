package dev.idp.kubernetes;

import dev.idp.kubernetes.internal.facets.Facets;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;

/** The policies of Cilium, which are generated like everything else, and so explain each of their lines. */
final class CiliumPolicies implements NamePolicies {

    static final CiliumPolicies INSTANCE = new CiliumPolicies();

    private CiliumPolicies() {}

    @Override
    public List<? extends HasMetadata> allow(CallsByName calls) {
        return List.of(Facets.ciliumPolicy(calls.workload(), calls.environment()));
    }

    /** Returns {@code cilium}. */
    @Override
    public String toString() {
        return "cilium";
    }
}
