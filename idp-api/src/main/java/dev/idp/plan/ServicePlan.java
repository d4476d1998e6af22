package dev.idp.plan;

import dev.idp.Port;
import dev.idp.Replicas;
import dev.idp.Route;
import dev.idp.ServiceKind;
import dev.idp.Settings;
import dev.idp.WorkloadKind;
import dev.idp.explain.Decision;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/** A service in one environment: every setting decided, every reference resolved. */
public final class ServicePlan extends WorkloadPlan {

    /**
     * Creates the plan of a service.
     *
     * @param identity the service's name, and who declared it
     * @param decisions its settings
     */
    public ServicePlan(Decision<String> identity, Decisions decisions) {
        super(WorkloadKind.SERVICE, identity, decisions);
    }

    /**
     * Returns what the copies are to each other.
     *
     * @return the kind; stateless unless somebody said otherwise
     */
    public ServiceKind serviceKind() {
        return get(Settings.KIND).orElse(ServiceKind.STATELESS);
    }

    /**
     * Returns how many copies run.
     *
     * @return a number or a range; empty if the number was unset, for others to set
     */
    public Optional<Replicas> replicas() {
        return get(Settings.REPLICAS);
    }

    /**
     * Returns the ports.
     *
     * @return in the order of their names
     */
    public List<Port> ports() {
        return entries(Settings.PORT).values().stream().map(Decision::get).toList();
    }

    /**
     * Returns a port.
     *
     * @param name the port's name
     * @return the port
     * @throws NoSuchElementException if the service has no port of that name
     */
    public Port port(String name) {
        return decisions().decision(Settings.PORT, name).get();
    }

    /**
     * Returns the public addresses.
     *
     * @return in the order in which they are written
     */
    public List<Route> routes() {
        return entries(Settings.ROUTE).values().stream().map(Decision::get).toList();
    }
}
