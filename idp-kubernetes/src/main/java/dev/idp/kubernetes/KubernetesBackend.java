package dev.idp.kubernetes;

import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.PlatformException;
import dev.idp.plan.Problem;
import dev.idp.spi.Backend;
import java.util.ArrayList;
import java.util.List;

/** Renders a planned environment to Kubernetes objects. */
final class KubernetesBackend implements Backend<Manifests> {

    @Override
    public String id() {
        return Kubernetes.ID;
    }

    @Override
    public Manifests render(EnvironmentPlan environment) {
        List<Problem> problems = new ArrayList<>(TakenNames.problems(environment));
        problems.addAll(Inexpressible.problems(environment));
        problems.addAll(Edits.problems(environment));
        if (!problems.isEmpty()) {
            throw new PlatformException(environment.platform().get(), List.of(environment.name()), problems);
        }
        return new Manifests(environment);
    }
}
