package dev.idp.tests.workloads;

import static dev.idp.Memory.gibibytes;
import static dev.idp.tests.Shop.alone;
import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.Container;
import dev.idp.Environment;
import dev.idp.Job;
import dev.idp.Platform;
import dev.idp.Secret;
import dev.idp.Service;
import dev.idp.Settings;
import dev.idp.Storage;
import dev.idp.Text;
import dev.idp.plan.Plan;
import dev.idp.plan.ServicePlan;
import dev.idp.tests.Lines;
import dev.idp.tests.Shop;
import org.junit.jupiter.api.Test;

/** The directories and files of a workload: what stands where, and who may share it. */
class VolumesTest {

    private static final Lines LINES = Lines.of(VolumesTest.class);

    @Test
    void theCopiesOfAStatefulServiceHaveStorage() {
        ServicePlan db = alone(Shop.service("db", it -> it.stateful()
                .storage("/data", gibibytes(10))
                .storage("/wal", Storage.of(gibibytes(1)).ofType("fast"))));

        assertThat(db.entries(Settings.STORAGE).values().stream()
                        .map(it -> it.get().toString()))
                .containsExactly("10Gi", "1Gi of fast");
    }

    @Test
    void noOtherServiceHas() {
        Service web = Service.named("web")
                .image("web:1")
                .storage("/data", gibibytes(10)) // (storage)
                .build();

        assertThat(Shop.report(Shop.of(web))).isEqualTo(LINES.cite("""
                1 problem in platform 'shop':
                  web in dev: only the copies of a stateful service can have storage
                      storage {storage}
                      fix     say stateful(), or mount a volume that all copies share"""));
    }

    @Test
    void anAgentHasNone() {
        Service agent = Shop.service("agent", it -> it.onEveryNode().storage("/data", gibibytes(10)));

        assertThat(Shop.report(Shop.of(agent))).contains("only the copies of a stateful service can have storage");
    }

    @Test
    void theTypeOfStorageHasAName() {
        Service db = Shop.service("db", it -> it.stateful()
                .storage("/data", Storage.of(gibibytes(1)).ofType("very fast")));

        assertThat(Shop.report(Shop.of(db))).contains("'very fast' cannot name a type of storage");
    }

    @Test
    void twoThingsCannotBeAtOnePath() {
        Service db = Service.named("db")
                .image("db:1")
                .stateful()
                .storage("/data", gibibytes(1)) // (first)
                .scratch("/data") // (second)
                .build();

        assertThat(Shop.report(Shop.of(db))).isEqualTo(LINES.cite("""
                1 problem in platform 'shop':
                  db in dev: two things are at /data
                      first  {first}
                      second {second}
                      fix    give one of them another path"""));
    }

    @Test
    void noTwoOfFiveKindsOfThingsCanBeAtOnePath() {
        Service crowd = Shop.service("crowd", it -> it.stateful()
                .storage("/x", gibibytes(1))
                .scratch("/x")
                .mount("/x", Text.of("v"))
                .file("/x", "")
                .secretFile("/x", Secret.named("s").key("k")));

        assertThat(Shop.exception(Shop.of(crowd)).problems())
                .hasSize(4)
                .allSatisfy(problem -> assertThat(problem.message()).isEqualTo("two things are at /x"));
    }

    @Test
    void aFileCanLieInADirectory() {
        ServicePlan web = alone(Shop.service("web", it -> it.scratch("/etc/web").file("/etc/web/a.conf", "a=1")));

        assertThat(web.entries(Settings.FILE)).containsOnlyKeys("/etc/web/a.conf");
    }

    @Test
    void aContainerSharesWhatTheWorkloadHas() {
        ServicePlan web = alone(Shop.service("web", it -> it.scratch("/tmp")
                .file("/etc/a", "")
                .sidecar(Container.named("proxy")
                        .image("p:1")
                        .sharing("/tmp", "/etc/a")
                        .build())));

        assertThat(web.decisions().decision(Settings.SIDECAR, "proxy").get().shared())
                .containsExactly("/tmp", "/etc/a");
    }

    @Test
    void itCannotShareWhatIsNotThere() {
        Service web = Service.named("web")
                .image("web:1")
                .scratch("/tmp")
                .scratch("/var/cache")
                .sidecar(Container.named("proxy").image("p:1").sharing("/var").build()) // (sidecar)
                .build();

        assertThat(Shop.report(Shop.of(web))).isEqualTo(LINES.cite("""
                1 problem in platform 'shop':
                  web in dev: container proxy shares /var, which the service does not have
                      container {sidecar}
                      fix       share one of [/tmp, /var/cache]"""));
    }

    @Test
    void whoHasNothingSharesNothing() {
        Job job = Job.named("job")
                .image("job:1")
                .initStep(Container.named("one").image("o:1").sharing("/in").build()) // (init-step)
                .build();
        Platform platform =
                Platform.named("shop").environments(Shop.DEV).jobs(job).build();

        assertThat(Shop.report(platform)).isEqualTo(LINES.cite("""
                1 problem in platform 'shop':
                  job in dev: container one shares /in, which the job does not have
                      container {init-step}
                      fix       add scratch(...), storage(...), mount(...) or file(...)"""));
    }

    @Test
    void theVolumeOfAResourceCanBeMounted() {
        Environment dev = Environment.named("dev")
                .provides(Bucket.class, new Bucket.InCluster())
                .build();
        Service web = Shop.service("web", it -> it.mountReadOnly("/files", new Bucket("files").volume()));

        Plan plan = Shop.in(dev, web).plan();

        assertThat(plan.in(dev)
                        .service("web")
                        .decisions()
                        .decision(Settings.MOUNT, "/files")
                        .get())
                .hasToString("files, read-only");
        assertThat(plan.in(dev).resource("files").volumes()).hasToString("[files 1Gi shared]");
        assertThat(Plan.fromJson(plan.toJson())).isEqualTo(plan);
    }
}
