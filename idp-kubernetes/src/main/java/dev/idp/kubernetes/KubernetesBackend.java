package dev.idp.kubernetes;

import dev.idp.plan.EnvironmentPlan;
import dev.idp.spi.Backend;

/** Renders a planned environment to Kubernetes objects. */
final class KubernetesBackend implements Backend<Manifests> {

    @Override
    public String id() {
        return Kubernetes.ID;
    }

    @Override
    public Manifests render(EnvironmentPlan environment) {
        ReservedNames.check(environment);
        Edits.check(environment);
        return new Manifests(environment);
    }
}
