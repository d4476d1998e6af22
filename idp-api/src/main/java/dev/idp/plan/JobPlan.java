package dev.idp.plan;

import dev.idp.Schedule;
import dev.idp.Settings;
import dev.idp.WorkloadKind;
import dev.idp.explain.Decision;
import java.util.Optional;

/** A job in one environment: every setting decided, every reference resolved. */
public final class JobPlan extends WorkloadPlan {

    /**
     * Creates the plan of a job.
     *
     * @param identity the job's name, and who declared it
     * @param decisions its settings
     */
    public JobPlan(Decision<String> identity, Decisions decisions) {
        super(WorkloadKind.JOB, identity, decisions);
    }

    /**
     * Returns when the job runs again and again.
     *
     * @return the schedule; empty if it runs once
     */
    public Optional<Schedule> schedule() {
        return get(Settings.SCHEDULE);
    }
}
