package dev.idp;

import dev.idp.policy.Waiver;
import dev.idp.spi.Extension;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Everything that can be said about a workload: one typed key each, with its default and the reason for it.
 *
 * <p>Those in capitals alone are for {@link ServiceSettings#set} and {@link ServiceSettings#unset}, for rules and for
 * tests; a declaration mostly speaks through the words of {@link ServiceSettings} and {@link JobSettings}.
 */
public final class Settings {

    /** What runtimes and backends agree on as the name of a variable. */
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]*");

    private static final Pattern PATH_OF_FILE = Pattern.compile("(/(?!\\.{1,2}(/|$))[^/:\\p{Cntrl}\\ud800-\\udfff]+)+");

    /** The container image. */
    public static final Setting<Image> IMAGE = Setting.of("image", Image.JSON)
            .withoutDefault("a service cannot run without an image")
            .checkedBy(Image::flaw);

    /** The team that owns the workload. */
    public static final Setting<Team> OWNER = Setting.of("owner", Team.JSON)
            .withoutDefault("nobody said who owns the service")
            .checkedBy(team -> Names.flawOfLabel(team.name(), "a team"))
            .affecting(Effects::ofOwner);

    /** What runs instead of what the image runs: program and arguments. */
    public static final Setting<List<String>> COMMAND = Setting.of("command", JsonForm.listOf(JsonForm.TEXT))
            .withoutDefault("left to the image")
            .checkedBy(words -> words.isEmpty()
                    ? Optional.of(new Flaw("a command has no words", "name a program, or unset the command"))
                    : Optional.empty());

    /** What follows the command, or what the image runs. */
    public static final Setting<List<Text>> ARGUMENTS = Setting.of("arguments", JsonForm.listOf(Text.JSON))
            .withoutDefault("left to the image")
            .withTexts(
                    (words, resolver) -> words.stream().map(resolver::resolve).toList())
            .checkedBy(words -> words.stream()
                    .flatMap(word -> mustBePrintable(word).stream())
                    .findFirst());

    /** The ports that the service listens on, by name. */
    public static final Setting<Port> PORT = Setting.byKey("port", Port.JSON)
            .onlyFor(WorkloadKind.SERVICE)
            .checkedBy((entry, port) -> port.flaw().or(() -> mustBeUnder("port", entry, port.name())))
            .affecting(Effects::ofPort);

    /** Variables of the process, by name. */
    public static final Setting<Text> ENV = Setting.byKey("env", Text.JSON)
            .withTexts((text, resolver) -> resolver.resolve(text))
            .checkedBy(Settings::flawOfVariable);

    /** Variables of the process that hold secrets, by name. */
    public static final Setting<SecretText> SECRET = Setting.byKey("secret", SecretText.JSON)
            .withTexts((text, resolver) -> resolver.resolve(text))
            .checkedBy(Settings::flawOfVariable);

    /** Files that the process can read, by path. */
    public static final Setting<Text> FILE = Setting.byKey("file", Text.JSON)
            .withTexts((text, resolver) -> resolver.resolve(text))
            .checkedBy((path, text) -> flawOfPath(path).or(() -> mustBePrintable(text)));

    /** Files that hold secrets and that the process can read, by path. */
    public static final Setting<SecretText> SECRET_FILE = Setting.byKey("secret-file", SecretText.JSON)
            .withTexts((text, resolver) -> resolver.resolve(text))
            .checkedBy((path, text) -> flawOfPath(path).or(() -> mustBePrintable(text)));

    /** What runs to its end before each copy starts, one after the other. */
    public static final Setting<Container> INIT_STEP = Setting.append("init-step", Container.JSON)
            .withTexts(Container.TEXTS)
            .checkedBy(Container::flaw);

    /** What runs beside each copy, by name. */
    public static final Setting<Container> SIDECAR = Setting.byKey("sidecar", Container.JSON)
            .withTexts(Container.TEXTS)
            .checkedBy(
                    (entry, container) -> container.flaw().or(() -> mustBeUnder("sidecar", entry, container.name())));

    /** How to find out that the service has started, before which nothing else is asked. */
    public static final Setting<Probe> STARTUP = Setting.of("startup", Probe.JSON)
            .onlyFor(WorkloadKind.SERVICE)
            .withoutDefault("most services start fast enough for their other probes")
            .checkedBy(Probe::flaw);

    /** How to find out that the service must be restarted. */
    public static final Setting<Probe> LIVENESS = Setting.of("liveness", Probe.JSON)
            .onlyFor(WorkloadKind.SERVICE)
            .withoutDefault("only the service knows how it fails; a wrong guess restarts healthy pods")
            .checkedBy(Probe::flaw);

    /** How to find out that the service can take requests. */
    public static final Setting<Probe> READINESS = Setting.of("readiness", Probe.JSON)
            .onlyFor(WorkloadKind.SERVICE)
            .withoutDefault("only the service knows when it is ready")
            .checkedBy(Probe::flaw);

    /** The CPU that one copy is guaranteed. */
    public static final Setting<Cpu> CPU = Setting.of("cpu", Cpu.JSON)
            .withoutDefault("nobody said how much CPU one copy needs")
            .checkedBy(Cpu::flaw);

    /** The CPU that one copy may use at most. */
    public static final Setting<Cpu> CPU_LIMIT = Setting.of("cpu-limit", Cpu.JSON)
            .withoutDefault("without a limit, idle CPU is not wasted")
            .checkedBy(Cpu::flaw);

    /** The memory that one copy is guaranteed. */
    public static final Setting<Memory> MEMORY = Setting.of("memory", Memory.JSON)
            .withoutDefault("nobody said how much memory one copy needs")
            .checkedBy(Memory::flaw);

    /** The memory that one copy may use at most. */
    public static final Setting<Memory> MEMORY_LIMIT = Setting.of("memory-limit", Memory.JSON)
            .withoutDefault("nobody said how much memory one copy may use")
            .checkedBy(Memory::flaw);

    /** How many copies run. */
    public static final Setting<Replicas> REPLICAS = Setting.of("replicas", Replicas.JSON)
            .onlyFor(WorkloadKind.SERVICE)
            .withDefault(Replicas.fixed(1), "one copy until somebody says that it takes more")
            .checkedBy(Replicas::flaw)
            .affecting(Effects::ofReplicas);

    /** The average use of the guaranteed CPU, in percent, above which copies are added. */
    public static final Setting<Long> CPU_TARGET = Setting.of("cpu-target", JsonForm.NUMBER)
            .onlyFor(WorkloadKind.SERVICE)
            .withDefault(70L, "leaves room for the time that a new copy takes to start")
            .checkedBy(Settings::mustBePercentage)
            .affectingNothing();

    /** The average use of the guaranteed memory, in percent, above which copies are added. */
    public static final Setting<Long> MEMORY_TARGET = Setting.of("memory-target", JsonForm.NUMBER)
            .onlyFor(WorkloadKind.SERVICE)
            .withoutDefault("most services do not give memory back, and would never shrink again")
            .checkedBy(Settings::mustBePercentage)
            .affectingNothing();

    /** Other measures above which copies are added, by name. */
    public static final Setting<Metric> METRIC = Setting.byKey("metric", Metric.JSON)
            .onlyFor(WorkloadKind.SERVICE)
            .checkedBy((entry, metric) -> metric.flaw().or(() -> mustBeUnder("scaleAt", entry, metric.name())))
            .affectingNothing();

    /** What the copies are to each other. */
    public static final Setting<ServiceKind> KIND = Setting.of("kind", JsonForm.ofEnum(ServiceKind.class))
            .onlyFor(WorkloadKind.SERVICE)
            .withDefault(ServiceKind.STATELESS, "copies that can replace each other are the easiest to run")
            .affecting(Effects::ofKind);

    /** Over what the copies are spread. */
    public static final Setting<Spread> SPREAD =
            Setting.of("spread", Spread.JSON).onlyFor(WorkloadKind.SERVICE).withoutDefault("left to the runtime");

    /** The public addresses, by the host and path as written. */
    public static final Setting<Route> ROUTE = Setting.byKey("route", Route.JSON)
            .onlyFor(WorkloadKind.SERVICE)
            .checkedBy(Route::flaw)
            .affecting(Effects::ofRoute);

    /** Directories that the process may write to and that are gone with the copy, by path. */
    public static final Setting<String> SCRATCH = Setting.byKey("scratch", JsonForm.TEXT)
            .checkedBy((entry, path) -> flawOfPath(path).or(() -> mustBeUnder("scratch", entry, path)));

    /** Directories that each copy has for itself and that outlive it, by path. */
    public static final Setting<Storage> STORAGE = Setting.byKey("storage", Storage.JSON)
            .onlyFor(WorkloadKind.SERVICE)
            .checkedBy((path, storage) -> flawOfPath(path).or(storage::flaw))
            .affecting(Effects::ofStorage);

    /** Volumes that exist beside the workload, by the path at which it sees them. */
    public static final Setting<Mount> MOUNT = Setting.byKey("mount", Mount.JSON)
            .withTexts((mount, resolver) -> new Mount(resolver.resolve(mount.volume()), mount.readOnly()))
            .checkedBy((path, mount) -> flawOfPath(path));

    /** How long a copy may take to finish its work when it is stopped. */
    public static final Setting<Duration> SHUTDOWN_GRACE = Setting.of("shutdown-grace", JsonForm.SECONDS)
            .withoutDefault("left to the runtime")
            .checkedBy(grace -> mustBeSeconds("a grace", grace, 0));

    /** When a job runs again and again. */
    public static final Setting<Schedule> SCHEDULE = Setting.of("schedule", Schedule.JSON)
            .onlyFor(WorkloadKind.JOB)
            .withoutDefault("a job runs once until somebody says when it runs again")
            .checkedBy(Schedule::flaw)
            .affecting(Effects::ofSchedule);

    /** What happens when a scheduled job is due while it still runs. */
    public static final Setting<Overlap> OVERLAP = Setting.of("overlap", JsonForm.ofEnum(Overlap.class))
            .onlyFor(WorkloadKind.JOB)
            .withDefault(Overlap.SKIP, "few jobs are written to run twice at once")
            .affectingNothing();

    /** How often a failed job is tried again. */
    public static final Setting<Long> RETRIES = Setting.of("retries", JsonForm.NUMBER)
            .onlyFor(WorkloadKind.JOB)
            .withDefault(3L, "most failures pass, and the others should be seen before long")
            .checkedBy(retries -> retries >= 0 && retries <= Integer.MAX_VALUE
                    ? Optional.empty()
                    : Optional.of(new Flaw("a job cannot be tried again " + retries + " times", "say 0 or more")))
            .affectingNothing();

    /** How long a job may take in all. */
    public static final Setting<Duration> DEADLINE = Setting.of("deadline", JsonForm.SECONDS)
            .onlyFor(WorkloadKind.JOB)
            .withoutDefault("only its author knows how long a job may take")
            .checkedBy(deadline -> mustBeSeconds("a deadline", deadline, 1))
            .affectingNothing();

    /** How long the traces of a finished job are kept. */
    public static final Setting<Duration> KEPT_FOR = Setting.of("kept-for", JsonForm.SECONDS)
            .onlyFor(WorkloadKind.JOB)
            .withDefault(Duration.ofDays(3), "a failure on a Friday can be looked at on Monday")
            .checkedBy(time -> mustBeSeconds("a time to keep a job", time, 0))
            .affectingNothing();

    /** What the workload may do to things of the environment, by kind of thing. */
    public static final Setting<Permission> PERMISSION = Setting.byKey("permission", Permission.JSON)
            .checkedBy(
                    (entry, permission) -> permission.flaw().or(() -> mustBeUnder("may", entry, permission.subject())))
            .affecting(Effects::ofPermission);

    /** Labels of its own, by key. */
    public static final Setting<String> LABEL =
            Setting.byKey("label", JsonForm.TEXT).checkedBy(Names::flawOfTag);

    /** Annotations of its own, by key. */
    public static final Setting<String> ANNOTATION =
            Setting.byKey("annotation", JsonForm.TEXT).checkedBy((key, value) -> Names.flawOfTagKey(key));

    /** Leave to be different from mandates and policies, by their ids. */
    public static final Setting<Waiver> WAIVER = Setting.byKey("waiver", Waiver.JSON)
            .checkedBy((id, waiver) ->
                    id.isBlank() || waiver.reason().isBlank() || waiver.owner().isBlank()
                            ? Optional.of(new Flaw(
                                    "a waiver names no "
                                            + (id.isBlank()
                                                    ? "mandate or policy"
                                                    : waiver.reason().isBlank() ? "reason" : "owner"),
                                    "say what is waived, why, and who answers for it"))
                            : Optional.empty())
            .affectingNothing();

    /**
     * The mandates that a waiver lifted, by id: what they are about. Planning decides it, nobody says it. What extensions do
     * only a backend knows, so those count that an edit could break.
     */
    public static final Setting<String> WAIVED =
            Setting.byKey("waived", JsonForm.TEXT).affectingNothing();

    /** That the process must not run as root. */
    public static final Setting<Restriction> NON_ROOT = Setting.of("non-root", Restriction.JSON)
            .withDefault(Restriction.HOLDS, "the restricted Pod Security Standard")
            .checkedBy(Settings::mustHaveReason)
            .affecting(Effects::ofRestriction);

    /** That the process must not write to its own image's files. */
    public static final Setting<Restriction> READ_ONLY_ROOT = Setting.of("read-only-root", Restriction.JSON)
            .withDefault(Restriction.HOLDS, "what cannot be written cannot be planted")
            .checkedBy(Settings::mustHaveReason)
            .affecting(Effects::ofRestriction);

    /** The numeric user and group that the process runs as. */
    public static final Setting<Long> USER_ID = Setting.of("user-id", JsonForm.NUMBER)
            .withoutDefault("left to the image")
            .checkedBy(id -> id >= 0 && id <= Integer.MAX_VALUE
                    ? Optional.empty()
                    : Optional.of(new Flaw(id + " is not the number of a user", "say a number from 0 to 2147483647")));

    /** What backends alone understand, by id. */
    public static final Setting<Extension> EXTENSION = Setting.<Extension>byKey(
                    "extension",
                    JsonForm.text(
                            extension -> extension.backend() + "/" + extension.id(),
                            text -> new UnboundExtension(
                                    text.substring(0, text.indexOf('/')), text.substring(text.indexOf('/') + 1))))
            .checkedBy((entry, extension) -> mustBeUnder("with", entry, extension.id()));

    /** What the workload uses without mentioning it in a text, by name. In a plan these are edges of the graph. */
    public static final Setting<Dependency> USES = Setting.<Dependency>byKey("uses", unwritten())
            .checkedBy((entry, used) -> mustBeUnder("uses", entry, used.name()));

    /** After what the workload starts, by name. In a plan these are edges of the graph. */
    public static final Setting<Startable> STARTS_AFTER = Setting.<Startable>byKey("starts-after", unwritten())
            .checkedBy((entry, first) -> mustBeUnder("startsAfter", entry, first.name()));

    /** Jobs that must complete before the service starts, by name. In a plan they are jobs, and edges of the graph. */
    public static final Setting<Job> MIGRATION = Setting.<Job>byKey("migration", unwritten())
            .onlyFor(WorkloadKind.SERVICE)
            .checkedBy((entry, job) -> mustBeUnder("migratedBy", entry, job.name()));

    /** The golden path that a workload is on; decided before everything else, and thus said only by the workload. */
    static final Setting<GoldenPath> PATH = Setting.of("golden path", unwritten());

    /** The environments that a workload is in; decided before everything else, and thus said only by the workload. */
    static final Setting<List<String>> ONLY_IN = Setting.of("onlyIn", unwritten());

    private static final Set<Setting<?>> USED_UP = Set.of(USES, STARTS_AFTER, MIGRATION);

    private static final List<Setting<?>> ALL = List.of(
            KIND,
            IMAGE,
            OWNER,
            COMMAND,
            ARGUMENTS,
            PORT,
            ENV,
            SECRET,
            FILE,
            SECRET_FILE,
            INIT_STEP,
            SIDECAR,
            STARTUP,
            LIVENESS,
            READINESS,
            CPU,
            CPU_LIMIT,
            MEMORY,
            MEMORY_LIMIT,
            REPLICAS,
            CPU_TARGET,
            MEMORY_TARGET,
            METRIC,
            SPREAD,
            ROUTE,
            SCRATCH,
            STORAGE,
            MOUNT,
            SHUTDOWN_GRACE,
            SCHEDULE,
            OVERLAP,
            RETRIES,
            DEADLINE,
            KEPT_FOR,
            NON_ROOT,
            READ_ONLY_ROOT,
            USER_ID,
            PERMISSION,
            LABEL,
            ANNOTATION,
            WAIVER,
            WAIVED,
            EXTENSION);

    private Settings() {}

    /**
     * Returns every setting that a planned workload can have.
     *
     * @return in the order in which plans show them
     */
    public static List<Setting<?>> all() {
        return ALL;
    }

    /**
     * Tells whether a setting is used up before the others are decided, and is no part of a planned workload.
     *
     * @param setting the setting
     * @return true for the golden path and for the environments that a workload is in
     */
    public static boolean isAboutWhole(Setting<?> setting) {
        return setting.equals(PATH) || setting.equals(ONLY_IN);
    }

    /**
     * Returns the settings that planning turns into edges of the graph, and that are no part of a planned workload.
     *
     * @return what is used, what is waited for, and migrations
     */
    public static Set<Setting<?>> usedUp() {
        return USED_UP;
    }

    /** The name must be one that runtimes and backends agree on, the text one that a process can be given. */
    static Optional<Flaw> flawOfVariable(String name, TextPart text) {
        return VARIABLE.matcher(name).matches()
                ? mustBePrintable(text)
                : Optional.of(new Flaw(
                        "'" + name + "' cannot name a variable",
                        "start with a letter or underscore, go on with letters, digits, underscores"));
    }

    private static Optional<Flaw> flawOfPath(String path) {
        return PATH_OF_FILE.matcher(path).matches()
                ? Optional.empty()
                : Optional.of(new Flaw(
                        "'" + path + "' is not the path of a directory or a file",
                        "start it with a slash, and leave out '..', colons and a slash at the end"));
    }

    /** What has a name of its own cannot be said under another one. */
    private static Optional<Flaw> mustBeUnder(String verb, String entry, String name) {
        return entry.equals(name)
                ? Optional.empty()
                : Optional.of(new Flaw(
                        "'" + name + "' is said under the name '" + entry + "'",
                        "say " + verb + "(...), which takes the name from what is said"));
    }

    private static Optional<Flaw> mustBePercentage(long percent) {
        return percent >= 1 && percent <= 1000
                ? Optional.empty()
                : Optional.of(
                        new Flaw(percent + " is not a percentage to scale at", "say a percentage from 1 to 1000"));
    }

    private static Optional<Flaw> mustBeSeconds(String what, Duration time, long least) {
        return time.toNanosPart() == 0 && time.toSeconds() >= least && time.toSeconds() <= Integer.MAX_VALUE
                ? Optional.empty()
                : Optional.of(new Flaw(
                        what + " of " + time + " cannot be kept", "give whole seconds, " + least + " or more"));
    }

    /** For what planning uses up: it stands elsewhere in the plan, or no longer matters there. */
    private static <T> JsonForm<T> unwritten() {
        return JsonForm.text(
                value -> {
                    throw new IllegalStateException("not part of a planned workload");
                },
                text -> {
                    throw new IllegalArgumentException("not part of a planned workload");
                });
    }

    /** No process can be given a text with a NUL in it, and no file in UTF-8 can hold half of a surrogate pair. */
    private static Optional<Flaw> mustBePrintable(TextPart text) {
        for (Segment segment : text.segments()) {
            if (segment instanceof Segment.Literal literal
                    && literal.text().codePoints().anyMatch(c -> c == 0 || (c >= 0xd800 && c <= 0xdfff))) {
                return Optional.of(new Flaw(
                        "the text holds a NUL or half of a surrogate pair, which no variable can hold",
                        "remove it, or encode the text, in Base64 for example"));
            }
        }
        return Optional.empty();
    }

    private static Optional<Flaw> mustHaveReason(Restriction restriction) {
        return restriction.holds() || !restriction.because().isBlank()
                ? Optional.empty()
                : Optional.of(new Flaw("a restriction is lifted without a reason", "say why, in one clause"));
    }

    private static final class UnboundExtension extends Extension {

        UnboundExtension(String backend, String id) {
            super(backend, id);
        }

        @Override
        public boolean isBound() {
            return false;
        }
    }
}
