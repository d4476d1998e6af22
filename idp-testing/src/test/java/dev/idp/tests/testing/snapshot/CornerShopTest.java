package dev.idp.tests.testing.snapshot;

import dev.idp.Environment;
import dev.idp.Platform;
import dev.idp.Port;
import dev.idp.Service;
import dev.idp.kubernetes.Kubernetes;
import dev.idp.plan.Plan;
import dev.idp.testing.kubernetes.KubernetesSnapshot;
import dev.idp.testing.snapshot.Snapshots;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How users take snapshots: these are in the test resources of this module. */
class CornerShopTest {

    @RegisterExtension
    static final Snapshots SNAPSHOTS = Snapshots.of(CornerShopTest.class).redacting("**/image");

    private static final Environment PROD = Environment.named("prod").build();

    private final Plan plan = platform().plan();

    @Test
    void thePlanIsAsItWas() {
        SNAPSHOTS.matches("plan", plan);
    }

    @Test
    void theSameCallTheSame() {
        SNAPSHOTS.matches("graph-prod", plan.in(PROD).graph());
    }

    @Test
    void theManifestsMeanTheSame() {
        SNAPSHOTS.matches("prod", KubernetesSnapshot.of(Kubernetes.backend().render(plan.in(PROD))));
    }

    private static Platform platform() {
        var till =
                Service.named("till").image("till:1.0.0").port(Port.http(8080)).build();
        var door = Service.named("door")
                .image("door:1.0.0")
                .env("TILL_URL", till.url())
                .build();
        return Platform.named("corner-shop")
                .environments(PROD)
                .services(till, door)
                .build();
    }
}
