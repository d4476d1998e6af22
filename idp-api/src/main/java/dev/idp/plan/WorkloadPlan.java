package dev.idp.plan;

import dev.idp.Image;
import dev.idp.Setting;
import dev.idp.Settings;
import dev.idp.Team;
import dev.idp.Text;
import dev.idp.WorkloadKind;
import dev.idp.explain.Decision;
import dev.idp.explain.Explanation;
import dev.idp.explain.Layer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A workload in one environment: every setting decided, every reference resolved. */
public abstract sealed class WorkloadPlan permits ServicePlan, JobPlan {

    private final WorkloadKind kind;
    private final Decision<String> identity;
    private final Decisions decisions;

    WorkloadPlan(WorkloadKind kind, Decision<String> identity, Decisions decisions) {
        this.kind = kind;
        this.identity = identity;
        this.decisions = decisions;
    }

    /**
     * Returns the path below which a plan knows the workloads of a kind.
     *
     * @param kind the kind
     * @param name the workload's name
     * @return for example {@code services/orders}
     */
    public static String path(WorkloadKind kind, String name) {
        return kind + "/" + name;
    }

    /**
     * Returns what the workload is for.
     *
     * @return the kind
     */
    public WorkloadKind kind() {
        return kind;
    }

    /**
     * Returns the workload's name.
     *
     * @return a DNS label
     */
    public String name() {
        return identity.get();
    }

    /**
     * Returns the workload's name as something that was said.
     *
     * @return the name and where the workload was declared
     */
    public Decision<String> identity() {
        return identity;
    }

    /**
     * Returns everything that was decided.
     *
     * @return the decisions
     */
    public Decisions decisions() {
        return decisions;
    }

    /**
     * Returns what is decided about a setting with one value.
     *
     * @param <T> the value's type
     * @param setting the setting
     * @return the decision, with or without a value
     */
    public <T> Decision<T> decision(Setting<T> setting) {
        return decisions.decision(setting);
    }

    /**
     * Returns the entries of a setting that have a value.
     *
     * @param <T> the type of the entries' values
     * @param setting the setting
     * @return decisions by the entries' names
     */
    public <T> SortedMap<String, Decision<T>> entries(Setting<T> setting) {
        return decisions.entries(setting);
    }

    /**
     * Returns a value.
     *
     * @param <T> the value's type
     * @param setting a setting with one value
     * @return the value, or empty
     */
    public <T> Optional<T> get(Setting<T> setting) {
        return decisions.get(setting);
    }

    /**
     * Returns the image.
     *
     * @return the image; planning ensures that there is one
     */
    public Image image() {
        return decision(Settings.IMAGE).get();
    }

    /**
     * Returns who owns the workload.
     *
     * @return the team, if anybody said
     */
    public Optional<Team> owner() {
        return get(Settings.OWNER);
    }

    /**
     * Returns the variables that anyone may read.
     *
     * @return values by name
     */
    public Map<String, Text> env() {
        return entries(Settings.ENV).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().get(), (a, b) -> a, TreeMap::new));
    }

    /**
     * Returns the secrets that the workload reads, those of its sidecars and init steps included.
     *
     * @return each value once for each thing that was said, in the order of secrets and keys
     */
    public List<SecretUse> secretUses() {
        return SecretUses.of(decisions);
    }

    /**
     * Returns what the workload says otherwise than its golden path.
     *
     * @return decisions that the workload won against a golden path
     */
    public List<Decision<?>> overrides() {
        return decisions.all().stream().filter(WorkloadPlan::overridesPath).toList();
    }

    /**
     * Explains what the workload says otherwise than its golden path.
     *
     * @return an explanation for each of {@link #overrides()}, as text and as JSON
     */
    public List<Explanation> explainOverrides() {
        return overrides().stream().map(this::explain).toList();
    }

    /**
     * Explains what is decided about a setting with one value.
     *
     * @param setting the setting
     * @return who said what about it
     */
    public Explanation explain(Setting<?> setting) {
        return explain(decision(setting));
    }

    private Explanation explain(Decision<?> decision) {
        String place = path(kind, name());
        return new Explanation(
                kind.singular() + " " + name(),
                decision.subject().substring(place.length()),
                decision.value().map(Object::toString),
                "",
                List.of(decision),
                List.of());
    }

    private static boolean overridesPath(Decision<?> decision) {
        return decision.winner()
                        .filter(claim -> claim.source().layer().isOfWorkload())
                        .isPresent()
                && decision.losers().stream().anyMatch(claim -> claim.source().layer() == Layer.GOLDEN_PATH);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof WorkloadPlan that
                && kind == that.kind
                && identity.equals(that.identity)
                && decisions.equals(that.decisions);
    }

    @Override
    public int hashCode() {
        return Objects.hash(kind, identity, decisions);
    }

    @Override
    public String toString() {
        return name() + " " + decisions;
    }
}
