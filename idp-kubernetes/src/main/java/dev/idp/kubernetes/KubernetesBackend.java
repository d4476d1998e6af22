package dev.idp.kubernetes;

import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.PlatformException;
import dev.idp.plan.Problem;
import dev.idp.spi.Backend;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Renders a planned environment to Kubernetes objects. */
final class KubernetesBackend implements Backend<Manifests> {

    @Override
    public String id() {
        return Kubernetes.ID;
    }

    @Override
    public Manifests render(EnvironmentPlan environment) {
        List<Problem> problems = new ArrayList<>(TakenNames.problems(environment));
        problems.addAll(Limits.problems(environment));
        problems.addAll(Inexpressible.problems(environment));
        problems.addAll(Unfitting.problems(environment));
        problems.addAll(FaultyWaits.problems(environment));
        problems.addAll(Admission.problems(environment));
        problems.addAll(NamelessHosts.problems(environment));
        // What is wrong otherwise cannot be rendered, so there is nothing to extend.
        Set<String> faulty = problems.stream().map(Problem::subject).collect(Collectors.toSet());
        problems.addAll(Extensions.problems(environment, faulty));
        if (!problems.isEmpty()) {
            throw new PlatformException(environment.platform().get(), List.of(environment.name()), problems);
        }
        return new Manifests(environment, HostNames.asCalled(environment));
    }
}
