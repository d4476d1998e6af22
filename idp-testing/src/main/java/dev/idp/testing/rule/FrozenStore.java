package dev.idp.testing.rule;

import dev.idp.plan.EnvironmentPlan;
import dev.idp.policy.Policy;
import dev.idp.policy.Rule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * What is known to violate rules and tolerated for now, in one file for each rule, kept beside the tests and reviewed like them.
 *
 * <p>A file names each violation by its environment and its path through the plan, never by a line or a value. It is made once,
 * by a run with {@code -Didp.freeze=create}, and from then on only shrinks: what is mended is taken out of it by the next run
 * that passes, and nothing is ever added. Where the variable {@code CI} is set, files are only read, and one that could be
 * smaller fails. Every run prints how much is left.
 *
 * <p>So a violation stays tolerated when its value gets worse at the same path: where two copies were too few and
 * that was frozen, one is tolerated as well.
 *
 * <pre>{@code
 * static final FrozenStore KNOWN = FrozenStore.inTestResources();
 *
 * PUBLIC_IS_PROBED.as("public-is-probed").frozenIn(KNOWN).check(plan); // passes if nothing new violates it
 * KNOWN.freeze(Policy.standard()).check(plan, LocalDate.now());       // the same for every rule of a policy
 * }</pre>
 */
public final class FrozenStore {

    /** The property that must say {@code create} for a file to be made. */
    public static final String PROPERTY = "idp.freeze";

    private final Path directory;
    private final boolean isReadOnly;
    private final boolean isCreating;
    private final Consumer<String> printer;

    private FrozenStore(Path directory, boolean isReadOnly, boolean isCreating, Consumer<String> printer) {
        this.directory = Objects.requireNonNull(directory, "the directory of a frozen store is null");
        this.isReadOnly = isReadOnly;
        this.isCreating = isCreating;
        this.printer = Objects.requireNonNull(printer, "what prints for a frozen store is null");
    }

    /**
     * Returns the store in {@code src/test/resources/frozen} of the module whose tests run, which build tools make the working
     * directory.
     *
     * @return the store
     * @throws IllegalStateException if the working directory has no {@code src/test}
     */
    public static FrozenStore inTestResources() {
        return inModule(Path.of(""));
    }

    /**
     * Returns the store in {@code src/test/resources/frozen} of a module: its sources, not what a build made of them.
     *
     * @param module the directory of the module
     * @return the store
     * @throws IllegalStateException if it has no {@code src/test}
     */
    public static FrozenStore inModule(Path module) {
        Path tests = module.resolve("src").resolve("test");
        if (!Files.isDirectory(tests)) {
            throw new IllegalStateException("there is no src/test in " + module.toAbsolutePath()
                    + ": run tests in the directory of their module, or say FrozenStore.inModule(directory)");
        }
        return at(tests.resolve("resources").resolve("frozen"));
    }

    /**
     * Returns the store in a directory. Rules of one id on several platforms need one for each platform.
     *
     * @param directory the directory, which is made when something is frozen
     * @return the store
     */
    public static FrozenStore at(Path directory) {
        String ci = System.getenv("CI");
        return new FrozenStore(
                directory,
                ci != null && !ci.isBlank() && !ci.equals("false"),
                "create".equals(System.getProperty(PROPERTY)),
                System.out::println);
    }

    /**
     * Says whether files are only read, whatever the variable {@code CI} says.
     *
     * @param readOnly true where nobody would see or keep what is written
     * @return a store of the same directory
     */
    public FrozenStore readOnly(boolean readOnly) {
        return new FrozenStore(directory, readOnly, isCreating, printer);
    }

    /**
     * Says whether files are made that are not there, whatever the property {@value #PROPERTY} says.
     *
     * @param creating true to freeze what there is
     * @return a store of the same directory
     */
    public FrozenStore creating(boolean creating) {
        return new FrozenStore(directory, isReadOnly, creating, printer);
    }

    /**
     * Says where sizes are printed, instead of to the standard output.
     *
     * @param to takes one line after the other
     * @return a store of the same directory
     */
    public FrozenStore printingTo(Consumer<String> to) {
        return new FrozenStore(directory, isReadOnly, isCreating, to);
    }

    /**
     * Freezes a rule.
     *
     * @param rule the rule
     * @return what tests hold a platform to instead
     * @throws IllegalStateException if the rule is not {@linkplain PlatformRule#as named}
     */
    public Frozen freeze(PlatformRule rule) {
        if (!rule.words().isNamed()) {
            throw new IllegalStateException(
                    "a rule that is frozen needs a name that outlives its sentence, say as(\"...\"): "
                            + rule.sentence());
        }
        return new Frozen(this, List.of(new Frozen.Member(rule.id(), rule::examine)));
    }

    /**
     * Freezes a rule of the one engine.
     *
     * @param rule the rule
     * @return what tests hold a platform to instead
     */
    public Frozen freeze(Rule<EnvironmentPlan> rule) {
        return freeze(List.of(rule));
    }

    /**
     * Freezes all rules of a policy, each in a file of its own.
     *
     * @param policy the policy
     * @return what tests hold a platform to instead
     */
    public Frozen freeze(Policy policy) {
        return freeze(policy.rules());
    }

    private Frozen freeze(Collection<Rule<EnvironmentPlan>> rules) {
        return new Frozen(
                this,
                rules.stream()
                        .map(rule -> new Frozen.Member(rule.id(), plan -> Examination.of(rule, plan)))
                        .toList());
    }

    /**
     * Passes if every file in this store is of one of these rules: one of a rule that was renamed or removed tolerates nothing,
     * and misleads whoever reads it.
     *
     * @param rules all that is frozen in this store
     * @throws AssertionError if there are others; the message lists their files
     */
    public void requireOnly(Frozen... rules) {
        Set<String> known = Arrays.stream(rules)
                .flatMap(frozen -> frozen.ids().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        List<FrozenFile> others = FrozenFile.allIn(directory).stream()
                .filter(file -> !known.contains(file.rule()))
                .toList();
        if (!others.isEmpty()) {
            throw new AssertionError("Expected a rule for every file in " + directory + ", but there is none for:\n  "
                    + others.stream().map(FrozenFile::toString).collect(Collectors.joining("\n  "))
                    + "\nfix: remove the file of a rule that is gone, rename that of a rule with a new name");
        }
    }

    FrozenFile file(String rule) {
        return new FrozenFile(directory, rule);
    }

    boolean isReadOnly() {
        return isReadOnly;
    }

    boolean isCreating() {
        return isCreating;
    }

    void print(String line) {
        printer.accept(line);
    }

    /** Returns the directory. */
    @Override
    public String toString() {
        return directory.toString();
    }
}
