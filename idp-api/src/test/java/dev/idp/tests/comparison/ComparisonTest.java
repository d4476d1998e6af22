package dev.idp.tests.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.Environment;
import dev.idp.Platform;
import dev.idp.Port;
import dev.idp.Service;
import dev.idp.plan.Comparison;
import dev.idp.plan.Plan;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Two plans are compared by what they decide, field by field. */
class ComparisonTest {

    private static final Environment DEV = Environment.named("dev").build();
    private static final Environment PROD = Environment.named("prod").build();

    private final Plan before = plan(List.of(DEV, PROD), payments -> {}, orders());

    @Test
    void theSameDecisionsAreNoChangeWhereverTheyAreSaid() {
        Plan same = plan(List.of(PROD, DEV), payments -> payments.replicas(1), orders());

        assertThat(Comparison.of(before, same).isEmpty()).isTrue();
        assertThat(Comparison.of(before, same).changes()).isEmpty();
    }

    @Test
    void aChangeNamesEnvironmentSubjectValuesAndLine() {
        Plan after = plan(List.of(DEV, PROD), payments -> payments.in(PROD, in -> in.replicas(3)), orders());

        Comparison comparison = Comparison.of(before, after);

        assertThat(comparison.toString())
                .matches("prod services/payments/replicas: 1 -> 3"
                        + " by service payments in prod, ComparisonTest\\.java:\\d+\n");
        assertThat(comparison.changes()).singleElement().satisfies(change -> {
            assertThat(change.environment()).isEqualTo("prod");
            assertThat(change.workload()).contains("payments");
        });
    }

    @Test
    void whoCallsAChangedServiceIsAffected() {
        Plan after = plan(List.of(DEV, PROD), payments -> payments.in(PROD, in -> in.replicas(3)), orders());

        Comparison comparison = Comparison.of(before, after);

        assertThat(comparison.changedWorkloads("prod")).containsExactly("payments");
        assertThat(comparison.affectedWorkloads("prod")).containsExactly("front", "orders", "payments");
        assertThat(comparison.affectedWorkloads("dev")).isEmpty();
    }

    @Test
    void servicesAndCallsComeAndGo() {
        Plan without = plan(
                List.of(DEV),
                payments -> {},
                Service.named("orders").image("orders:1").port(Port.http(8080)));
        Plan with = plan(List.of(DEV), payments -> {}, orders());

        Comparison gained = Comparison.of(without, with);
        Comparison lost = Comparison.of(with, without);

        assertThat(gained.addedCalls()).extracting(Object::toString).containsExactly("dev orders -> payments:http");
        assertThat(gained.removedCalls()).isEmpty();
        assertThat(lost.removedCalls()).isEqualTo(gained.addedCalls());
        assertThat(lost.toString())
                .contains("dev services/orders/env/PAYMENTS_URL: http://payments:8080 -> nothing\n")
                .endsWith("dev orders -> payments:http removed\n");
    }

    @Test
    void environmentsComeAndGo() {
        Plan onlyDev = plan(List.of(DEV), payments -> {}, orders());

        Comparison gone = Comparison.of(before, onlyDev);

        assertThat(gone.changes()).isNotEmpty().allSatisfy(change -> {
            assertThat(change.environment()).isEqualTo("prod");
            assertThat(change.after()).isEmpty();
        });
        assertThat(gone.changedWorkloads("prod")).containsExactly("front", "orders", "payments");
        assertThat(gone.removedCalls()).hasSize(2);
    }

    @Test
    void aSavedPlanIsABaseline() {
        Plan saved = Plan.fromJson(before.toJson());
        Plan after = plan(List.of(DEV, PROD), payments -> payments.env("LEVEL", "debug"), orders());

        assertThat(Comparison.of(saved, before).isEmpty()).isTrue();
        assertThat(Comparison.of(saved, after).changes())
                .extracting(change -> change.environment() + " " + change.subject())
                .containsExactly("dev services/payments/env/LEVEL", "prod services/payments/env/LEVEL");
    }

    private static Service.Builder orders() {
        return Service.named("orders")
                .image("orders:1")
                .port(Port.http(8080))
                .env("PAYMENTS_URL", Service.ref("payments").url());
    }

    private static Plan plan(List<Environment> environments, Consumer<Service.Builder> more, Service.Builder orders) {
        Service.Builder payments = Service.named("payments").image("payments:1").port(Port.http(8080));
        more.accept(payments);
        Service.Builder front = Service.named("front").image("front:1").uses(Service.ref("orders"));
        return Platform.named("shop")
                .environments(environments.toArray(Environment[]::new))
                .services(payments.build(), orders.build(), front.build())
                .build()
                .plan();
    }
}
