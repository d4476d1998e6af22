package dev.idp.testing.rule;

import dev.idp.Probe;
import dev.idp.Replicas;
import dev.idp.Route;
import dev.idp.Setting;
import dev.idp.Settings;
import dev.idp.explain.Decision;
import dev.idp.plan.ServicePlan;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    /** Of what cannot say whether it takes requests, or whether it still lives, nobody takes care. */
    static Demand<ServicePlan> beProbed() {
        return new Demand<>("be probed", (service, environment) -> {
            List<Setting<Probe>> missing = Stream.of(Settings.READINESS, Settings.LIVENESS)
                    .filter(probe -> service.get(probe).isEmpty())
                    .toList();
            return Outcome.of(
                    missing.isEmpty(),
                    service.decision(missing.isEmpty() ? Settings.READINESS : missing.get(0)),
                    "it has a readiness and a liveness probe",
                    missing.stream().map(Setting::id).collect(Collectors.joining(" and no ", "it has no ", " probe")),
                    missing.stream()
                            .map(probe -> probe.id() + "(...)")
                            .collect(Collectors.joining(" and ", "add ", "")));
        });
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
