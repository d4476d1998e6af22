package dev.idp.testing;

import dev.idp.Environment;
import dev.idp.Tier;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.Plan;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Assertions on a plan of all environments. */
public final class PlanAssert extends IntentAssert<PlanAssert, Plan> {

    PlanAssert(@Nullable Plan actual, boolean isThere, Complaints complaints) {
        super(actual, isThere, complaints, PlanAssert.class);
    }

    /**
     * Goes on with an environment.
     *
     * <pre>{@code
     * assertThat(plan).in("prod").service("orders").calls("payments"); // passes if there is such an environment
     * assertThat(plan).in("prdo");                                     // fails, and lists those that there are
     * }</pre>
     *
     * @param environment the environment's name
     * @return assertions on the environment
     */
    public EnvironmentAssert in(String environment) {
        Optional<EnvironmentPlan> found = find(
                plan -> plan.environments().stream()
                        .filter(candidate -> candidate.name().equals(environment))
                        .findFirst(),
                plan -> "Expected an environment '" + environment + "' in platform " + plan.platform()
                        + Said.only(environment, names(plan)));
        return new EnvironmentAssert(found.orElse(null), found.isPresent(), complaints());
    }

    /**
     * Goes on with an environment.
     *
     * @param environment the environment that was declared
     * @return assertions on the environment
     */
    public EnvironmentAssert in(Environment environment) {
        return in(environment.name());
    }

    /**
     * Goes on with the services of all environments.
     *
     * <pre>{@code
     * assertThat(plan).services().each(ServiceAssert::runsAsNonRoot);      // passes if none may be root anywhere
     * assertThat(plan).services().each(service -> service.isNotPublic()); // fails, and lists all that are public
     * }</pre>
     *
     * @return assertions on the services, of which there must be one at least
     */
    public ServicesAssert services() {
        return services("", environment -> true);
    }

    /**
     * Goes on with the services of all environments of a tier.
     *
     * @param tier the tier
     * @return assertions on the services, of which there must be one at least
     */
    public ServicesAssert servicesIn(Tier tier) {
        return services(" in tier " + tier.name().toLowerCase(Locale.ROOT), environment -> environment.tier() == tier);
    }

    private ServicesAssert services(String where, Predicate<EnvironmentPlan> which) {
        Optional<List<ServicesAssert.Located>> found = find(
                plan -> Optional.of(plan.environments().stream()
                        .filter(which)
                        .flatMap(environment ->
                                environment.services().stream().map(it -> new ServicesAssert.Located(environment, it)))
                        .toList()),
                plan -> "");
        return ServicesAssert.of("services" + where, found, complaints());
    }

    /**
     * Passes if these are the environments.
     *
     * <pre>{@code
     * assertThat(plan).hasEnvironments("dev", "staging", "prod"); // passes if there are these and no others
     * assertThat(plan).hasEnvironments("prod");                   // fails, and lists them
     * }</pre>
     *
     * @param names their names, in any order
     * @return this
     */
    public PlanAssert hasEnvironments(String... names) {
        return fact(plan -> {
            List<String> expected = Arrays.stream(names).sorted().toList();
            List<String> actual = names(plan).stream().sorted().toList();
            return actual.equals(expected)
                    ? Optional.empty()
                    : Optional.of("Expected platform " + plan.platform() + " to have the environments " + expected
                            + ", but it has " + actual);
        });
    }

    private static List<String> names(Plan plan) {
        return plan.environments().stream().map(EnvironmentPlan::name).toList();
    }
}
