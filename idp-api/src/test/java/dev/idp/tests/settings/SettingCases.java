package dev.idp.tests.settings;

import static dev.idp.tests.settings.SettingCase.both;
import static dev.idp.tests.settings.SettingCase.jobs;
import static dev.idp.tests.settings.SettingCase.services;

import dev.idp.Container;
import dev.idp.Cpu;
import dev.idp.Image;
import dev.idp.Memory;
import dev.idp.Metric;
import dev.idp.Mount;
import dev.idp.Overlap;
import dev.idp.Permission;
import dev.idp.Port;
import dev.idp.Probe;
import dev.idp.Replicas;
import dev.idp.Restriction;
import dev.idp.Route;
import dev.idp.Schedule;
import dev.idp.Secret;
import dev.idp.SecretText;
import dev.idp.ServiceKind;
import dev.idp.ServiceSettings;
import dev.idp.Settings;
import dev.idp.Spread;
import dev.idp.Storage;
import dev.idp.Team;
import dev.idp.Text;
import dev.idp.WorkloadSettings;
import dev.idp.policy.Waiver;
import dev.idp.spi.Extension;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** Every setting: how to say it, values that differ, and what can be wrong with them. */
final class SettingCases {

    private static final String PATH_FIX = "start it with a slash, and leave out '..', colons and a slash at the end";
    private static final String VARIABLE_FIX =
            "start with a letter or underscore, go on with letters, digits, underscores";
    private static final String LABEL_FIX =
            "start with a lower-case letter, go on with lower-case letters, digits and dashes, and do not end with a"
                    + " dash";
    private static final LocalDate SOON = LocalDate.of(2027, 1, 31);

    private SettingCases() {}

    /** What a workload is: its image, its owner, what it runs. */
    private static List<SettingCase<?>> identity() {
        return List.of(
                services(Settings.KIND, "", ServiceKind.STATEFUL, ServiceKind.STATELESS, SettingCases::kind)
                        .refusingToBeUnset("what its copies are to each other cannot be unset"),
                both(Settings.IMAGE, "", new Image("a:1"), new Image("a:2"), (w, image) -> w.image(image.reference()))
                        .refusing(
                                w -> w.image("A B"),
                                "'A B' is not the name of an image",
                                "write it like registry.example/team/name:1.2.3")
                        .refusingToBeUnset("there is no image"),
                both(Settings.OWNER, "", Team.named("a"), Team.named("b"), (w, team) -> w.ownedBy(team))
                        .refusing(w -> w.ownedBy(Team.named("A")), "'A' cannot name a team", LABEL_FIX),
                both(
                                Settings.COMMAND,
                                "",
                                List.of("a", "b"),
                                List.of("a b"),
                                (w, words) -> w.command(words.toArray(String[]::new)))
                        .refusing(w -> w.command(), "a command has no words", "name a program, or unset the command"),
                both(
                                Settings.ARGUMENTS,
                                "",
                                List.of(Text.of("-v")),
                                List.<Text>of(),
                                (w, words) -> w.arguments(words.toArray(Text[]::new)))
                        .refusing(
                                w -> w.arguments("a\0"),
                                "the text holds a NUL or half of a surrogate pair, which no variable can hold",
                                "remove it, or encode the text, in Base64 for example"),
                both(Settings.LABEL, "shop.example/tier", "a", "b", (w, value) -> w.label("shop.example/tier", value))
                        .refusing(
                                w -> w.label("a", "-"),
                                "'-' cannot be the value of label a",
                                "use at most 63 letters, digits, dashes, underscores and dots, or an annotation"
                                        + " instead"),
                both(Settings.ANNOTATION, "note", "a", "any text", (w, value) -> w.annotation("note", value))
                        .refusing(
                                w -> w.annotation("/", ""),
                                "'/' cannot be the key of a label",
                                "write it like shop.example/cost-center, its last part with at most 63 letters,"
                                        + " digits, dashes, underscores and dots"),
                both(
                                Settings.WAIVER,
                                "law",
                                waiver("a"),
                                waiver("b"),
                                (w, waiver) -> w.waives("law", waiver.reason(), waiver.owner(), waiver.until()))
                        .refusing(
                                w -> w.waives("law", " ", "a", SOON),
                                "a waiver names no reason",
                                "say what is waived, why, and who answers for it"),
                both(Settings.EXTENSION, "edit", new Edit("compose"), new Edit("nomad"), (w, edit) -> w.with(edit)));
    }

    /** What a workload reads. */
    private static List<SettingCase<?>> configuration() {
        return List.of(
                services(Settings.PORT, "http", Port.http(80), Port.http(8080), (w, port) -> w.port(port))
                        .refusingOfServices(
                                w -> w.port(Port.http(0)),
                                "0 is not the number of a port",
                                "ports are numbered from 1 to 65535")
                        .refusingOfServices(
                                w -> w.set(Settings.PORT, "web", Port.http(1)),
                                "'http' is said under the name 'web'",
                                "say port(...), which takes the name from what is said"),
                both(Settings.ENV, "LOG", Text.of("info"), Text.of("debug"), (w, text) -> w.env("LOG", text))
                        .refusing(w -> w.env("1A", "x"), "'1A' cannot name a variable", VARIABLE_FIX),
                both(Settings.SECRET, "TOKEN", secret("a"), secret("b"), (w, text) -> w.secret("TOKEN", text))
                        .refusing(w -> w.secret("A B", secret("a")), "'A B' cannot name a variable", VARIABLE_FIX),
                both(Settings.FILE, "/etc/a", Text.of("1"), Text.of("2"), (w, text) -> w.file("/etc/a", text))
                        .refusing(w -> w.file("a", ""), notPath("a"), PATH_FIX),
                both(
                                Settings.SECRET_FILE,
                                "/etc/b",
                                secret("a"),
                                secret("b"),
                                (w, text) -> w.secretFile("/etc/b", text))
                        .refusing(w -> w.secretFile("/b/", secret("a")), notPath("/b/"), PATH_FIX),
                both(Settings.SCRATCH, "/tmp", "/tmp", "/tmp", (w, path) -> w.scratch(path))
                        .saidByItsName()
                        .refusing(w -> w.scratch("/../etc"), notPath("/../etc"), PATH_FIX),
                services(
                                Settings.STORAGE,
                                "/data",
                                Storage.of(Memory.gibibytes(1)),
                                Storage.of(Memory.gibibytes(2)),
                                (w, storage) -> w.storage("/data", storage))
                        .given(ServiceSettings::stateful)
                        .refusingOfServices(
                                w -> w.storage("/data", Memory.gibibytes(0)),
                                "an amount of memory must be positive, not 0",
                                "say for example mebibytes(128)"),
                both(
                                Settings.MOUNT,
                                "/mnt",
                                new Mount(Text.of("a"), false),
                                new Mount(Text.of("a"), true),
                                (w, mount) -> mount(w, mount))
                        .refusing(w -> w.mount("mnt", Text.of("a")), notPath("mnt"), PATH_FIX),
                both(Settings.INIT_STEP, "", container("one"), container("two"), (w, step) -> w.initStep(step))
                        .refusing(w -> w.initStep(container("A")), "'A' cannot name a container", LABEL_FIX),
                both(
                                Settings.SIDECAR,
                                "proxy",
                                container("proxy"),
                                sidecar("proxy:2"),
                                (w, beside) -> w.sidecar(beside))
                        .refusing(
                                w -> w.sidecar(sidecar("?")),
                                "'?' is not the name of an image",
                                "write it like registry.example/team/name:1.2.3"));
    }

    /** How many copies there are, how large, and how to know that they are well. */
    private static List<SettingCase<?>> scale() {
        return List.of(
                services(Settings.STARTUP, "", Probe.exec("a"), Probe.exec("b"), (w, probe) -> w.startup(probe))
                        .refusingOfServices(w -> w.startup(Probe.exec()), "a probe has no command", "name a program"),
                services(Settings.LIVENESS, "", Probe.exec("a"), Probe.exec("b"), (w, probe) -> w.liveness(probe))
                        .refusingOfServices(
                                w -> w.liveness(Probe.exec("a").period(Duration.ofMillis(1))),
                                "a period of PT0.001S cannot be kept",
                                "give whole seconds, from 1 to 2147483647"),
                services(Settings.READINESS, "", Probe.exec("a"), Probe.exec("b"), (w, probe) -> w.readiness(probe))
                        .refusingOfServices(
                                w -> w.readiness(Probe.exec("a").failingAfter(0)),
                                "a probe cannot fail after 0 failures",
                                "say 1 or more"),
                both(Settings.CPU, "", Cpu.millis(1), Cpu.millis(2), (w, cpu) -> w.cpu(cpu))
                        .refusing(
                                w -> w.cpu(Cpu.millis(-1)),
                                "an amount of CPU must be positive, not -1m",
                                "say for example millis(100)"),
                both(Settings.CPU_LIMIT, "", Cpu.millis(1), Cpu.millis(2), (w, cpu) -> w.set(Settings.CPU_LIMIT, cpu))
                        .refusing(
                                w -> w.set(Settings.CPU_LIMIT, Cpu.cores(1_000_000_000)),
                                "no machine has 1000000000000m of CPU",
                                "say for example cores(2)"),
                both(Settings.MEMORY, "", new Memory(1), new Memory(2), (w, memory) -> w.memory(memory))
                        .refusing(
                                w -> w.memory(new Memory(-1)),
                                "an amount of memory must be positive, not -1",
                                "say for example mebibytes(128)"),
                both(
                                Settings.MEMORY_LIMIT,
                                "",
                                new Memory(1),
                                new Memory(2),
                                (w, memory) -> w.set(Settings.MEMORY_LIMIT, memory))
                        .refusing(
                                w -> w.set(Settings.MEMORY_LIMIT, new Memory(0)),
                                "an amount of memory must be positive, not 0",
                                "say for example mebibytes(128)"),
                services(
                                Settings.REPLICAS,
                                "",
                                Replicas.fixed(2),
                                Replicas.fixed(3),
                                (w, replicas) -> w.replicas(replicas.minimum()))
                        .refusingOfServices(
                                w -> w.replicas(0),
                                "replicas must be at least 1, not 0",
                                "to leave a service out of an environment, use onlyIn(...)")
                        .refusingOfServices(
                                w -> w.cpu(Cpu.millis(1)).replicas(3, 2),
                                "the range of replicas is upside down: at least 3, at most 2",
                                "say replicas(2, 3)"),
                services(Settings.CPU_TARGET, "", 50L, 60L, (w, percent) -> w.scaleAtCpu(percent.intValue()))
                        .refusingOfServices(
                                w -> w.scaleAtCpu(0),
                                "0 is not a percentage to scale at",
                                "say a percentage from 1 to 1000"),
                services(Settings.MEMORY_TARGET, "", 50L, 60L, (w, percent) -> w.scaleAtMemory(percent.intValue()))
                        .refusingOfServices(
                                w -> w.scaleAtMemory(1001),
                                "1001 is not a percentage to scale at",
                                "say a percentage from 1 to 1000"),
                services(
                                Settings.METRIC,
                                "rps",
                                Metric.ofCopies("rps", 1),
                                Metric.elsewhere("rps", 1),
                                (w, metric) -> w.scaleAt(metric))
                        .refusingOfServices(
                                w -> w.scaleAt(Metric.ofCopies("rps", 0)),
                                "metric rps has no target to scale at: 0",
                                "say a positive number"),
                services(
                        Settings.SPREAD,
                        "",
                        Spread.overZones(),
                        Spread.overNodes().strictly(),
                        (w, spread) -> w.spread(spread)),
                services(
                                Settings.ROUTE,
                                "www.shop.example/",
                                Route.at("www.shop.example").toPort("http"),
                                Route.at("www.shop.example").toPort("grpc"),
                                (w, route) -> w.publicAt(route))
                        .given(w -> w.port(Port.http(80)).port(Port.grpc(90)))
                        .refusingOfServices(
                                w -> w.publicAt(Route.at("www.shop.example")
                                        .below("shop")
                                        .toPort("http")),
                                "'shop' is not a path",
                                "start it with a slash and escape what a URL must escape"),
                both(
                                Settings.SHUTDOWN_GRACE,
                                "",
                                Duration.ofSeconds(0),
                                Duration.ofSeconds(1),
                                (w, grace) -> w.shutdownGrace(grace))
                        .refusing(
                                w -> w.shutdownGrace(Duration.ofMillis(1)),
                                "a grace of PT0.001S cannot be kept",
                                "give whole seconds, 0 or more"));
    }

    /** When a job runs, and what becomes of it. */
    private static List<SettingCase<?>> time() {
        return List.of(
                jobs(
                                Settings.SCHEDULE,
                                "",
                                Schedule.cron("@daily"),
                                Schedule.cron("@weekly"),
                                (j, schedule) -> j.schedule(schedule))
                        .refusingOfJobs(
                                j -> j.schedule("0 3"),
                                "'0 3' is not a schedule: it has 2 fields instead of 5",
                                "say minute, hour, day of the month, month, day of the week, like '30 3 * * mon-fri'"),
                jobs(Settings.OVERLAP, "", Overlap.ALLOW, Overlap.REPLACE, (j, overlap) -> j.overlap(overlap)),
                jobs(Settings.RETRIES, "", 0L, 1L, (j, times) -> j.retries(times.intValue()))
                        .refusingOfJobs(j -> j.retries(-1), "a job cannot be tried again -1 times", "say 0 or more"),
                jobs(Settings.DEADLINE, "", Duration.ofSeconds(1), Duration.ofSeconds(2), (j, time) -> j.deadline(time))
                        .refusingOfJobs(
                                j -> j.deadline(Duration.ZERO),
                                "a deadline of PT0S cannot be kept",
                                "give whole seconds, 1 or more"),
                jobs(Settings.KEPT_FOR, "", Duration.ofSeconds(0), Duration.ofSeconds(2), (j, time) -> j.keptFor(time))
                        .refusingOfJobs(
                                j -> j.keptFor(Duration.ofSeconds(-1)),
                                "a time to keep a job of PT-1S cannot be kept",
                                "give whole seconds, 0 or more"));
    }

    /** What a workload may do. */
    private static List<SettingCase<?>> rights() {
        return List.of(
                both(Settings.NON_ROOT, "", lifted("a"), lifted("b"), (w, it) -> w.runAsRoot(it.because()))
                        .refusing(
                                w -> w.runAsRoot(" "),
                                "a restriction is lifted without a reason",
                                "say why, in one clause")
                        .refusingToBeUnset("non-root cannot be unset, only lifted with a reason"),
                both(
                                Settings.READ_ONLY_ROOT,
                                "",
                                lifted("a"),
                                lifted("b"),
                                (w, it) -> w.writableRootFilesystem(it.because()))
                        .refusing(
                                w -> w.writableRootFilesystem(""),
                                "a restriction is lifted without a reason",
                                "say why, in one clause")
                        .refusingToBeUnset("read-only-root cannot be unset, only lifted with a reason"),
                both(Settings.USER_ID, "", 1000L, 1001L, (w, id) -> w.runAsUser(id))
                        .refusing(
                                w -> w.runAsUser(-1),
                                "-1 is not the number of a user",
                                "say a number from 0 to 2147483647"),
                both(
                                Settings.PERMISSION,
                                "pods",
                                Permission.on("pods", "get"),
                                Permission.toRead("pods"),
                                (w, leave) -> w.may(leave))
                        .refusing(
                                w -> w.may(Permission.on("pods")),
                                "a permission on pods allows nothing",
                                "name an action, like \"get\"")
                        .refusing(
                                w -> w.may(Permission.on("Pod", "get")),
                                "'Pod' is not a kind of thing",
                                "write it in lower case and plural, like configmaps")
                        .refusing(
                                w -> w.may(Permission.on("pods", "GET")),
                                "'GET' is not an action",
                                "write it in lower case, like \"get\""));
    }

    static List<SettingCase<?>> all() {
        return List.of(identity(), configuration(), scale(), time(), rights()).stream()
                .<SettingCase<?>>flatMap(List::stream)
                .toList();
    }

    private static void kind(ServiceSettings<?> service, ServiceKind kind) {
        switch (kind) {
            case STATELESS -> service.stateless();
            case STATEFUL -> service.stateful();
            case PER_NODE -> service.onEveryNode();
        }
    }

    private static void mount(WorkloadSettings<?> workload, Mount mount) {
        if (mount.readOnly()) {
            workload.mountReadOnly("/mnt", mount.volume());
        } else {
            workload.mount("/mnt", mount.volume());
        }
    }

    private static String notPath(String path) {
        return "'" + path + "' is not the path of a directory or a file";
    }

    private static SecretText secret(String name) {
        return Secret.named(name).key("key");
    }

    private static Restriction lifted(String because) {
        return Restriction.liftedBecause(because);
    }

    private static Waiver waiver(String reason) {
        return new Waiver(reason, "a", SOON);
    }

    private static Container container(String name) {
        return Container.named(name).image(name.toLowerCase(Locale.ROOT) + ":1").build();
    }

    private static Container sidecar(String image) {
        return Container.named("proxy").image(image).build();
    }

    /** Something that another backend understands. */
    private static final class Edit extends Extension {
        Edit(String backend) {
            super(backend, "edit");
        }
    }
}
