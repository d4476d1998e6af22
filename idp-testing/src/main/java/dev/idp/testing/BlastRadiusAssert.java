package dev.idp.testing;

import dev.idp.Tier;
import dev.idp.plan.BlastRadius;
import dev.idp.plan.Effect;
import dev.idp.plan.Impact;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Assertions on what a change does to what runs. */
public final class BlastRadiusAssert extends IntentAssert<BlastRadiusAssert, BlastRadius> {

    private final String where;

    BlastRadiusAssert(@Nullable BlastRadius actual, boolean isThere, String where, Complaints complaints) {
        super(actual, isThere, complaints, BlastRadiusAssert.class);
        this.where = where;
    }

    /**
     * Goes on with one environment.
     *
     * <pre>{@code
     * assertThat(BlastRadius.of(released, plan)).in("prod").restartsNothing(); // passes if all goes on there
     * assertThat(BlastRadius.of(released, plan)).in("prdo");                   // fails, and lists those that there are
     * }</pre>
     *
     * @param environment the environment's name
     * @return assertions on what comes of the change there
     */
    public BlastRadiusAssert in(String environment) {
        return part(" in " + environment, radius -> radius.in(environment));
    }

    /**
     * Goes on with the environments of the tier of production.
     *
     * <pre>{@code
     * assertThat(BlastRadius.of(released, plan)).inProduction().restartsNothing(); // passes if all goes on there
     * assertThat(BlastRadius.of(released, plan)).inProduction();                   // fails if no environment is of that tier
     * }</pre>
     *
     * @return assertions on what comes of the change there
     */
    public BlastRadiusAssert inProduction() {
        return part(" in production", radius -> radius.in(Tier.PRODUCTION));
    }

    private BlastRadiusAssert part(String part, UnaryOperator<BlastRadius> of) {
        String[] none = {""};
        Optional<BlastRadius> found = find(
                radius -> {
                    try {
                        return Optional.of(of.apply(radius));
                    } catch (IllegalArgumentException unknown) {
                        none[0] = unknown.getMessage();
                        return Optional.empty();
                    }
                },
                radius -> "Expected the change" + part + ", but there is " + none[0]);
        return new BlastRadiusAssert(found.orElse(null), found.isPresent(), part, complaints());
    }

    /**
     * Passes if nothing that runs notices the change.
     *
     * <pre>{@code
     * assertThat(radius).doesNothing(); // passes if copies are added at most, or calls are gone
     * assertThat(radius).doesNothing(); // else fails with each effect, its cause and its line
     * }</pre>
     *
     * @return this
     */
    public BlastRadiusAssert doesNothing() {
        return none("to do nothing", Effect.values());
    }

    /**
     * Passes if nothing is restarted, replaced or stopped, and no job runs again.
     *
     * <pre>{@code
     * assertThat(radius).inProduction().restartsNothing(); // passes if only replicas change
     * assertThat(radius).inProduction().restartsNothing(); // else fails with each service, its cause and its line
     * }</pre>
     *
     * @return this
     */
    public BlastRadiusAssert restartsNothing() {
        return none("to restart nothing", Effect.ROLLING_RESTART, Effect.REPLACEMENT, Effect.STOP, Effect.RERUN);
    }

    /**
     * Passes if nothing else than these is restarted, replaced or stopped, and no other job runs again.
     *
     * <pre>{@code
     * assertThat(radius).restartsOnly("orders"); // passes if nothing else is
     * assertThat(radius).restartsOnly();         // fails, and says what is, and why
     * }</pre>
     *
     * @param names the names of services and jobs, all of which must be
     * @return this
     */
    public BlastRadiusAssert restartsOnly(String... names) {
        return fact(radius -> {
            Set<String> expected = new TreeSet<>(Arrays.asList(names));
            List<Impact> restarts =
                    impacts(radius, Effect.ROLLING_RESTART, Effect.REPLACEMENT, Effect.STOP, Effect.RERUN);
            Set<String> restarted = restarts.stream()
                    .flatMap(impact -> impact.workload().stream())
                    .collect(Collectors.toCollection(TreeSet::new));
            return restarted.equals(expected)
                    ? Optional.empty()
                    : Optional.of("Expected the change to restart exactly " + expected + where + ", but it restarts "
                            + restarted + lines(restarts));
        });
    }

    /**
     * Passes if something answers at any time.
     *
     * @return this
     */
    public BlastRadiusAssert hasNoDowntime() {
        return none("to have no downtime", Effect.DOWNTIME);
    }

    /**
     * Passes if nothing that is kept may be lost.
     *
     * @return this
     */
    public BlastRadiusAssert risksNoData() {
        return none("to put no data at risk", Effect.DATA_AT_RISK);
    }

    /**
     * Passes if nothing can be reached that could not, or by others.
     *
     * <pre>{@code
     * assertThat(radius).widensNoExposure(); // passes if there are no new addresses and no new calls
     * assertThat(radius).widensNoExposure(); // else fails with each, and its line
     * }</pre>
     *
     * @return this
     */
    public BlastRadiusAssert widensNoExposure() {
        return none("to widen no exposure", Effect.EXPOSURE_WIDENED);
    }

    /**
     * Passes if nobody is allowed what was not allowed.
     *
     * @return this
     */
    public BlastRadiusAssert widensNoPermission() {
        return none("to widen no permission", Effect.PERMISSIONS_WIDENED);
    }

    private BlastRadiusAssert none(String expected, Effect... effects) {
        return fact(radius -> {
            List<Impact> impacts = impacts(radius, effects);
            return impacts.isEmpty()
                    ? Optional.empty()
                    : Optional.of("Expected the change " + expected + where + ", but:" + lines(impacts));
        });
    }

    private static List<Impact> impacts(BlastRadius radius, Effect... effects) {
        Set<Effect> any = Set.of(effects);
        return radius.impacts().stream()
                .filter(impact -> impact.effects().stream().anyMatch(any::contains))
                .toList();
    }

    private static String lines(List<Impact> impacts) {
        return impacts.stream().map(impact -> "\n  " + impact).collect(Collectors.joining());
    }
}
