package dev.idp.kubernetes.internal.facets;

import dev.idp.EnvironmentSettings;
import dev.idp.ExternalService;
import dev.idp.explain.Decision;
import dev.idp.plan.Edge;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.WorkloadPlan;
import dev.idp.spi.Extension;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** That the network of an environment knows names, so that what has no networks is allowed by its host. */
public abstract class PoliciesByName extends Extension {

    /**
     * Creates the extension.
     *
     * @param backend the id of the backend
     * @param id its own id
     */
    protected PoliciesByName(String backend, String id) {
        super(backend, id);
    }

    /** A call that is allowed by name. */
    record Call(Edge edge, Decision<ExternalService> external) {

        Decision<?>[] because() {
            return edge.because().toArray(Decision<?>[]::new);
        }
    }

    /**
     * Tells whether the policies are those of Cilium, which a facet makes.
     *
     * @return false if a user's code makes them
     */
    protected abstract boolean isCilium();

    @Override
    public final boolean isEdit() {
        return false;
    }

    /**
     * Finds out whether the network of an environment knows names.
     *
     * @param environment the environment
     * @return what was said of it, and by whom; empty if policies know networks alone
     */
    public static Optional<Decision<Extension>> of(EnvironmentPlan environment) {
        return environment.decisions().entries(EnvironmentSettings.EXTENSION).values().stream()
                .filter(extension -> extension.get() instanceof PoliciesByName)
                .findFirst();
    }

    /**
     * Tells whether an external service can be allowed by name alone.
     *
     * @param external the external service
     * @return true if it has a host with a name, and no networks
     */
    static boolean isNeededFor(ExternalService external) {
        return external.places().isEmpty() && Hosts.isName(external.hostName());
    }

    /** Returns the calls of a workload that can be allowed by name alone, whether or not the network knows names. */
    static List<Call> calls(WorkloadPlan workload, EnvironmentPlan environment) {
        List<Call> calls = new ArrayList<>();
        for (Edge edge : environment.graph().callsFrom(workload.name())) {
            environment
                    .findExternal(edge.to())
                    .filter(external -> isNeededFor(external.get()))
                    // Pods are selected by their labels.
                    .filter(external -> Supplied.named(edge.to(), environment).isEmpty())
                    .ifPresent(external -> calls.add(new Call(edge, external)));
        }
        return calls;
    }

    /**
     * Returns what a workload calls and can be allowed to call by name alone.
     *
     * @param workload the workload
     * @param environment the environment that it is in
     * @return in the order of their names
     */
    public static List<Decision<ExternalService>> hosts(WorkloadPlan workload, EnvironmentPlan environment) {
        return calls(workload, environment).stream().map(Call::external).toList();
    }

    /**
     * Returns what policies of a workload that go by name are made of.
     *
     * @param workload the workload
     * @param environment the environment that it is in
     * @return the external services and the calls of them, each once
     */
    public static List<Decision<?>> reasons(WorkloadPlan workload, EnvironmentPlan environment) {
        return reasons(calls(workload, environment));
    }

    static List<Decision<?>> reasons(List<Call> calls) {
        List<Decision<?>> reasons = new ArrayList<>();
        for (Call call : calls) {
            reasons.add(call.external());
            reasons.addAll(call.edge().because());
        }
        return reasons.stream().distinct().toList();
    }
}
