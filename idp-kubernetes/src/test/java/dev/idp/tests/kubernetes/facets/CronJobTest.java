package dev.idp.tests.kubernetes.facets;

import static dev.idp.tests.kubernetes.Documents.at;
import static dev.idp.tests.kubernetes.Documents.yaml;
import static dev.idp.tests.kubernetes.Platforms.job;
import static dev.idp.tests.kubernetes.Platforms.render;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idp.Job;
import dev.idp.Overlap;
import dev.idp.Schedule;
import dev.idp.Settings;
import dev.idp.kubernetes.Manifests;
import dev.idp.plan.PlatformException;
import dev.idp.tests.kubernetes.Lines;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import java.time.Duration;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CronJobTest {

    private static final Lines LINES = Lines.of(CronJobTest.class);

    @Test
    void runsAJobAgainAndAgain() {
        CronJob report = cronJob(job("report")
                .schedule(Schedule.cron("30 3 * * mon-fri").inZone(ZoneId.of("Europe/Berlin")))
                .retries(1)
                .deadline(Duration.ofHours(2))
                .keptFor(Duration.ofDays(1)));

        assertThat(at(report, "/spec/schedule")).isEqualTo(yaml("30 3 * * mon-fri"));
        assertThat(at(report, "/spec/timeZone")).isEqualTo(yaml("Europe/Berlin"));
        assertThat(at(report, "/spec/concurrencyPolicy")).isEqualTo(yaml("Forbid"));
        assertThat(at(report, "/spec/jobTemplate/spec/backoffLimit")).isEqualTo(yaml("1"));
        assertThat(at(report, "/spec/jobTemplate/spec/activeDeadlineSeconds")).isEqualTo(yaml("7200"));
        assertThat(at(report, "/spec/jobTemplate/spec/ttlSecondsAfterFinished")).isEqualTo(yaml("86400"));
        assertThat(at(report, "/spec/jobTemplate/spec/template/spec/restartPolicy"))
                .isEqualTo(yaml("Never"));
        assertThat(at(report, "/spec/jobTemplate/metadata/labels")).isEqualTo(at(report, "/metadata/labels"));
        assertThat(at(report, "/spec/jobTemplate/spec/template/metadata/labels"))
                .isEqualTo(at(report, "/metadata/labels"));
    }

    @ParameterizedTest
    @CsvSource({"SKIP, Forbid", "ALLOW, Allow", "REPLACE, Replace"})
    void saysWhatHappensWhenItIsDueWhileItStillRuns(Overlap overlap, String policy) {
        assertThat(cronJob(job("report").schedule("@daily").overlap(overlap))
                        .getSpec()
                        .getConcurrencyPolicy())
                .isEqualTo(policy);
    }

    @Test
    void leavesOverlapsToKubernetesWhenTheyAreTakenAway() {
        assertThat(cronJob(job("report").schedule("@daily").unset(Settings.OVERLAP))
                        .getSpec()
                        .getConcurrencyPolicy())
                .isNull();
    }

    @Test
    void isExplained() {
        Manifests manifests = render(job("report")
                .schedule("@daily") // (schedule)
                .overlap(Overlap.REPLACE)); // (overlap)

        assertThat(manifests.explain("CronJob/report", "/spec/timeZone").toText())
                .isEqualTo(LINES.cite("""
                        CronJob/report in prod
                          /spec/timeZone = "Etc/UTC"
                            from   jobs/report/schedule
                              set    @daily Etc/UTC by job report, {schedule}"""));
        assertThat(manifests
                        .explain("CronJob/report", "/spec/concurrencyPolicy")
                        .toText())
                .isEqualTo(LINES.cite("""
                        CronJob/report in prod
                          /spec/concurrencyPolicy = "Replace"
                            from   jobs/report/overlap
                              set    replace by job report, {overlap}
                              lost   skip by library default: few jobs are written to run twice at once"""));
    }

    @Test
    void aNameThatLeavesNoRoomIsRefused() {
        assertThatThrownBy(() -> render(job("r".repeat(53)).schedule("@daily")))
                .isInstanceOf(PlatformException.class)
                .hasMessageContaining("the name is too long for a job on Kubernetes");
    }

    private static CronJob cronJob(Job.Builder job) {
        return render(job).get(CronJob.class, "report");
    }
}
