package dev.idp.tests.policy;

import static dev.idp.tests.Shop.DEV;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class JobRulesTest {

    private static final Checks DEADLINE = Checks.of(JobRulesTest.class, "deadline-set");

    @Test
    void aScheduledJobThatMayRunForeverIsFound() {
        DEADLINE.finds(
                Checks.nightly(DEV, job -> job.schedule("@daily")), // (schedule)
                """
                WARNING deadline-set: nightly in dev: it is scheduled and may run forever (job nightly, {schedule}); fix: \
                add deadline(...)""");
        DEADLINE.findsNothing(Checks.nightly(DEV, job -> job.schedule("@daily").deadline(Duration.ofHours(1))));
        DEADLINE.findsNothing(Checks.nightly(DEV, job -> {}));
    }
}
