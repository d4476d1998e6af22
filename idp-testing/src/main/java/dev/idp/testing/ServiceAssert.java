package dev.idp.testing;

import dev.idp.Replicas;
import dev.idp.Route;
import dev.idp.Settings;
import dev.idp.explain.Decision;
import dev.idp.plan.Edge;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.ServicePlan;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Assertions on a planned service. */
public final class ServiceAssert extends WorkloadAssert<ServiceAssert, ServicePlan> {

    ServiceAssert(
            @Nullable EnvironmentPlan environment,
            @Nullable ServicePlan actual,
            boolean isThere,
            Complaints complaints) {
        super(environment, actual, isThere, complaints, ServiceAssert.class);
    }

    /**
     * Passes if the service is public at an address.
     *
     * <pre>{@code
     * assertThat(prod).service("frontend").isPublicAt("www.shop.example/"); // passes if a route leads there
     * assertThat(prod).service("payments").isPublicAt("pay.shop.example/"); // fails, and lists its routes
     * }</pre>
     *
     * @param address host and path
     * @return this
     */
    public ServiceAssert isPublicAt(String address) {
        return fact(service ->
                service.routes().stream().anyMatch(route -> route.address().equals(address))
                        ? Optional.empty()
                        : Optional.of(expected() + "to be public at " + address + ", but it is "
                                + (service.routes().isEmpty() ? "not public" : "public at:" + routes(service))));
    }

    /**
     * Passes if the service is not public.
     *
     * <pre>{@code
     * assertThat(prod).service("payments").isNotPublic(); // passes if it has no route
     * assertThat(prod).service("frontend").isNotPublic(); // fails, and says since which lines it is
     * }</pre>
     *
     * @return this
     */
    public ServiceAssert isNotPublic() {
        return fact(service -> service.routes().isEmpty()
                ? Optional.empty()
                : Optional.of(expected() + "not to be public, but it is public at:" + routes(service)));
    }

    private static String routes(ServicePlan service) {
        return service.entries(Settings.ROUTE).values().stream()
                .map((Decision<Route> route) -> "\n  " + route.get() + Said.by(route))
                .collect(Collectors.joining());
    }

    /**
     * Passes if all of these may call the service.
     *
     * <pre>{@code
     * assertThat(prod).service("payments").isReachableFrom("checkout"); // passes if checkout refers to it
     * assertThat(prod).service("payments").isReachableFrom("frontend"); // fails, and lists its callers
     * }</pre>
     *
     * @param callers the names of services and jobs
     * @return this
     */
    public ServiceAssert isReachableFrom(String... callers) {
        return fact(service -> missing(callers, callers())
                .map(missing ->
                        expected() + "to be reachable from " + missing + ", but only these call it: " + callers()));
    }

    /**
     * Passes if exactly these may call the service.
     *
     * <pre>{@code
     * assertThat(prod).service("payments").isReachableOnlyFrom("checkout"); // passes if nobody else refers to it
     * assertThat(prod).service("payments").isReachableOnlyFrom();           // fails, and says who does, and where
     * }</pre>
     *
     * @param callers the names of services and jobs
     * @return this
     */
    public ServiceAssert isReachableOnlyFrom(String... callers) {
        return fact(service -> {
            TreeSet<String> expected = new TreeSet<>(Arrays.asList(callers));
            return callers().equals(expected)
                    ? Optional.empty()
                    : Optional.of(expected() + "to be reachable from exactly " + expected + ", but from " + callers()
                            + whoSays(calls(), Edge::from));
        });
    }

    /**
     * Passes if so many copies run at least.
     *
     * <pre>{@code
     * assertThat(prod).service("frontend").hasAtLeastReplicas(3); // passes if three or more are sure
     * assertThat(dev).service("frontend").hasAtLeastReplicas(3);  // fails, and says who decided
     * }</pre>
     *
     * @param least how many
     * @return this
     */
    public ServiceAssert hasAtLeastReplicas(int least) {
        return fact(service -> {
            Decision<Replicas> replicas = service.decision(Settings.REPLICAS);
            return replicas.value().filter(range -> range.minimum() >= least).isPresent()
                    ? Optional.empty()
                    : Optional.of(expected() + "to have at least " + least + " replicas, but it has "
                            + replicas.value().map(Replicas::toString).orElse("an unknown number") + Said.by(replicas));
        });
    }

    /**
     * Passes if somebody can find out whether the service can take requests, and whether it must be restarted.
     *
     * <pre>{@code
     * assertThat(prod).service("orders").isProbed(); // passes if it has a readiness and a liveness probe
     * assertThat(prod).service("legacy").isProbed(); // fails, and says which it lacks, and who took it away
     * }</pre>
     *
     * @return this
     */
    public ServiceAssert isProbed() {
        return fact(service -> {
            List<Decision<?>> missing =
                    List.<Decision<?>>of(service.decision(Settings.READINESS), service.decision(Settings.LIVENESS))
                            .stream()
                            .filter(decision -> !decision.isPresent())
                            .toList();
            return missing.isEmpty()
                    ? Optional.empty()
                    : Optional.of(expected() + "to be probed, but it has no"
                            + missing.stream()
                                    .map(decision -> " "
                                            + decision.subject()
                                                    .substring(
                                                            decision.subject().lastIndexOf('/') + 1)
                                            + Said.by(decision))
                                    .collect(Collectors.joining(" and no")));
        });
    }

    private List<Edge> calls() {
        return environment().graph().callsTo(actual.name());
    }

    private Set<String> callers() {
        return calls().stream().map(Edge::from).collect(Collectors.toCollection(TreeSet::new));
    }
}
