package dev.idp;

import java.time.Duration;

/**
 * The words for saying something about jobs.
 *
 * @param <S> the type that is speaking, so that calls can be chained
 */
public interface JobSettings<S extends JobSettings<S>> extends WorkloadSettings<S> {

    /**
     * Says when the job runs again and again. Without it, it runs once.
     *
     * @param cron five fields in UTC, like {@code 30 3 * * mon-fri}, or a word such as {@code @daily}
     * @return this
     */
    default S schedule(String cron) {
        return schedule(Schedule.cron(cron));
    }

    /**
     * Says when the job runs again and again. Without it, it runs once.
     *
     * @param schedule the schedule
     * @return this
     */
    default S schedule(Schedule schedule) {
        return set(Settings.SCHEDULE, schedule);
    }

    /**
     * Says what happens when a scheduled job is due while it still runs.
     *
     * @param overlap what happens
     * @return this
     */
    default S overlap(Overlap overlap) {
        return set(Settings.OVERLAP, overlap);
    }

    /**
     * Says how often the job is tried again when it fails.
     *
     * @param times 0 or more
     * @return this
     */
    default S retries(int times) {
        return set(Settings.RETRIES, (long) times);
    }

    /**
     * Says how long the job may take in all, before it has failed.
     *
     * @param time whole seconds
     * @return this
     */
    default S deadline(Duration time) {
        return set(Settings.DEADLINE, time);
    }

    /**
     * Says how long the traces of a finished job are kept.
     *
     * @param time whole seconds
     * @return this
     */
    default S keptFor(Duration time) {
        return set(Settings.KEPT_FOR, time);
    }
}
