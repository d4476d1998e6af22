package dev.idp.tests.policy;

import dev.idp.Environment;
import dev.idp.Releases;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.tests.Shop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReleaseRulesTest {

    private static final Checks USED = Checks.of(ReleaseRulesTest.class, "release-used");

    @Test
    void aReleaseOfNothingIsFound() {
        Releases releases = Releases.fromProperties("dev.properties", "orders=2.0\nordres=2.0\n");

        USED.finds(orders(releases), """
                WARNING release-used: ordres in dev: version 2.0 is released, and there is no such service or job here \
                (environment dev, dev.properties:2); fix: remove the release, or mend its name""");
    }

    @Test
    void aReleaseThatDoesNotRunIsFound() {
        Environment dev = dev(Releases.none().with("orders", "2.0"));

        USED.finds(
                Checks.orders(dev, s -> s.in(dev, here -> here.image("orders:1.9"))), // (image)
                """
                WARNING release-used: orders in dev: version 2.0 is released, and it runs orders:1.9 (service orders in \
                dev, {image}); fix: remove what is said about the image in dev, or the release""");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2.0",
                "sha256:0000000000000000000000000000000000000000000000000000000000000000",
                "mirror.example/orders:2.0"
            })
    void aReleaseThatRunsIsFine(String version) {
        USED.findsNothing(orders(Releases.none().with("orders", version)));
    }

    private static EnvironmentPlan orders(Releases releases) {
        return Checks.plan(dev(releases), Shop.service("orders", s -> {}));
    }

    private static Environment dev(Releases releases) {
        return Environment.named("dev").releases(releases).build();
    }
}
