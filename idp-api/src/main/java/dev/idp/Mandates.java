package dev.idp;

import org.jspecify.annotations.Nullable;

/**
 * A block of demands on workloads: what is said here cannot be said otherwise by a service.
 *
 * <p>A service may restate a mandated value. Saying another one is an error that cites both lines, unless the mandate has
 * an id and the service {@linkplain WorkloadSettings#waives waives} it.
 */
public final class Mandates implements ServiceSettings<Mandates> {

    private final Ground.Demands demands;

    Mandates(Ground.Demands demands) {
        this.demands = demands;
    }

    @Override
    public <T> Mandates say(Setting<T> setting, String entry, @Nullable T value) {
        demands.fix(setting, entry, value);
        return this;
    }

    /**
     * Demands that a value stays within a bound.
     *
     * @param <T> the value's type
     * @param setting a setting with one value
     * @param bound the demand
     * @return this
     */
    public <T> Mandates require(Setting<T> setting, Bound<T> bound) {
        demands.bound(setting, bound);
        return this;
    }
}
