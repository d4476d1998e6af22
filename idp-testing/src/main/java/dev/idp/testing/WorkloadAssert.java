package dev.idp.testing;

import dev.idp.Setting;
import dev.idp.explain.Decision;
import dev.idp.plan.Edge;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.Start;
import dev.idp.plan.WorkloadPlan;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertions on a planned workload: what holds for services and for jobs.
 *
 * @param <SELF> the type of the assertion, so that calls can be chained
 * @param <P> the type of the plan
 */
public abstract sealed class WorkloadAssert<SELF extends WorkloadAssert<SELF, P>, P extends WorkloadPlan>
        extends AbstractAssert<SELF, P> permits ServiceAssert, JobAssert {

    private final EnvironmentPlan environment;

    WorkloadAssert(EnvironmentPlan environment, P actual, Class<SELF> type) {
        super(actual, type);
        this.environment = environment;
    }

    /**
     * Passes if the workload calls something.
     *
     * <pre>{@code
     * assertThat(prod).service("frontend").calls("cart");     // passes if frontend refers to cart
     * assertThat(prod).service("frontend").calls("payments"); // fails if it does not, and lists what it calls
     * }</pre>
     *
     * @param name a service or an external service
     * @return this
     */
    public SELF calls(String name) {
        Set<String> called = called();
        if (!called.contains(name)) {
            throw failure("Expected %s in %s to call %s, but it calls only: %s", name(), in(), name, called);
        }
        return myself;
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
        TreeSet<String> expected = new TreeSet<>(List.of(names));
        if (!called().equals(expected)) {
            throw failure(
                    "Expected %s in %s to call exactly %s, but it calls %s\n%s",
                    name(), in(), expected, called(), whoSays());
        }
        return myself;
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
        if (setting.hasEntries()) {
            throw failure("%s has entries: assert on service.entries(...) instead", setting);
        }
        Decision<T> decision = actual.decision(setting);
        if (!Objects.equals(decision.value().orElse(null), value)) {
            throw failure(
                    "Expected %s of %s in %s to be %s, but it is %s%s",
                    setting,
                    name(),
                    in(),
                    value,
                    decision.value().map(Object::toString).orElse("not set"),
                    decision.winner().map(winner -> ", by " + winner.source()).orElse(""));
        }
        return myself;
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
        isNotNull();
        TreeSet<String> expected = new TreeSet<>(List.of(names));
        TreeSet<String> first = new TreeSet<>();
        List<Start> starts = environment.graph().waitsFor(actual.name());
        starts.forEach(start -> first.add(start.to()));
        if (!first.equals(expected)) {
            throw failure(
                    "Expected %s in %s to start after exactly %s, but it starts after %s\n%s",
                    name(),
                    in(),
                    expected,
                    first,
                    starts.stream()
                            .map(start -> whoSays(start.to(), start.because()))
                            .collect(Collectors.joining())
                            .stripTrailing());
        }
        return myself;
    }

    final String name() {
        return actual.name();
    }

    final String in() {
        return environment.name();
    }

    private List<Edge> calls() {
        isNotNull();
        return environment.graph().callsFrom(actual.name());
    }

    private Set<String> called() {
        TreeSet<String> called = new TreeSet<>();
        calls().forEach(edge -> called.add(edge.to()));
        return called;
    }

    private String whoSays() {
        return calls().stream()
                .map(edge -> whoSays(edge.to(), edge.because()))
                .collect(Collectors.joining())
                .stripTrailing();
    }

    private static String whoSays(String what, List<Decision<?>> because) {
        return because.stream()
                .flatMap(decision -> decision.winner().stream())
                .map(winner -> "  " + what + " by " + winner.source() + "\n")
                .collect(Collectors.joining());
    }
}
