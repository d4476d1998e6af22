package dev.idp.tests.policy;

import static dev.idp.tests.Shop.DEV;

import dev.idp.Container;
import dev.idp.Service;
import org.junit.jupiter.api.Test;

class ImageRulesTest {

    private static final Checks PINNED = Checks.of(ImageRulesTest.class, "image-pinned");

    @Test
    void anImageThatIsNotPinnedIsFound() {
        Service orders = Service.named("orders").image("orders:latest").build(); // (image)

        PINNED.finds(Checks.plan(DEV, orders), """
                WARNING image-pinned: orders in dev: image orders:latest is not pinned (service orders, {image}); fix: \
                name a version or a digest""");
    }

    @Test
    void soAreThoseOfWhatRunsBesideIt() {
        Container fetch = Container.named("fetch").image("curl").build();
        Container proxy = Container.named("proxy").image("envoy:latest").build();
        Service orders = Service.named("orders")
                .image("orders") // (of-service)
                .initStep(fetch) // (step)
                .sidecar(proxy) // (sidecar)
                .build();

        PINNED.finds(Checks.plan(DEV, orders), """
                WARNING image-pinned: orders in dev: image orders is not pinned (service orders, {of-service}); fix: name a \
                version or a digest""", """
                WARNING image-pinned: orders in dev: image envoy:latest of sidecar proxy is not pinned (service orders, \
                {sidecar}); fix: name a version or a digest""", """
                WARNING image-pinned: orders in dev: image curl of init step fetch is not pinned (service orders, {step}); \
                fix: name a version or a digest""");
    }

    @Test
    void aVersionOrADigestIsEnough() {
        PINNED.findsNothing(Checks.orders(DEV, service -> {}));
        PINNED.findsNothing(Checks.plan(
                DEV,
                Service.named("orders").image("orders@sha256:" + "0".repeat(64)).build()));
    }
}
