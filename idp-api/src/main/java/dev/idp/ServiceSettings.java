package dev.idp;

/**
 * The words for saying something about services. A job has those of {@link WorkloadSettings} alone, and some of its own.
 *
 * @param <S> the type that is speaking, so that calls can be chained
 */
public interface ServiceSettings<S extends ServiceSettings<S>> extends WorkloadSettings<S> {

    /**
     * Says that the service listens on a port.
     *
     * @param port the port; one of the same name on a weaker layer loses
     * @return this
     */
    default S port(Port port) {
        return set(Settings.PORT, Nulls.refuse(port, "port").name(), port);
    }

    /**
     * Says how to find out that a copy must be restarted.
     *
     * @param probe the question
     * @return this
     */
    default S liveness(Probe probe) {
        return set(Settings.LIVENESS, probe);
    }

    /**
     * Says how to find out that a copy can take requests.
     *
     * @param probe the question
     * @return this
     */
    default S readiness(Probe probe) {
        return set(Settings.READINESS, probe);
    }

    /**
     * Says how many copies run.
     *
     * @param number the number, whatever the load
     * @return this
     */
    default S replicas(int number) {
        return set(Settings.REPLICAS, Replicas.fixed(number));
    }

    /**
     * Says between which numbers of copies the service is scaled.
     *
     * @param minimum the least number
     * @param maximum the greatest number
     * @return this
     */
    default S replicas(int minimum, int maximum) {
        return set(Settings.REPLICAS, Replicas.between(minimum, maximum));
    }

    /**
     * Says above which average use of its guaranteed CPU the service gets more copies.
     *
     * @param percent of the guaranteed CPU
     * @return this
     */
    default S scaleAtCpu(int percent) {
        return set(Settings.CPU_TARGET, (long) percent);
    }

    /**
     * Opens the service to the public, at all paths of a host.
     *
     * @param host a host name; without a dot it is a name within the environment's domain
     * @return this
     */
    default S publicAt(String host) {
        return publicAt(Route.at(host));
    }

    /**
     * Opens the service to the public.
     *
     * @param route host, path and port
     * @return this
     */
    default S publicAt(Route route) {
        return set(Settings.ROUTE, Nulls.refuse(route, "route").address(), route);
    }

    /**
     * Says how to find out that a copy has started. Until then nothing else is asked.
     *
     * @param probe the question
     * @return this
     */
    default S startup(Probe probe) {
        return set(Settings.STARTUP, probe);
    }

    /**
     * Says above which average use of its guaranteed memory the service gets more copies.
     *
     * @param percent of the guaranteed memory
     * @return this
     */
    default S scaleAtMemory(int percent) {
        return set(Settings.MEMORY_TARGET, (long) percent);
    }

    /**
     * Says by which other measure the service gets more copies.
     *
     * @param metric the measure and its target
     * @return this
     */
    default S scaleAt(Metric metric) {
        return set(Settings.METRIC, Nulls.refuse(metric, "metric").name(), metric);
    }

    /**
     * Says over what the copies are spread.
     *
     * @param spread zones or machines
     * @return this
     */
    default S spread(Spread spread) {
        return set(Settings.SPREAD, spread);
    }

    /**
     * Says that any copy can take the place of any other, which is the default.
     *
     * @return this
     */
    default S stateless() {
        return set(Settings.KIND, ServiceKind.STATELESS);
    }

    /**
     * Says that each copy keeps its name and may have storage of its own.
     *
     * @return this
     */
    default S stateful() {
        return set(Settings.KIND, ServiceKind.STATEFUL);
    }

    /**
     * Says that one copy runs on every machine, as agents do.
     *
     * @return this
     */
    default S onEveryNode() {
        return set(Settings.KIND, ServiceKind.PER_NODE);
    }

    /**
     * Gives each copy of a stateful service a directory of its own that outlives the copy.
     *
     * @param path the directory's path
     * @param size how much can be stored
     * @return this
     */
    default S storage(String path, Memory size) {
        return storage(path, Storage.of(size));
    }

    /**
     * Gives each copy of a stateful service a directory of its own that outlives the copy.
     *
     * @param path the directory's path
     * @param storage how much can be stored, and on what
     * @return this
     */
    default S storage(String path, Storage storage) {
        return set(Settings.STORAGE, path, storage);
    }

    /**
     * Lets a job complete before a new version of the service starts. The job becomes part of every environment that has
     * the service. Unless it says otherwise, it runs the service's image and is owned by the same team.
     *
     * @param job the migration
     * @return this
     */
    default S migratedBy(Job job) {
        return set(Settings.MIGRATION, Nulls.refuse(job, "migration").name(), job);
    }
}
