package dev.idp.testing.rule;

import dev.idp.Replicas;
import dev.idp.Route;
import dev.idp.Settings;
import dev.idp.explain.Decision;
import dev.idp.plan.ServicePlan;
import java.util.List;
import java.util.Optional;

/** What only services can be held to. */
final class ServiceDemands {

    private ServiceDemands() {}

    static Demand<ServicePlan> bePublic() {
        return new Demand<>("be public", (service, environment) -> exposure(service));
    }

    static Demand<ServicePlan> notBePublic() {
        return new Demand<>("not be public", (service, environment) -> {
            Outcome exposure = exposure(service);
            return new Outcome(!exposure.met(), exposure.remarks());
        });
    }

    private static Outcome exposure(ServicePlan service) {
        List<Decision<Route>> routes =
                List.copyOf(service.entries(Settings.ROUTE).values());
        if (routes.isEmpty()) {
            return Outcome.unmet(List.of(
                    Remark.at(service.decision(Settings.ROUTE), "it has no public address", "add publicAt(...)")));
        }
        return Outcome.met(routes.stream()
                .map(route -> Remark.at(route, "it is public at " + route.get(), "remove publicAt(...)"))
                .toList());
    }

    static Demand<ServicePlan> beProbed() {
        return new Demand<>(
                "be probed",
                (service, environment) -> Outcome.of(
                        service.get(Settings.READINESS).isPresent(),
                        service.decision(Settings.READINESS),
                        "it has a readiness probe",
                        "it has no readiness probe",
                        "add readiness(...)"));
    }

    static Demand<ServicePlan> haveAtLeastReplicas(int least) {
        return new Demand<>(
                "have at least " + least + (least == 1 ? " replica" : " replicas"), (service, environment) -> {
                    Optional<Replicas> replicas = service.replicas();
                    String actual = replicas.map(range -> "its replicas are " + range)
                            .orElse("its number of replicas is left to others");
                    return Outcome.of(
                            replicas.filter(range -> range.minimum() >= least).isPresent(),
                            service.decision(Settings.REPLICAS),
                            actual,
                            actual,
                            "say replicas(" + least + ") or more");
                });
    }
}
