package dev.idp.kubernetes;

import dev.idp.kubernetes.internal.facets.Facets;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.PlatformException;
import dev.idp.plan.Problem;
import java.util.List;

/** Names that services cannot have on Kubernetes, since objects of the namespace itself have them. */
final class ReservedNames {

    private ReservedNames() {}

    static void check(EnvironmentPlan environment) {
        environment.findService(Facets.TAKEN_NAME).ifPresent(service -> {
            Problem problem = Problem.of(
                            service.name(), environment.name(), "the namespace's own network policy has this name")
                    .cite("declared", service.identity().winner().orElseThrow().source())
                    .fix("rename the service");
            throw new PlatformException(environment.platform().get(), List.of(environment.name()), List.of(problem));
        });
    }
}
