package dev.idp.tests.kubernetes.edits;

import static dev.idp.tests.kubernetes.Platforms.prod;
import static dev.idp.tests.kubernetes.Platforms.render;
import static dev.idp.tests.kubernetes.Platforms.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idp.Platform;
import dev.idp.kubernetes.Kubernetes;
import dev.idp.plan.Plan;
import dev.idp.plan.PlatformException;
import dev.idp.spi.Extension;
import dev.idp.tests.kubernetes.Lines;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import org.junit.jupiter.api.Test;

/** What is wrong with edits is said before anything is written, and all of it at once. */
class FaultyEditsTest {

    private static final Lines LINES = Lines.of(FaultyEditsTest.class);

    private static final Extension OF_INGRESS = Kubernetes.edit("of-ingress", Ingress.class, ingress -> {});
    private static final Extension RENAMING = Kubernetes.edit(
            "renaming", ServiceAccount.class, account -> account.getMetadata().setName("robot"));
    private static final Extension DISOWNING =
            Kubernetes.edit("disowning", ServiceAccount.class, account -> account.setMetadata(null));
    private static final Extension THROWING = Kubernetes.edit("throwing", Deployment.class, deployment -> {
        throw new IllegalStateException("no more"); // (thrown)
    });

    @Test
    void anEditThatFindsNoObjectIsReported() {
        assertThatThrownBy(() -> render(service("orders").with(OF_INGRESS))) // (no-object)
                .isInstanceOf(PlatformException.class)
                .hasMessage(LINES.cite("""
                        1 problem in platform 'shop':
                          orders in prod: edit 'of-ingress' found no Ingress to change
                              said {no-object}
                              fix  remove it, or say it only where there is one"""));
    }

    @Test
    void anEditThatThrowsIsReportedWithItsOwnLine() {
        assertThatThrownBy(() -> render(service("orders").with(THROWING))) // (throws)
                .isInstanceOf(PlatformException.class)
                .hasMessage(LINES.cite("""
                        1 problem in platform 'shop':
                          orders in prod: edit 'throwing' of Deployment/orders failed at {thrown}: \
                        java.lang.IllegalStateException: no more
                              said {throws}
                              fix  mend the edit"""));
    }

    @Test
    void anEditThatRenamesItsObjectIsReported() {
        assertThatThrownBy(() -> render(service("orders").with(RENAMING))) // (renames)
                .isInstanceOf(PlatformException.class)
                .hasMessage(LINES.cite("""
                        1 problem in platform 'shop':
                          orders in prod: edit 'renaming' renames ServiceAccount/orders to ServiceAccount/robot
                              said {renames}
                              fix  keep the name: other objects refer to it"""));
    }

    @Test
    void anEditThatTakesTheNameAwayIsReported() {
        assertThatThrownBy(() -> render(service("orders").with(DISOWNING))) // (disowns)
                .isInstanceOf(PlatformException.class)
                .hasMessage(LINES.cite("""
                        1 problem in platform 'shop':
                          orders in prod: edit 'disowning' renames ServiceAccount/orders to nothing
                              said {disowns}
                              fix  keep the name: other objects refer to it"""));
    }

    @Test
    void allFaultyEditsOfAllServicesAreReportedAtOnce() {
        Platform platform = Platform.named("shop")
                .environments(prod().defaults(all -> all.with(THROWING)) // (all-throw)
                        .build())
                .services(
                        service("orders")
                                .with(RENAMING) // (orders-renames)
                                .with(OF_INGRESS) // (orders-ingress)
                                .build(),
                        service("payments").build())
                .build();

        assertThatThrownBy(() -> Kubernetes.backend().render(platform.plan().in("prod")))
                .isInstanceOf(PlatformException.class)
                .hasMessage(LINES.cite("""
                        4 problems in platform 'shop':
                          orders in prod: edit 'of-ingress' found no Ingress to change
                              said {orders-ingress}
                              fix  remove it, or say it only where there is one
                          orders in prod: edit 'renaming' renames ServiceAccount/orders to ServiceAccount/robot
                              said {orders-renames}
                              fix  keep the name: other objects refer to it
                          orders in prod: edit 'throwing' of Deployment/orders failed at {thrown}: \
                        java.lang.IllegalStateException: no more
                              said environment prod, {all-throw}
                              fix  mend the edit
                          payments in prod: edit 'throwing' of Deployment/payments failed at {thrown}: \
                        java.lang.IllegalStateException: no more
                              said environment prod, {all-throw}
                              fix  mend the edit"""));
    }

    @Test
    void anEditOfASavedPlanHasNoCodeAndIsRefused() {
        Platform platform = Platform.named("shop")
                .environments(prod().build())
                .services(
                        service("orders")
                                .with(Kubernetes.edit("tuned", Deployment.class, deployment -> {}))
                                .build(),
                        service("payments").build())
                .build();
        Plan saved = Plan.fromJson(platform.plan().toJson());

        assertThatThrownBy(() -> Kubernetes.backend().render(saved.in("prod")))
                .isInstanceOf(PlatformException.class)
                .hasMessage("""
                        1 problem in platform 'shop':
                          orders in prod: extension 'tuned' is not bound to code
                              said an unknown line
                              fix  render the plan of the program, or bind it with Kubernetes.edit(...)""");
    }

    @Test
    void whatAnotherBackendUnderstandsIsNoneOfOurs() {
        Extension foreign = new Extension("compose", "foreign") {};

        assertThat(render(service("orders").with(foreign)).toYaml())
                .isEqualTo(render(service("orders")).toYaml());
    }
}
