package dev.idp.kubernetes;

import dev.idp.ServiceKind;
import dev.idp.Settings;
import dev.idp.explain.Claim;
import dev.idp.explain.Decision;
import dev.idp.explain.Source;
import dev.idp.kubernetes.internal.facets.Facets;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.Problem;
import dev.idp.plan.ServicePlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a service says by {@link KubernetesSettings} and the objects that run its copies cannot do. What an environment or a
 * path says of all services may pass over some.
 */
final class Unfitting {

    private final EnvironmentPlan environment;
    private final List<Problem> problems = new ArrayList<>();

    private Unfitting(EnvironmentPlan environment) {
        this.environment = environment;
    }

    static List<Problem> problems(EnvironmentPlan environment) {
        Unfitting found = new Unfitting(environment);
        environment.services().forEach(service -> {
            Decision<Rollout> rollout = service.decision(KubernetesSettings.ROLLOUT);
            own(rollout).ifPresent(said -> found.rollout(service, rollout.get(), said));
            own(service.decision(KubernetesSettings.SCALING)).ifPresent(scaling -> found.scaling(service, scaling));
            service.entries(KubernetesSettings.ENTRY_ANNOTATION)
                    .forEach((key, value) -> own(value).ifPresent(said -> found.entry(service, key, said)));
        });
        return found.problems;
    }

    private void rollout(ServicePlan service, Rollout rollout, Source said) {
        Facets.flawOf(rollout, service.serviceKind())
                .ifPresent(flaw -> problems.add(problem(service, flaw.message())
                        .cite("rollout", said)
                        .cite("kind", service.decision(Settings.KIND).source())
                        .fix(flaw.fix())));
    }

    private void entry(ServicePlan service, String key, Source said) {
        if (service.entries(Settings.ROUTE).isEmpty()) {
            problems.add(problem(service, "it is not public, so no entry reads entry-annotation " + key)
                    .cite("said", said)
                    .fix("say publicAt(...), or remove the annotation"));
        }
    }

    private void scaling(ServicePlan service, Source scaling) {
        if (Facets.isScaled(service)) {
            return;
        }
        Problem.Builder problem = problem(service, "nothing scales the number of copies, so it has no pace")
                .cite("scaling", scaling);
        if (service.serviceKind() == ServiceKind.PER_NODE) {
            problems.add(problem.cite("kind", service.decision(Settings.KIND).source())
                    .fix("remove the scaling"));
            return;
        }
        service.decision(Settings.REPLICAS).winner().ifPresent(said -> problem.cite("replicas", said.source()));
        problems.add(problem.fix("say replicas(least, most), or remove the scaling"));
    }

    private static Optional<Source> own(Decision<?> decision) {
        return decision.isPresent()
                ? decision.winner().map(Claim::source).filter(Inexpressible::isOwn)
                : Optional.empty();
    }

    private Problem.Builder problem(ServicePlan service, String message) {
        return Problem.of(service.name(), environment.name(), message);
    }
}
