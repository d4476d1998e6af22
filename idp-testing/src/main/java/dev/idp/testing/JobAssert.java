package dev.idp.testing;

import dev.idp.Settings;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.JobPlan;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Assertions on a planned job. */
public final class JobAssert extends WorkloadAssert<JobAssert, JobPlan> {

    JobAssert(@Nullable EnvironmentPlan environment, @Nullable JobPlan actual, boolean isThere, Complaints complaints) {
        super(environment, actual, isThere, complaints, JobAssert.class);
    }

    /**
     * Passes if the job runs again and again at these times.
     *
     * <pre>{@code
     * assertThat(prod).job("report").runsAt("30 2 * * *"); // passes if that is its schedule, in whatever time zone
     * assertThat(prod).job("report").runsAt("@hourly");    // fails, and says when it runs and who decided
     * }</pre>
     *
     * @param cron the schedule, as it was written
     * @return this
     */
    public JobAssert runsAt(String cron) {
        return fact(job -> job.schedule()
                        .filter(schedule -> schedule.cron().equals(cron))
                        .isPresent()
                ? Optional.empty()
                : Optional.of(expected() + "to run at " + cron + ", but it runs "
                        + job.schedule().map(schedule -> "at " + schedule).orElse("once")
                        + Said.by(job.decision(Settings.SCHEDULE))));
    }
}
