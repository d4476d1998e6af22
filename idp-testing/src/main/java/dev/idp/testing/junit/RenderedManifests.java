package dev.idp.testing.junit;

import dev.idp.kubernetes.Kubernetes;
import dev.idp.plan.EnvironmentPlan;

/** The one class here that needs idp-kubernetes. It is loaded when a test asks for manifests, and not before. */
final class RenderedManifests {

    static final String TYPE = "dev.idp.kubernetes.Manifests";

    private RenderedManifests() {}

    static Object of(EnvironmentPlan environment) {
        return Kubernetes.backend().render(environment);
    }
}
