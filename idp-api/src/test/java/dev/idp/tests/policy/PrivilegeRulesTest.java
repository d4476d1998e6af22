package dev.idp.tests.policy;

import static dev.idp.tests.Shop.DEV;
import static dev.idp.tests.Shop.PROD;

import dev.idp.policy.Severity;
import org.junit.jupiter.api.Test;

class PrivilegeRulesTest {

    private static final Checks ROOT = Checks.of(PrivilegeRulesTest.class, "runs-as-root");

    @Test
    void rootInProductionIsFoundWithItsReason() {
        ROOT.finds(
                Checks.orders(PROD, s -> s.runAsRoot("it opens port 1,\nsays its vendor")), // (root)
                """
                WARNING runs-as-root: orders in prod: it may run as root, because it opens port 1, says its vendor (service \
                orders, {root}); fix: let the image run as another user, and remove runAsRoot(...)""");
    }

    @Test
    void elsewhereItIsWorthKnowing() {
        ROOT.finds(Checks.nightly(DEV, job -> job.runAsRoot("it mounts disks")), Severity.INFO);
        ROOT.findsNothing(Checks.orders(PROD, s -> {}));
        ROOT.findsNothing(Checks.orders(PROD, s -> s.runAsNonRoot()));
    }
}
