package dev.idp.testing;

import dev.idp.Settings;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.JobPlan;

/** Assertions on a planned job. */
public final class JobAssert extends WorkloadAssert<JobAssert, JobPlan> {

    JobAssert(EnvironmentPlan environment, JobPlan actual) {
        super(environment, actual, JobAssert.class);
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
        isNotNull();
        if (actual.schedule().filter(schedule -> schedule.cron().equals(cron)).isEmpty()) {
            throw failure(
                    "Expected %s in %s to run at %s, but it runs %s%s",
                    name(),
                    in(),
                    cron,
                    actual.schedule().map(schedule -> "at " + schedule).orElse("once"),
                    actual.decision(Settings.SCHEDULE)
                            .winner()
                            .map(winner -> ", by " + winner.source())
                            .orElse(""));
        }
        return this;
    }
}
