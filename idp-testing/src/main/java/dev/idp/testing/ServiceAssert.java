package dev.idp.testing;

import dev.idp.Setting;
import dev.idp.explain.Decision;
import dev.idp.plan.Edge;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.ServicePlan;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.api.AbstractAssert;

/** Assertions on a planned service. */
public final class ServiceAssert extends AbstractAssert<ServiceAssert, ServicePlan> {

    private final EnvironmentPlan environment;

    ServiceAssert(EnvironmentPlan environment, ServicePlan actual) {
        super(actual, ServiceAssert.class);
        this.environment = environment;
    }

    /**
     * Passes if the service calls something.
     *
     * <pre>{@code
     * assertThat(prod).service("frontend").calls("cart");     // passes if frontend refers to cart
     * assertThat(prod).service("frontend").calls("payments"); // fails if it does not, and lists what it calls
     * }</pre>
     *
     * @param name a service or an external service
     * @return this
     */
    public ServiceAssert calls(String name) {
        Set<String> called = called();
        if (!called.contains(name)) {
            throw failure("Expected %s in %s to call %s, but it calls only: %s", name(), in(), name, called);
        }
        return this;
    }

    /**
     * Passes if the service calls exactly these.
     *
     * <pre>{@code
     * assertThat(prod).service("cart").callsOnly("redis-cart"); // passes if that is all it refers to
     * assertThat(prod).service("cart").callsOnly();             // fails, and says what it calls and since when
     * }</pre>
     *
     * @param names services and external services
     * @return this
     */
    public ServiceAssert callsOnly(String... names) {
        TreeSet<String> expected = new TreeSet<>(List.of(names));
        if (!called().equals(expected)) {
            throw failure(
                    "Expected %s in %s to call exactly %s, but it calls %s\n%s",
                    name(), in(), expected, called(), whoSays());
        }
        return this;
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
    public <T> ServiceAssert has(Setting<T> setting, T value) {
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
        return this;
    }

    /**
     * Passes if the service is public at an address.
     *
     * <pre>{@code
     * assertThat(prod).service("frontend").isPublicAt("www.shop.example/"); // passes if a route leads there
     * assertThat(prod).service("payments").isPublicAt("pay.shop.example/"); // fails, and lists its routes
     * }</pre>
     *
     * @param address host and path
     * @return this
     */
    public ServiceAssert isPublicAt(String address) {
        if (actual.routes().stream().noneMatch(route -> route.address().equals(address))) {
            throw failure(
                    "Expected %s in %s to be public at %s, but it is public at: %s",
                    name(), in(), address, actual.routes());
        }
        return this;
    }

    /**
     * Passes if the service is not public.
     *
     * <pre>{@code
     * assertThat(prod).service("payments").isNotPublic(); // passes if it has no route
     * assertThat(prod).service("frontend").isNotPublic(); // fails, and lists its routes
     * }</pre>
     *
     * @return this
     */
    public ServiceAssert isNotPublic() {
        if (!actual.routes().isEmpty()) {
            throw failure("Expected %s in %s not to be public, but it is public at: %s", name(), in(), actual.routes());
        }
        return this;
    }

    private String name() {
        return actual.name();
    }

    private String in() {
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
        StringBuilder text = new StringBuilder();
        for (Edge edge : calls()) {
            for (Decision<?> because : edge.because()) {
                because.winner().ifPresent(winner -> text.append("  ")
                        .append(edge.to())
                        .append(" by ")
                        .append(winner.source())
                        .append('\n'));
            }
        }
        return text.toString().stripTrailing();
    }
}
