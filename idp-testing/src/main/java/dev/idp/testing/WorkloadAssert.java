package dev.idp.testing;

import dev.idp.EnvironmentSettings;
import dev.idp.Permission;
import dev.idp.Restriction;
import dev.idp.Setting;
import dev.idp.Settings;
import dev.idp.Team;
import dev.idp.explain.Decision;
import dev.idp.plan.Edge;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.SecretUse;
import dev.idp.plan.Start;
import dev.idp.plan.WorkloadPlan;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Assertions on a planned workload: what holds for services and for jobs.
 *
 * @param <SELF> the type of the assertion, so that calls can be chained
 * @param <P> the type of the plan
 */
public abstract sealed class WorkloadAssert<SELF extends WorkloadAssert<SELF, P>, P extends WorkloadPlan>
        extends IntentAssert<SELF, P> permits ServiceAssert, JobAssert {

    private final @Nullable EnvironmentPlan environment;

    WorkloadAssert(
            @Nullable EnvironmentPlan environment,
            @Nullable P actual,
            boolean isThere,
            Complaints complaints,
            Class<SELF> type) {
        super(actual, isThere, complaints, type);
        this.environment = environment;
    }

    /**
     * Passes if the workload calls all of these.
     *
     * <pre>{@code
     * assertThat(prod).service("frontend").calls("cart");     // passes if frontend refers to cart
     * assertThat(prod).service("frontend").calls("payments"); // fails if it does not, and lists what it calls
     * }</pre>
     *
     * @param names services and external services
     * @return this
     */
    public SELF calls(String... names) {
        return fact(workload -> missing(names, called())
                .map(missing -> expected() + "to call " + missing + ", but it calls only: " + called()));
    }

    /**
     * Passes if the workload calls none of these.
     *
     * <pre>{@code
     * assertThat(prod).service("frontend").doesNotCall("payments"); // passes if nothing of it refers to payments
     * assertThat(prod).service("checkout").doesNotCall("payments"); // fails, and says since which line it does
     * }</pre>
     *
     * @param names services and external services
     * @return this
     */
    public SELF doesNotCall(String... names) {
        return fact(workload -> {
            Optional<String> unknown = GraphAssert.unknown(environment().graph(), names);
            if (unknown.isPresent()) {
                return unknown;
            }
            Set<String> none = new TreeSet<>(Arrays.asList(names));
            List<Edge> calls =
                    calls().stream().filter(edge -> none.contains(edge.to())).toList();
            return calls.isEmpty()
                    ? Optional.empty()
                    : Optional.of(expected() + "not to call " + String.join(", ", none) + ", but it does"
                            + whoSays(calls, Edge::to));
        });
    }

    /**
     * Passes if the workload calls exactly these.
     *
     * <pre>{@code
     * assertThat(prod).service("cart").callsOnly("redis-cart"); // passes if that is all it refers to
     * assertThat(prod).service("cart").callsOnly();             // fails, and says what it calls and since when
     * }</pre>
     *
     * @param names services and external services
     * @return this
     */
    public SELF callsOnly(String... names) {
        return fact(workload -> {
            TreeSet<String> expected = new TreeSet<>(Arrays.asList(names));
            return called().equals(expected)
                    ? Optional.empty()
                    : Optional.of(expected() + "to call exactly " + expected + ", but it calls " + called()
                            + whoSays(calls(), Edge::to));
        });
    }

    /**
     * Passes if a setting has a value.
     *
     * <pre>{@code
     * assertThat(prod).service("frontend").has(REPLICAS, Replicas.between(3, 12)); // passes if that was decided
     * assertThat(prod).service("frontend").has(REPLICAS, Replicas.fixed(1));       // fails, and says who decided
     * }</pre>
     *
     * @param <T> the value's type
     * @param setting a setting with one value
     * @param value the expected value
     * @return this
     */
    public <T> SELF has(Setting<T> setting, T value) {
        return decided(setting, "", value.toString(), actual -> Objects.equals(actual, value));
    }

    /**
     * Passes if a setting has a value of which something holds.
     *
     * <pre>{@code
     * assertThat(prod).service("frontend").has(REPLICAS, "at least 3", it -> it.minimum() >= 3); // passes if it is so
     * assertThat(prod).service("frontend").has(REPLICAS, "at least 9", it -> it.minimum() >= 9); // fails, and says who decided
     * }</pre>
     *
     * @param <T> the value's type
     * @param setting a setting with one value
     * @param expected what holds of it, as it is read after "to be"
     * @param holds whether it does
     * @return this
     */
    public <T> SELF has(Setting<T> setting, String expected, Predicate<? super T> holds) {
        return decided(setting, "", expected, holds);
    }

    /**
     * Passes if an entry of a setting has a value.
     *
     * <pre>{@code
     * assertThat(prod).service("orders").hasEntry(LABEL, "cost-center", "4711"); // passes if it has that label
     * assertThat(prod).service("orders").hasEntry(LABEL, "cost-center", "0815"); // fails, and says who decided
     * }</pre>
     *
     * @param <T> the value's type
     * @param setting a setting with entries
     * @param entry the name of the entry
     * @param value the expected value
     * @return this
     */
    public <T> SELF hasEntry(Setting<T> setting, String entry, T value) {
        return decided(setting, entry, value.toString(), actual -> Objects.equals(actual, value));
    }

    /**
     * Passes if nothing is decided about a setting, or about any entry of it.
     *
     * <pre>{@code
     * assertThat(prod).service("orders").hasNo(STORAGE); // passes if it keeps nothing
     * assertThat(prod).service("db").hasNo(STORAGE);     // fails, and says who decided what
     * }</pre>
     *
     * @param setting a setting that planned workloads have
     * @return this
     */
    public SELF hasNo(Setting<?> setting) {
        return fact(workload -> {
            if (Settings.usedUp().contains(setting) || isOfEnvironments(setting)) {
                return Optional.of(setting + " is no setting of a planned workload, so that none ever has it"
                        + (Settings.usedUp().contains(setting) ? ": assert on calls or on startsAfter(...)" : ""));
            }
            List<Decision<?>> decided = workload.decisions().entries(setting).values().stream()
                    .<Decision<?>>map(decision -> decision)
                    .toList();
            return decided.isEmpty()
                    ? Optional.empty()
                    : Optional.of(expected() + "to have no " + setting + ", but it has:"
                            + decided.stream()
                                    .map(decision -> "\n  " + decision.get() + Said.by(decision))
                                    .collect(Collectors.joining()));
        });
    }

    private <T> SELF decided(Setting<T> setting, String entry, String expected, Predicate<? super T> holds) {
        return fact(workload -> {
            if (setting.hasEntries() == entry.isEmpty()) {
                return Optional.of(
                        setting.hasEntries()
                                ? setting + " has entries: assert on one with hasEntry(...)"
                                : setting + " has one value: assert on it with has(...)");
            }
            Decision<T> decision = workload.decisions().decision(setting, entry);
            return decision.value().filter(holds).isPresent()
                    ? Optional.empty()
                    : Optional.of("Expected " + setting + (entry.isEmpty() ? "" : " " + entry) + " of " + name()
                            + " in " + in() + " to be " + expected + ", but it is "
                            + decision.value().map(Object::toString).orElse("not set") + Said.by(decision));
        });
    }

    /**
     * Passes if the workload starts after exactly these.
     *
     * <pre>{@code
     * assertThat(prod).service("payments").startsAfter("payments-migration"); // passes if that is what it waits for
     * assertThat(prod).service("payments").startsAfter();                     // fails, and says what it waits for
     * }</pre>
     *
     * @param names services and jobs
     * @return this
     */
    public SELF startsAfter(String... names) {
        return fact(workload -> {
            TreeSet<String> expected = new TreeSet<>(Arrays.asList(names));
            List<Start> starts = environment().graph().waitsFor(workload.name());
            TreeSet<String> first = starts.stream().map(Start::to).collect(Collectors.toCollection(TreeSet::new));
            return first.equals(expected)
                    ? Optional.empty()
                    : Optional.of(expected() + "to start after exactly " + expected + ", but it starts after " + first
                            + starts.stream()
                                    .map(start -> Said.lines(start.to(), start.because()))
                                    .collect(Collectors.joining()));
        });
    }

    /**
     * Passes if a team owns the workload.
     *
     * <pre>{@code
     * assertThat(prod).service("orders").isOwnedBy("sales"); // passes if that team was said
     * assertThat(prod).service("orders").isOwnedBy("ops");   // fails, and says who it is owned by
     * }</pre>
     *
     * @param team the team's name
     * @return this
     */
    public SELF isOwnedBy(String team) {
        return fact(workload -> {
            Decision<Team> owner = workload.decision(Settings.OWNER);
            return owner.value().map(Team::name).filter(team::equals).isPresent()
                    ? Optional.empty()
                    : Optional.of(expected() + "to be owned by " + team + ", but it is owned by "
                            + owner.value().map(Team::name).orElse("nobody") + Said.by(owner));
        });
    }

    /**
     * Passes if the workload reads exactly these secrets, those of its sidecars and init steps included.
     *
     * <pre>{@code
     * assertThat(prod).service("orders").readsOnlySecrets("orders-db"); // passes if that is the only one
     * assertThat(prod).service("orders").readsOnlySecrets();            // fails, and says what reads which
     * }</pre>
     *
     * @param secrets their names
     * @return this
     */
    public SELF readsOnlySecrets(String... secrets) {
        return fact(workload -> {
            TreeSet<String> expected = new TreeSet<>(Arrays.asList(secrets));
            List<SecretUse> uses = workload.secretUses();
            TreeSet<String> read = uses.stream().map(SecretUse::secret).collect(Collectors.toCollection(TreeSet::new));
            return read.equals(expected)
                    ? Optional.empty()
                    : Optional.of(expected() + "to read exactly the secrets " + expected + ", but it reads " + read
                            + uses.stream()
                                    .map(use -> Said.lines(use.secret() + "/" + use.key(), List.of(use.by())))
                                    .collect(Collectors.joining()));
        });
    }

    /**
     * Passes if the workload may do exactly this to things of its environment.
     *
     * <pre>{@code
     * assertThat(prod).service("orders").mayOnly();                                 // passes if it may do nothing
     * assertThat(prod).service("watch").mayOnly(Permission.toRead("configmaps")); // fails if it may do anything else
     * }</pre>
     *
     * @param permissions what it may do
     * @return this
     */
    public SELF mayOnly(Permission... permissions) {
        return fact(workload -> {
            Set<Permission> expected = Set.of(permissions);
            List<Decision<Permission>> actual =
                    List.copyOf(workload.entries(Settings.PERMISSION).values());
            return expected.equals(actual.stream().map(Decision::get).collect(Collectors.toSet()))
                    ? Optional.empty()
                    : Optional.of(expected() + "to have exactly the permissions "
                            + Arrays.asList(permissions) + ", but it may"
                            + (actual.isEmpty() ? " do nothing" : ":")
                            + actual.stream()
                                    .map(decision -> "\n  " + decision.get() + Said.by(decision))
                                    .collect(Collectors.joining()));
        });
    }

    /**
     * Passes if the workload must not run as root.
     *
     * <pre>{@code
     * assertThat(prod).service("orders").runsAsNonRoot(); // passes unless somebody lifted that
     * assertThat(prod).service("legacy").runsAsNonRoot(); // fails, and says who lifted it and why
     * }</pre>
     *
     * @return this
     */
    public SELF runsAsNonRoot() {
        return restricted(Settings.NON_ROOT, "not to run as root, but it may");
    }

    /**
     * Passes if the workload must not write to the files of its own image.
     *
     * <pre>{@code
     * assertThat(prod).service("orders").hasReadOnlyRoot(); // passes unless somebody lifted that
     * assertThat(prod).service("legacy").hasReadOnlyRoot(); // fails, and says who lifted it and why
     * }</pre>
     *
     * @return this
     */
    public SELF hasReadOnlyRoot() {
        return restricted(Settings.READ_ONLY_ROOT, "not to write to the files of its image, but it may");
    }

    private SELF restricted(Setting<Restriction> setting, String otherwise) {
        return fact(workload -> {
            Decision<Restriction> decision = workload.decision(setting);
            return decision.value().map(Restriction::holds).orElse(false)
                    ? Optional.empty()
                    : Optional.of(expected()
                            + otherwise
                            + decision.value()
                                    .map(lifted -> ": " + lifted.because())
                                    .orElse("")
                            + Said.by(decision));
        });
    }

    private static boolean isOfEnvironments(Setting<?> setting) {
        return EnvironmentSettings.all().contains(setting) && !Settings.all().contains(setting);
    }

    final String name() {
        return actual.name();
    }

    final String in() {
        return environment().name();
    }

    final EnvironmentPlan environment() {
        return Objects.requireNonNull(environment, "a workload is in an environment");
    }

    final String expected() {
        return "Expected " + name() + " in " + in() + " ";
    }

    static Optional<String> missing(String[] expected, Set<String> actual) {
        List<String> missing = Arrays.stream(expected)
                .filter(name -> !actual.contains(name))
                .sorted()
                .toList();
        return missing.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", missing));
    }

    static String whoSays(List<Edge> edges, Function<Edge, String> end) {
        return edges.stream()
                .map(edge -> Said.lines(end.apply(edge), edge.because()))
                .collect(Collectors.joining());
    }

    private List<Edge> calls() {
        return environment().graph().callsFrom(actual.name());
    }

    private Set<String> called() {
        return calls().stream().map(Edge::to).collect(Collectors.toCollection(TreeSet::new));
    }
}
