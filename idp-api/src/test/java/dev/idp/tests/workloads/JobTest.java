package dev.idp.tests.workloads;

import static dev.idp.Tier.PRODUCTION;
import static dev.idp.tests.Shop.DEV;
import static dev.idp.tests.Shop.PROD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idp.Cpu;
import dev.idp.Job;
import dev.idp.JobPath;
import dev.idp.Memory;
import dev.idp.Overlap;
import dev.idp.Platform;
import dev.idp.Port;
import dev.idp.Schedule;
import dev.idp.Service;
import dev.idp.Settings;
import dev.idp.WorkloadKind;
import dev.idp.plan.JobPlan;
import dev.idp.plan.Plan;
import dev.idp.tests.Lines;
import dev.idp.tests.Paths;
import dev.idp.tests.Shop;
import java.time.Duration;
import java.time.ZoneId;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

/** A job stands beside services: planned like them, and without what only services have. */
class JobTest {

    private static final Lines LINES = Lines.of(JobTest.class);

    private static Platform.Builder shop(Job... jobs) {
        return Platform.named("shop").environments(DEV, PROD).jobs(jobs);
    }

    private static JobPlan alone(Job job) {
        return shop(job).build().plan().in(DEV).job(job.name());
    }

    @Test
    void aJobIsPlannedBesideServices() {
        Service orders = Shop.service("orders", service -> service.port(Port.http(80)));
        Job report = Job.named("report")
                .image("report:1")
                .env("ORDERS", orders.url())
                .build();

        Plan plan = shop(report).services(orders).build().plan();

        assertThat(plan.in(DEV).services()).extracting(it -> it.name()).containsExactly("orders");
        assertThat(plan.in(DEV).jobs()).extracting(it -> it.name()).containsExactly("report");
        assertThat(plan.in(DEV).workloads())
                .extracting(it -> it.kind())
                .containsExactly(WorkloadKind.SERVICE, WorkloadKind.JOB);
        assertThat(plan.in(DEV).graph().edges()).hasToString("[report -> orders:http]");
        assertThat(Plan.fromJson(plan.toJson())).isEqualTo(plan);
    }

    @Test
    void aPlatformCanConsistOfJobsAlone() {
        assertThat(alone(Job.named("report").image("report:1").build()).name()).isEqualTo("report");
    }

    @Test
    void whoAsksForAJobThatThereIsNotIsToldWhichThereAre() {
        assertThatThrownBy(() -> shop(Job.named("report").image("report:1").build())
                        .build()
                        .plan()
                        .in(DEV)
                        .job("rapport"))
                .isExactlyInstanceOf(NoSuchElementException.class)
                .hasMessage("no job 'rapport' in dev, only report");
    }

    @Test
    void whatNobodySaysIsDecidedByTheLibrary() {
        JobPlan report = alone(Job.named("report").image("report:1").build());

        assertThat(report.get(Settings.SCHEDULE)).as("it runs once").isEmpty();
        assertThat(report.get(Settings.OVERLAP)).contains(Overlap.SKIP);
        assertThat(report.get(Settings.RETRIES)).contains(3L);
        assertThat(report.get(Settings.KEPT_FOR)).contains(Duration.ofDays(3));
        assertThat(report.get(Settings.DEADLINE)).isEmpty();
        assertThat(report.decisions().settings())
                .as("it has no copies, no probes, no kind")
                .doesNotContain(Settings.REPLICAS, Settings.KIND, Settings.CPU_TARGET);
    }

    @Test
    void aScheduleIsInUtcUntilSomebodyNamesAZone() {
        Job nightly =
                Job.named("nightly").image("n:1").schedule("30 3 * * mon-fri").build();
        Job local = Job.named("local")
                .image("n:1")
                .schedule(Schedule.cron("@daily").inZone(ZoneId.of("Europe/Berlin")))
                .build();

        assertThat(alone(nightly).get(Settings.SCHEDULE)).hasToString("Optional[30 3 * * mon-fri Etc/UTC]");
        assertThat(alone(local).get(Settings.SCHEDULE)).hasToString("Optional[@daily Europe/Berlin]");
    }

    @Test
    void aPathForJobsPavesThemAndTheExtendingOneWins() {
        JobPath base = Paths.ofJobs("batch", (job, environment) -> {
            job.defaults("a batch is small").cpu(Cpu.millis(50)).retries(0); // (base)
            job.mandates().runAsNonRoot();
        });
        JobPath nightly = Paths.ofJobs("nightly", base, (job, environment) -> job.defaults()
                .retries(5) // (extending)
                .env("JOB", job.jobName())
                .schedule("@daily"));

        JobPlan report = alone(Job.named("report").image("report:1").on(nightly).build());

        assertThat(report.get(Settings.CPU)).contains(Cpu.millis(50));
        assertThat(report.env().get("JOB")).hasToString("report");
        assertThat(report.explain(Settings.RETRIES).toText().replaceAll("\n +via .*", ""))
                .isEqualTo(LINES.cite("""
                job report
                  /retries = 5
                    from   jobs/report/retries
                      set    5 by golden path nightly 1.0, {extending}
                      lost   0 by golden path batch 1.0: a batch is small, {base}
                      lost   3 by library default: most failures pass, and the others should be seen before long"""));
    }

    @Test
    void whatIsSaidOfAllWorkloadsPassesOverWhatJobsCannotHave() {
        Platform platform = shop(Job.named("report").image("report:1").build())
                .defaults(all -> all.replicas(3).memory(Memory.mebibytes(64)).port(Port.http(80)))
                .mandates("because", all -> all.stateless().env("LAW", "obeyed"))
                .build();

        JobPlan report = platform.plan().in(DEV).job("report");

        assertThat(report.get(Settings.MEMORY)).contains(Memory.mebibytes(64));
        assertThat(report.env()).containsOnlyKeys("LAW");
        assertThat(report.decisions().settings()).doesNotContain(Settings.REPLICAS, Settings.PORT, Settings.KIND);
    }

    @Test
    void whatIsSaidOfJobsIsStrongerThanWhatIsSaidOfAllAndNoBusinessOfServices() {
        Platform platform = shop(Job.named("report").image("report:1").build())
                .services(Shop.service("orders", orders -> {}))
                .defaults(all -> all.env("WHO", "anybody"))
                .jobDefaults(job -> job.env("WHO", "a job").deadline(Duration.ofHours(1)))
                .jobMandates("", "nobody watches a job", job -> job.retries(1))
                .build();

        Plan plan = platform.plan();

        assertThat(plan.in(DEV).job("report").env().get("WHO")).hasToString("a job");
        assertThat(plan.in(DEV).job("report").get(Settings.RETRIES)).contains(1L);
        assertThat(plan.in(DEV).service("orders").env().get("WHO")).hasToString("anybody");
    }

    @Test
    void aJobSaysThingsForATierAndForAnEnvironment() {
        Job report = Job.named("report")
                .image("report:1")
                .schedule("@weekly")
                .in(PRODUCTION, job -> job.schedule("@daily").retries(1))
                .in(PROD, job -> job.retries(2))
                .build();

        Plan plan = shop(report).build().plan();

        assertThat(plan.in(DEV).job("report").get(Settings.SCHEDULE)).contains(Schedule.cron("@weekly"));
        assertThat(plan.in(PROD).job("report").get(Settings.SCHEDULE)).contains(Schedule.cron("@daily"));
        assertThat(plan.in(PROD).job("report").get(Settings.RETRIES)).contains(2L);
    }

    @Test
    void aJobCanBeInSomeEnvironmentsOnly() {
        Job report = Job.named("report").image("report:1").onlyIn(PROD).build();

        Plan plan = shop(report)
                .services(Shop.service("orders", orders -> {}))
                .build()
                .plan();

        assertThat(plan.in(DEV).jobs()).isEmpty();
        assertThat(plan.in(PROD).jobs()).hasSize(1);
    }

    @Test
    void aScheduleCanBeTakenAwayWhereTheJobRunsOnce() {
        Job report = Job.named("report")
                .image("report:1")
                .schedule("@daily")
                .in(DEV, job -> job.unset(Settings.SCHEDULE))
                .build();

        Plan plan = shop(report).build().plan();

        assertThat(plan.in(DEV).job("report").get(Settings.SCHEDULE)).isEmpty();
        assertThat(plan.in(PROD).job("report").get(Settings.SCHEDULE)).isPresent();
    }
}
