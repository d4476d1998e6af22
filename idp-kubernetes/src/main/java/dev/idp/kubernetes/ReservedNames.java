package dev.idp.kubernetes;

import dev.idp.kubernetes.internal.facets.Facets;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.Problem;
import java.util.List;

/** Names that services cannot have on Kubernetes, since objects of the namespace itself have them. */
final class ReservedNames {

    private ReservedNames() {}

    static List<Problem> problems(EnvironmentPlan environment) {
        return environment.findService(Facets.TAKEN_NAME).stream()
                .map(service -> Problem.of(
                                service.name(), environment.name(), "the namespace's own network policy has this name")
                        .cite(
                                "declared",
                                service.identity().winner().orElseThrow().source())
                        .fix("rename the service"))
                .toList();
    }
}
