package dev.idp;

import dev.idp.spi.Extension;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Everything that can be said about a service: one typed key each, with its default and the reason for it. */
public final class Settings {

    /** What runtimes and backends agree on as the name of a variable. */
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]*");

    /** The container image. */
    public static final Setting<Image> IMAGE = Setting.of("image", Image.JSON)
            .withoutDefault("a service cannot run without an image")
            .checkedBy(Image::flaw);

    /** The team that owns the service. */
    public static final Setting<Team> OWNER = Setting.of("owner", Team.JSON)
            .withoutDefault("nobody said who owns the service")
            .checkedBy(team -> Names.flawOfLabel(team.name(), "a team"));

    /** The ports that the service listens on, by name. */
    public static final Setting<Port> PORT = Setting.byKey("port", Port.JSON).checkedBy(Port::flaw);

    /** Variables of the process, by name. */
    public static final Setting<Text> ENV = Setting.byKey("env", Text.JSON).checkedBy(Settings::mustBePrintable);

    /** Variables of the process that hold secrets, by name. */
    public static final Setting<SecretText> SECRET =
            Setting.byKey("secret", SecretText.JSON).checkedBy(Settings::mustBePrintable);

    /** How to find out that the service must be restarted. */
    public static final Setting<Probe> LIVENESS = Setting.of("liveness", Probe.JSON)
            .withoutDefault("only the service knows how it fails; a wrong guess restarts healthy pods")
            .checkedBy(Probe::flaw);

    /** How to find out that the service can take requests. */
    public static final Setting<Probe> READINESS = Setting.of("readiness", Probe.JSON)
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
            .withDefault(Replicas.fixed(1), "one copy until somebody says that it takes more")
            .checkedBy(Replicas::flaw);

    /** The average use of the guaranteed CPU, in percent, above which copies are added. */
    public static final Setting<Long> CPU_TARGET = Setting.of("cpu-target", JsonForm.NUMBER)
            .withDefault(70L, "leaves room for the time that a new copy takes to start")
            .checkedBy(percent -> percent >= 1 && percent <= 1000
                    ? Optional.empty()
                    : Optional.of(
                            new Flaw(percent + " is not a percentage to scale at", "say a percentage from 1 to 1000")));

    /** The public addresses, by the host and path as written. */
    public static final Setting<Route> ROUTE =
            Setting.byKey("route", Route.JSON).checkedBy(Route::flaw);

    /** Directories that the process may write to and that are gone with the copy, by path. */
    public static final Setting<String> SCRATCH = Setting.byKey("scratch", JsonForm.TEXT)
            .checkedBy(path -> path.startsWith("/") && path.length() > 1
                    ? Optional.empty()
                    : Optional.of(new Flaw("'" + path + "' is not the path of a directory", "start it with a slash")));

    /** How long a copy may take to finish its work when it is stopped. */
    public static final Setting<Duration> SHUTDOWN_GRACE = Setting.of(
                    "shutdown-grace", new JsonForm<>(Duration::toSeconds, json -> Duration.ofSeconds((Long) json)))
            .withoutDefault("left to the runtime")
            .checkedBy(grace -> grace.toNanosPart() == 0 && !grace.isNegative()
                    ? Optional.empty()
                    : Optional.of(
                            new Flaw("a grace of " + grace + " cannot be kept", "give whole seconds, 0 or more")));

    /** That the process must not run as root. */
    public static final Setting<Restriction> NON_ROOT = Setting.of("non-root", Restriction.JSON)
            .withDefault(Restriction.HOLDS, "the restricted Pod Security Standard")
            .checkedBy(Settings::mustHaveReason);

    /** That the process must not write to its own image's files. */
    public static final Setting<Restriction> READ_ONLY_ROOT = Setting.of("read-only-root", Restriction.JSON)
            .withDefault(Restriction.HOLDS, "what cannot be written cannot be planted")
            .checkedBy(Settings::mustHaveReason);

    /** The numeric user and group that the process runs as. */
    public static final Setting<Long> USER_ID = Setting.of("user-id", JsonForm.NUMBER)
            .withoutDefault("left to the image")
            .checkedBy(id -> id >= 0 && id <= Integer.MAX_VALUE
                    ? Optional.empty()
                    : Optional.of(new Flaw(id + " is not the number of a user", "say a number from 0 to 2147483647")));

    /** What backends alone understand, by id. */
    public static final Setting<Extension> EXTENSION = Setting.byKey(
            "extension",
            JsonForm.text(
                    extension -> extension.backend() + "/" + extension.id(),
                    text -> new UnboundExtension(
                            text.substring(0, text.indexOf('/')), text.substring(text.indexOf('/') + 1))));

    /** What the service uses without mentioning it in a text, by name. In a plan these are edges of the graph. */
    public static final Setting<Dependency> USES = Setting.byKey("uses", unwritten());

    /** The golden path that the service is on; decided before everything else, and thus said only by the service. */
    static final Setting<ServicePath> PATH = Setting.of("golden path", unwritten());

    /** The environments that the service is in; decided before everything else, and thus said only by the service. */
    static final Setting<List<String>> ONLY_IN = Setting.of("onlyIn", unwritten());

    private static final List<Setting<?>> ALL = List.of(
            IMAGE,
            OWNER,
            PORT,
            ENV,
            SECRET,
            LIVENESS,
            READINESS,
            CPU,
            CPU_LIMIT,
            MEMORY,
            MEMORY_LIMIT,
            REPLICAS,
            CPU_TARGET,
            ROUTE,
            SCRATCH,
            SHUTDOWN_GRACE,
            NON_ROOT,
            READ_ONLY_ROOT,
            USER_ID,
            EXTENSION);

    private Settings() {}

    /**
     * Returns every setting that a planned service has.
     *
     * @return in the order in which plans show them
     */
    public static List<Setting<?>> all() {
        return ALL;
    }

    /**
     * Tells whether a setting is used up before the others are decided, and is no part of a planned service.
     *
     * @param setting the setting
     * @return true for the golden path and for the environments that a service is in
     */
    public static boolean isAboutServiceAsWhole(Setting<?> setting) {
        return setting.equals(PATH) || setting.equals(ONLY_IN);
    }

    /**
     * Finds what is wrong with the name of a variable.
     *
     * @param name the name
     * @return the flaw, or empty
     */
    public static Optional<Flaw> flawOfVariable(String name) {
        return VARIABLE.matcher(name).matches()
                ? Optional.empty()
                : Optional.of(new Flaw(
                        "'" + name + "' cannot name a variable",
                        "start with a letter or underscore, go on with letters, digits, underscores"));
    }

    /** For what planning uses up: it stands elsewhere in the plan, or no longer matters there. */
    private static <T> JsonForm<T> unwritten() {
        return JsonForm.text(
                value -> {
                    throw new IllegalStateException("not part of a planned service");
                },
                text -> {
                    throw new IllegalArgumentException("not part of a planned service");
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
