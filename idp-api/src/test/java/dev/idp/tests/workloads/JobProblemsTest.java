package dev.idp.tests.workloads;

import static dev.idp.tests.Shop.DEV;
import static dev.idp.tests.Shop.PROD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.Job;
import dev.idp.Platform;
import dev.idp.Port;
import dev.idp.Service;
import dev.idp.Settings;
import dev.idp.tests.Lines;
import dev.idp.tests.Paths;
import dev.idp.tests.Shop;
import org.junit.jupiter.api.Test;

class JobProblemsTest {

    private static final Lines LINES = Lines.of(JobProblemsTest.class);

    private static Platform shop(Job job, Service... services) {
        return Platform.named("shop")
                .environments(DEV)
                .jobs(job)
                .services(services)
                .build();
    }

    @Test
    void nothingCanCallAJob() {
        Job report = Job.named("report").image("report:1").build();
        Service orders = Service.named("orders")
                .image("orders:1")
                .env("REPORT", Service.ref("report").url()) // (call)
                .build();

        assertThat(Shop.report(shop(report, orders))).isEqualTo(LINES.cite("""
                1 problem in platform 'shop':
                  orders in dev: env/REPORT: 'report' is a job, which nothing can call
                      said {call}
                      fix  use startsAfter(...)"""));
    }

    @Test
    void aJobAndAServiceCannotShareAName() {
        Job job = Job.named("orders").image("orders:1").build(); // (job)
        Service service = Service.named("orders").image("orders:1").build(); // (service)

        assertThat(Shop.report(shop(job, service))).isEqualTo(LINES.cite("""
                1 problem in platform 'shop':
                  orders: two workloads have the name 'orders'
                      first  {service}
                      second {job}
                      fix    rename one of them"""));
    }

    @Test
    void twoJobsCannotShareAName() {
        Job first = Job.named("report").image("report:1").build(); // (first-job)
        Job second = Job.named("report").image("report:2").build(); // (second-job)

        assertThat(Shop.report(Platform.named("shop")
                        .environments(DEV)
                        .jobs(first, second)
                        .build()))
                .isEqualTo(LINES.cite("""
                        1 problem in platform 'shop':
                          report: two jobs have the name 'report'
                              first  {first-job}
                              second {second-job}
                              fix    rename one of them"""));
    }

    @Test
    void aJobNeedsAnImage() {
        Job report = Job.named("report").build(); // (without-image)

        assertThat(Shop.report(shop(report))).isEqualTo(LINES.cite("""
                1 problem in platform 'shop':
                  report in dev: there is no image
                      declared {without-image}
                      fix      add image(...) to the job or to its golden path"""));
    }

    @Test
    void aJobHasAName() {
        Job report = Job.named("Report").image("report:1").build(); // (bad-name)

        assertThat(Shop.report(shop(report))).startsWith(LINES.cite("""
                1 problem in platform 'shop':
                  Report: 'Report' cannot name a job
                      declared {bad-name}
                """));
    }

    @Test
    void aJobHasNoPort() {
        Job report = Job.named("report")
                .image("report:1")
                .set(Settings.PORT, "http", Port.http(80)) // (port)
                .build();

        assertThat(Shop.report(shop(report))).isEqualTo(LINES.cite("""
                1 problem in platform 'shop':
                  report in dev: port cannot be said of jobs
                      port {port}
                      fix  remove the line"""));
    }

    @Test
    void aPathOfJobsThatFailsIsReportedOnce() {
        Job report = Job.named("report")
                .image("report:1")
                .on(Paths.ofJobs("batch", (job, environment) -> {
                    throw new IllegalStateException("no idea"); // (thrown)
                }))
                .build();

        assertThat(Shop.report(shop(report))).isEqualTo(LINES.cite("""
                1 problem in platform 'shop':
                  golden path batch in dev: its code failed: java.lang.IllegalStateException: no idea
                      thrown {thrown}
                      fix    mend the path; workloads on it were not checked any further"""));
    }

    @Test
    void aJobThatIsOnlyWhereNobodyIs() {
        Job report = Job.named("report")
                .image("report:1")
                .onlyIn(PROD) // (only-in)
                .build();

        assertThat(Shop.report(shop(report, Shop.service("orders", orders -> {}))))
                .isEqualTo(LINES.cite("""
                1 problem in platform 'shop':
                  report: environment 'prod' is not part of the platform
                      said {only-in}
                      fix  add it with environments(...), which has dev"""));
    }
}
