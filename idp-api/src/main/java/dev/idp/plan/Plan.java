package dev.idp.plan;

import dev.idp.Environment;
import dev.idp.Setting;
import dev.idp.explain.Decision;
import dev.idp.internal.json.PlanJson;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A planned platform: fully decided intent, free of any backend.
 *
 * <p>It is data only. Two plans are equal when the same things are decided, whoever said them.
 */
public final class Plan {

    private final Decision<String> platform;
    private final List<EnvironmentPlan> environments;

    /**
     * Creates a plan.
     *
     * @param platform the platform's name, and who declared it
     * @param environments its environments, in any order
     */
    public Plan(Decision<String> platform, List<EnvironmentPlan> environments) {
        this.platform = platform;
        this.environments = environments.stream()
                .sorted((a, b) -> {
                    int byTier = a.tier().compareTo(b.tier());
                    return byTier != 0 ? byTier : a.name().compareTo(b.name());
                })
                .toList();
    }

    /**
     * Reads a plan back from its JSON.
     *
     * @param json what {@link #toJson()} returned
     * @param others settings that are not this library's
     * @return a plan equal to the one that was written, its origins unknown and its extensions unbound
     * @throws IllegalArgumentException if the text is not the JSON of a plan of this version
     */
    public static Plan fromJson(String json, Setting<?>... others) {
        return PlanJson.read(json, List.of(others));
    }

    /**
     * Returns the platform's name.
     *
     * @return a DNS label
     */
    public String platform() {
        return platform.get();
    }

    /**
     * Returns the platform's name as something that was said.
     *
     * @return the name and where the platform was declared
     */
    public Decision<String> identity() {
        return platform;
    }

    /**
     * Returns the environments.
     *
     * @return in the order of their tiers, then of their names
     */
    public List<EnvironmentPlan> environments() {
        return environments;
    }

    /**
     * Returns an environment.
     *
     * @param environment the environment that was declared
     * @return its plan
     * @throws NoSuchElementException if the platform has no such environment
     */
    public EnvironmentPlan in(Environment environment) {
        return in(environment.name());
    }

    /**
     * Returns an environment.
     *
     * @param name the environment's name
     * @return its plan
     * @throws NoSuchElementException if the platform has no such environment; the message lists those that there are
     */
    public EnvironmentPlan in(String name) {
        return environments.stream()
                .filter(environment -> environment.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("no environment '" + name + "' in platform '" + platform()
                        + "', only "
                        + environments.stream().map(EnvironmentPlan::name).collect(Collectors.joining(", "))));
    }

    /**
     * Returns the plan as JSON, the same text for equal plans.
     *
     * @return the text, with keys in a fixed order, indented by two blanks
     */
    public String toJson() {
        return PlanJson.write(this);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Plan that && platform.equals(that.platform) && environments.equals(that.environments);
    }

    @Override
    public int hashCode() {
        return Objects.hash(platform, environments);
    }

    /** Returns the platform's name. */
    @Override
    public String toString() {
        return platform();
    }
}
