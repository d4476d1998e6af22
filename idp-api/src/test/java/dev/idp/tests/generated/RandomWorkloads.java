package dev.idp.tests.generated;

import static dev.idp.Text.text;

import dev.idp.Container;
import dev.idp.Cpu;
import dev.idp.Environment;
import dev.idp.ExternalService;
import dev.idp.Job;
import dev.idp.JobPath;
import dev.idp.Memory;
import dev.idp.Metric;
import dev.idp.Overlap;
import dev.idp.Permission;
import dev.idp.Port;
import dev.idp.Probe;
import dev.idp.Route;
import dev.idp.Schedule;
import dev.idp.Secret;
import dev.idp.Service;
import dev.idp.ServicePath;
import dev.idp.Settings;
import dev.idp.Spread;
import dev.idp.Team;
import dev.idp.WorkloadSettings;
import dev.idp.tests.Paths;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Made-up services and jobs. Who starts after whom goes downwards by number, and services after jobs, so never round. */
final class RandomWorkloads {

    private static final Secret SECRET = Secret.named("db");

    private final Choice choice;
    private final List<Environment> environments;
    private final ExternalService mail;
    private final int services;
    private final int jobs;
    private final List<ServicePath> servicePaths;
    private final List<JobPath> jobPaths;

    RandomWorkloads(Choice choice, List<Environment> environments, ExternalService mail, int services, int jobs) {
        this.choice = choice;
        this.environments = environments;
        this.mail = mail;
        this.services = services;
        this.jobs = jobs;
        this.servicePaths = servicePaths();
        this.jobPaths = jobPaths();
    }

    private List<ServicePath> servicePaths() {
        int memory = 16 + choice.below(64);
        ServicePath base = Paths.path("base", (service, environment) -> service.defaults()
                .memory(Memory.mebibytes(memory), Memory.mebibytes(2L * memory))
                .initStep(Container.named("base-step").image("step:1").build())
                .env("NAME", service.serviceName()));
        ServicePath web = Paths.path("web", base, (service, environment) -> {
            service.defaults()
                    .readiness(Probe.tcpConnect().onPort("http"))
                    .env("PORT", Service.self().listeningPort("http"));
            service.mandates("seen", "the watch looks at it").label("watched", "yes");
        });
        ServicePath migrated = Paths.path("migrated", web, (service, environment) -> service.defaults()
                .migratedBy(Job.named(service.serviceName() + "-schema")
                        .arguments("migrate")
                        .build()));
        return List.of(base, web, migrated);
    }

    private List<JobPath> jobPaths() {
        JobPath batch = Paths.ofJobs("batch", (job, environment) -> job.defaults("a batch is small")
                .cpu(Cpu.millis(20))
                .env("JOB", job.jobName()));
        JobPath nightly = Paths.ofJobs("nightly", batch, (job, environment) -> job.defaults()
                .schedule(Schedule.cron("30 3 * * mon-fri").inZone(ZoneId.of("Europe/Berlin"))));
        return List.of(batch, nightly);
    }

    Service service(int number, List<Consumer<WorkloadSettings<?>>> more, Environment where) {
        List<Consumer<? super Service.Builder>> statements = new ArrayList<>();
        String name = "s" + number;
        statements.add(it -> it.image("registry.example/" + name + ":" + number));
        statements.add(it -> it.port(Port.http(8080 + number).servedOn(80)));
        if (choice.oneIn(2)) {
            ServicePath path = choice.of(servicePaths);
            statements.add(it -> it.on(path));
        }
        option(statements, it -> it.port(Port.grpc(9000)));
        option(statements, it -> it.publicAt(Route.at("www").below("/" + name).toPort("http")));
        option(statements, it -> it.liveness(Probe.httpGet("/").onPort("http").period(Duration.ofSeconds(5))));
        option(statements, it -> it.startup(Probe.exec("up", "yet")));
        kind(statements, number);
        if (number > 0 && choice.oneIn(3)) {
            int lower = choice.below(number);
            statements.add(it -> it.startsAfter(Service.ref("s" + lower)));
        }
        if (jobs > 0 && choice.oneIn(4)) {
            int job = choice.below(jobs);
            statements.add(it -> it.startsAfter(Job.ref("j" + job)));
        }
        option(
                statements,
                it -> it.migratedBy(
                        Job.named(name + "-migrate").env("STEP", "1").build()));
        int percent = 40 + number;
        option(
                statements,
                it -> it.in(where.tier(), there -> there.scaleAtCpu(percent).env("SCALE", "" + percent)));
        common(statements, number);
        more.forEach(mutation -> statements.add(it -> it.in(where, mutation::accept)));
        return choice.said(statements, Service.named(name)).build();
    }

    private void kind(List<Consumer<? super Service.Builder>> statements, int number) {
        switch (choice.below(6)) {
            case 0 -> statements.add(it -> it.stateful().storage("/data", Memory.gibibytes(1 + number)));
            case 1 -> statements.add(it -> it.onEveryNode());
            case 2 ->
                statements.add(it -> it.replicas(2, 5)
                        .cpu(Cpu.millis(100), Cpu.cores(1))
                        .spread(Spread.overZones())
                        .scaleAt(Metric.ofCopies("rps", 100)));
            default -> {}
        }
    }

    Job job(int number, List<Consumer<WorkloadSettings<?>>> more, Environment where) {
        List<Consumer<? super Job.Builder>> statements = new ArrayList<>();
        String name = "j" + number;
        statements.add(it -> it.image("registry.example/" + name + ":" + number));
        if (choice.oneIn(2)) {
            JobPath path = choice.of(jobPaths);
            statements.add(it -> it.on(path));
        }
        if (number > 0 && choice.oneIn(3)) {
            int lower = choice.below(number);
            statements.add(it -> it.startsAfter(Job.ref("j" + lower)));
        }
        option(statements, it -> it.schedule("@daily").overlap(Overlap.ALLOW));
        option(statements, it -> it.deadline(Duration.ofHours(1)).keptFor(Duration.ofDays(1)));
        option(statements, it -> it.in(where.tier(), there -> there.retries(number)));
        common(statements, number);
        more.forEach(mutation -> statements.add(it -> it.in(where, mutation::accept)));
        return choice.said(statements, Job.named(name)).build();
    }

    /** What services and jobs say alike. */
    private <B extends WorkloadSettings<B>> void common(List<Consumer<? super B>> statements, int number) {
        int calls = choice.below(3);
        for (int i = 0; i < calls; i++) {
            int other = choice.below(services);
            String variable = "CALL_" + i;
            statements.add(it -> it.env(variable, Service.ref("s" + other).url("http")));
        }
        Store store = new Store("files", "");
        Store large = new Store("archive", "large");
        option(statements, it -> it.env("FILES", store.url()).mountReadOnly("/files", store.volume()));
        option(statements, it -> it.uses(large));
        option(statements, it -> it.startsAfter(large));
        option(statements, it -> it.secret("FILES_PASSWORD", text("x:{}", store.password())));
        option(statements, it -> it.uses(mail));
        option(statements, it -> it.secret("DB", text("x:{}@{}", SECRET.key("password"), mail.host())));
        option(statements, it -> it.ownedBy(Team.named("team-" + number).reachedAt("#team")));
        option(statements, it -> it.file("/etc/app/a.conf", text("mail={}", mail.address()))
                .secretFile("/etc/app/b.conf", SECRET.key("conf")));
        option(statements, it -> it.scratch("/tmp")
                .sidecar(Container.named("proxy")
                        .image("proxy:1")
                        .env("MAIL", mail.address())
                        .cpu(Cpu.millis(5))
                        .sharing("/tmp")
                        .build()));
        option(statements, it -> it.initStep(container("one", number)).initStep(container("two", number)));
        option(statements, it -> it.arguments("--number", "" + number).runAsRoot("it always did"));
        option(statements, it -> it.may(Permission.toRead("configmaps")).label("number", "n" + number));
        Environment somewhere = choice.of(environments);
        int user = 1 + choice.below(1000);
        option(statements, it -> it.set(Settings.USER_ID, (long) user));
        option(statements, it -> it.shutdownGrace(Duration.ofSeconds(30)));
        if (choice.oneIn(6)) {
            statements.add(it -> it.label("shy", somewhere.name()));
        }
    }

    private static Container container(String name, int number) {
        return Container.named(name)
                .image("step:" + number)
                .command("step", name)
                .memory(Memory.mebibytes(1), Memory.mebibytes(2))
                .build();
    }

    private <B> void option(List<Consumer<? super B>> statements, Consumer<? super B> statement) {
        if (choice.oneIn(4)) {
            statements.add(statement);
        }
    }
}
