package dev.idp.plan;

import dev.idp.Image;
import dev.idp.Port;
import dev.idp.Replicas;
import dev.idp.Route;
import dev.idp.Setting;
import dev.idp.Settings;
import dev.idp.Team;
import dev.idp.Text;
import dev.idp.explain.Claim;
import dev.idp.explain.Decision;
import dev.idp.explain.Explanation;
import dev.idp.explain.Layer;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A service in one environment: every setting decided, every reference resolved. */
public final class ServicePlan {

    private final Decision<String> identity;
    private final Decisions decisions;

    /**
     * Creates the plan of a service.
     *
     * @param identity the service's name, and who declared it
     * @param decisions its settings
     */
    public ServicePlan(Decision<String> identity, Decisions decisions) {
        this.identity = identity;
        this.decisions = decisions;
    }

    /**
     * Returns the service's name.
     *
     * @return a DNS label
     */
    public String name() {
        return identity.get();
    }

    /**
     * Returns the service's name as something that was said.
     *
     * @return the name and where the service was declared
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
     * Returns who owns the service.
     *
     * @return the team, if anybody said
     */
    public Optional<Team> owner() {
        return get(Settings.OWNER);
    }

    /**
     * Returns how many copies run.
     *
     * @return a number or a range; empty if the number was unset, for others to set
     */
    public Optional<Replicas> replicas() {
        return get(Settings.REPLICAS);
    }

    /**
     * Returns the ports.
     *
     * @return in the order of their names
     */
    public List<Port> ports() {
        return entries(Settings.PORT).values().stream().map(Decision::get).toList();
    }

    /**
     * Returns a port.
     *
     * @param name the port's name
     * @return the port
     * @throws NoSuchElementException if the service has no port of that name
     */
    public Port port(String name) {
        return decisions.decision(Settings.PORT, name).get();
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
     * Returns the public addresses.
     *
     * @return in the order in which they are written
     */
    public List<Route> routes() {
        return entries(Settings.ROUTE).values().stream().map(Decision::get).toList();
    }

    /**
     * Returns what the service says otherwise than its golden path.
     *
     * @return decisions that the service won against a golden path
     */
    public List<Decision<?>> overrides() {
        return decisions.all().stream().filter(ServicePlan::overridesPath).toList();
    }

    /**
     * Explains what the service says otherwise than its golden path.
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
        String place = "services/" + name();
        return new Explanation(
                "service " + name(),
                decision.subject().substring(place.length()),
                decision.value().map(Object::toString),
                "",
                List.of(decision),
                List.of());
    }

    private static boolean overridesPath(Decision<?> decision) {
        return decision.winner().filter(ServicePlan::isByService).isPresent()
                && decision.losers().stream().anyMatch(claim -> claim.source().layer() == Layer.GOLDEN_PATH);
    }

    private static boolean isByService(Claim<?> claim) {
        return switch (claim.source().layer()) {
            case SERVICE, SERVICE_IN_TIER, SERVICE_IN_ENVIRONMENT -> true;
            default -> false;
        };
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ServicePlan that && identity.equals(that.identity) && decisions.equals(that.decisions);
    }

    @Override
    public int hashCode() {
        return Objects.hash(identity, decisions);
    }

    @Override
    public String toString() {
        return name() + " " + decisions;
    }
}
