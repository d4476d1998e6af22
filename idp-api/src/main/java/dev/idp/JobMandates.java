package dev.idp;

import org.jspecify.annotations.Nullable;

/** A block of demands on jobs: what is said here cannot be said otherwise by a job, unless it waives the demand. */
public final class JobMandates implements JobSettings<JobMandates> {

    private final Ground.Demands demands;

    JobMandates(Ground.Demands demands) {
        this.demands = demands;
    }

    @Override
    public <T> JobMandates say(Setting<T> setting, String entry, @Nullable T value) {
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
    public <T> JobMandates require(Setting<T> setting, Bound<T> bound) {
        demands.bound(setting, bound);
        return this;
    }
}
