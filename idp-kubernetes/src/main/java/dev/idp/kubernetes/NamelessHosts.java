package dev.idp.kubernetes;

import dev.idp.ExternalService;
import dev.idp.Names;
import dev.idp.explain.Decision;
import dev.idp.kubernetes.internal.facets.ExternalNames;
import dev.idp.kubernetes.internal.facets.Facets;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.Problem;
import dev.idp.plan.ServicePlan;
import dev.idp.spi.Extension;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** External services that cannot be found by their names within the cluster, where it was said that all of them are. */
final class NamelessHosts {

    private final EnvironmentPlan environment;
    private final Decision<Extension> said;
    private final List<Problem> problems = new ArrayList<>();

    private NamelessHosts(EnvironmentPlan environment, Decision<Extension> said) {
        this.environment = environment;
        this.said = said;
    }

    static List<Problem> problems(EnvironmentPlan environment) {
        return ExternalNames.of(environment)
                .map(said -> {
                    NamelessHosts found = new NamelessHosts(environment, said);
                    environment.externals().forEach(found::host);
                    environment.services().forEach(found::headless);
                    return found.problems;
                })
                .orElse(List.of());
    }

    private void host(Decision<ExternalService> external) {
        String host = external.get().hostName();
        if (!Facets.isName(host) || !Names.isSubdomain(host.toLowerCase(Locale.ROOT))) {
            problems.add(problem(
                            external,
                            "a name within the cluster stands for another name, and '" + host + "' is "
                                    + (Facets.isName(host) ? "none that Kubernetes takes" : "an address"))
                    .cite("names", said.source())
                    .fix("say a host name, or remove Kubernetes.externalNames()"));
        }
    }

    /** No other name of a workload's can be that of an external service. */
    private void headless(ServicePlan service) {
        Facets.headless(service)
                .flatMap(environment::findExternal)
                .ifPresent(external ->
                        problems.add(problem(external, "the copies of '" + service.name() + "' are found by this name")
                                .cite("copies", service.identity().source())
                                .fix("rename one of them")));
    }

    private Problem.Builder problem(Decision<ExternalService> external, String message) {
        return Problem.of(external.get().name(), environment.name(), message).cite("declared", external.source());
    }
}
