package dev.idp.tests.resources;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.Environment;
import dev.idp.Platform;
import dev.idp.Resource;
import dev.idp.Service;
import dev.idp.Settings;
import dev.idp.explain.Layer;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.Plan;
import dev.idp.plan.ResourcePlan;
import dev.idp.plan.ServicePlan;
import dev.idp.spi.Provisioner;
import dev.idp.tests.Shop;
import java.util.function.Consumer;

/** A platform with one service, {@code orders}, that needs something, and what it is supplied with. */
record Supplied(EnvironmentPlan plan) {

    /** What the library supplies by itself. */
    static Supplied byDefault(Consumer<Service.Builder> orders) {
        return in(Shop.DEV, orders);
    }

    static <R extends Resource> Supplied by(
            Class<R> type, Provisioner<? super R> provisioner, Consumer<Service.Builder> orders) {
        return in(Environment.named("prod").provides(type, provisioner).build(), orders);
    }

    static Supplied in(Environment environment, Consumer<Service.Builder> orders) {
        return of(Shop.in(environment, Shop.service("orders", orders)), environment);
    }

    /** Every plan of these tests is also written and read back. */
    static Supplied of(Platform platform, Environment environment) {
        Plan plan = platform.plan();
        Plan read = Plan.fromJson(plan.toJson());
        assertThat(read).isEqualTo(plan);
        assertThat(read.in(environment).resources())
                .isEqualTo(plan.in(environment).resources());
        assertThat(read.toJson()).isEqualTo(plan.toJson());
        return new Supplied(plan.in(environment));
    }

    ResourcePlan resource() {
        assertThat(plan.resources()).hasSize(1);
        return plan.resources().get(0);
    }

    /** The variables of {@code orders}, plain ones first. */
    String variables() {
        ServicePlan orders = plan.service("orders");
        return orders.env().entrySet().stream()
                        .map(variable -> variable.getKey() + " = " + variable.getValue() + "\n")
                        .collect(joining())
                + orders.entries(Settings.SECRET).entrySet().stream()
                        .map(secret ->
                                secret.getKey() + " = " + secret.getValue().get() + "\n")
                        .collect(joining());
    }

    /** What the library says about a service that it adds. */
    String defaults(String service) {
        return plan.service(service).decisions().all().stream()
                .filter(decision -> decision.winner()
                        .filter(winner -> winner.source().layer() == Layer.GOLDEN_PATH)
                        .isPresent())
                .map(decision ->
                        decision.subject().replace("services/" + service + "/", "") + " = " + decision.get() + "\n")
                .collect(joining());
    }
}
