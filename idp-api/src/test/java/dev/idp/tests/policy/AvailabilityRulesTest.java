package dev.idp.tests.policy;

import static dev.idp.Cpu.millis;
import static dev.idp.Port.http;
import static dev.idp.tests.Shop.DEV;
import static dev.idp.tests.Shop.PROD;

import dev.idp.Service;
import dev.idp.ServiceKind;
import dev.idp.Settings;
import dev.idp.plan.EnvironmentPlan;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class AvailabilityRulesTest {

    private static final Checks REPLICAS = Checks.of(AvailabilityRulesTest.class, "replicas-in-production");

    @Test
    void aSingleCopyInProductionIsFound() {
        REPLICAS.finds(answering(s -> {}), """
                WARNING replicas-in-production: orders in prod: a single copy answers (library default: one copy until \
                somebody says that it takes more); fix: say replicas(2) or more""");
        REPLICAS.finds(
                answering(s -> s.replicas(1, 5)), // (scaled)
                """
                WARNING replicas-in-production: orders in prod: a single copy answers while the load is low (service \
                orders, {scaled}); fix: say replicas(2) or more""");
    }

    @Test
    void twoAreEnoughAndElsewhereOneIs() {
        REPLICAS.findsNothing(answering(s -> s.replicas(2)));
        REPLICAS.findsNothing(answering(s -> s.replicas(2, 5)));
        REPLICAS.findsNothing(Checks.orders(DEV, s -> s.port(http(80))));
    }

    @Test
    void whatAnswersNobodyOrCannotBeDoubledIsExempt() {
        REPLICAS.findsNothing(Checks.orders(PROD, s -> {}));
        REPLICAS.findsNothing(answering(s -> s.set(Settings.KIND, ServiceKind.STATEFUL)));
        REPLICAS.findsNothing(answering(s -> s.set(Settings.KIND, ServiceKind.PER_NODE)));
        REPLICAS.findsNothing(answering(s -> s.unset(Settings.REPLICAS)));
    }

    private static EnvironmentPlan answering(Consumer<Service.Builder> block) {
        return Checks.orders(PROD, s -> block.accept(s.port(http(80)).cpu(millis(1))));
    }
}
