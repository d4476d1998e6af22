package dev.idp.spi;

import dev.idp.Job;
import dev.idp.Port;
import dev.idp.Service;
import dev.idp.ServiceRef;
import dev.idp.explain.Origin;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/** Takes what a {@link Part} consists of. */
public final class PartContents {

    private final List<Service> services = new ArrayList<>();
    private final List<Job> jobs = new ArrayList<>();
    private final List<Taken> parts = new ArrayList<>();
    private final List<Need> needs = new ArrayList<>();

    /** Starts with nothing. */
    public PartContents() {}

    /**
     * A service that others must supply, and what the part expects of it.
     *
     * @param service its name
     * @param ports the ports that it must have: name, protocol and the number under which it is reached
     * @param origin the line that says so
     */
    public record Need(String service, List<Port> ports, Origin origin) {}

    /**
     * Adds services.
     *
     * @param added the services
     * @return this
     */
    public PartContents services(Service... added) {
        Collections.addAll(services, refuseNulls(added, "service"));
        return this;
    }

    /**
     * Adds jobs.
     *
     * @param added the jobs
     * @return this
     */
    public PartContents jobs(Job... added) {
        Collections.addAll(jobs, refuseNulls(added, "job"));
        return this;
    }

    /**
     * Takes other parts.
     *
     * @param taken the parts
     * @return this
     */
    public PartContents parts(Part... taken) {
        for (Part part : refuseNulls(taken, "part")) {
            parts.add(new Taken(part, Origin.capture()));
        }
        return this;
    }

    /**
     * Says that others must supply a service. Where the part is planned alone, a stub stands in for it.
     *
     * @param service its name
     * @param ports the ports that it must have
     * @return a reference to it
     */
    public ServiceRef needs(String service, Port... ports) {
        needs.add(new Need(
                Objects.requireNonNull(service, "the name of a needed service is null"),
                List.of(refuseNulls(ports, "port")),
                Origin.capture()));
        return Service.ref(service);
    }

    /**
     * Returns the services.
     *
     * @return in the order in which they were added
     */
    public List<Service> services() {
        return Collections.unmodifiableList(services);
    }

    /**
     * Returns the jobs.
     *
     * @return in the order in which they were added
     */
    public List<Job> jobs() {
        return Collections.unmodifiableList(jobs);
    }

    /**
     * Returns the parts that this one takes.
     *
     * @return in the order in which they were added
     */
    public List<Taken> parts() {
        return Collections.unmodifiableList(parts);
    }

    /**
     * Returns what others must supply.
     *
     * @return in the order in which it was said
     */
    public List<Need> needs() {
        return Collections.unmodifiableList(needs);
    }

    private static <T> T[] refuseNulls(T[] values, String what) {
        for (T value : values) {
            Objects.requireNonNull(value, "a " + what + " of a part is null");
        }
        return values;
    }
}
