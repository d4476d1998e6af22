package dev.idp.tests.kubernetes.facets;

import static dev.idp.kubernetes.KubernetesSettings.ROLLOUT;
import static dev.idp.kubernetes.Portion.copies;
import static dev.idp.kubernetes.Portion.percent;
import static dev.idp.tests.kubernetes.Documents.at;
import static dev.idp.tests.kubernetes.Documents.yaml;
import static dev.idp.tests.kubernetes.Platforms.prod;
import static dev.idp.tests.kubernetes.Platforms.render;
import static dev.idp.tests.kubernetes.Platforms.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idp.Environment;
import dev.idp.Platform;
import dev.idp.Service;
import dev.idp.Spread;
import dev.idp.kubernetes.Kubernetes;
import dev.idp.kubernetes.KubernetesSettings;
import dev.idp.kubernetes.Manifests;
import dev.idp.kubernetes.Rollout;
import dev.idp.plan.Plan;
import dev.idp.plan.PlatformException;
import dev.idp.tests.kubernetes.Lines;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import org.junit.jupiter.api.Test;

/** How a new version of a service replaces the old one. */
class RolloutTest {

    private static final Lines LINES = Lines.of(RolloutTest.class);

    @Test
    void isLeftToKubernetesUnlessSomethingIsSaid() {
        Manifests manifests = render(
                service("orders"), service("db").stateful(), service("agent").onEveryNode());

        assertThat(at(manifests.get(Deployment.class, "orders"), "/spec/strategy"))
                .isEqualTo(yaml("null"));
        assertThat(at(manifests.get(StatefulSet.class, "db"), "/spec/updateStrategy"))
                .isEqualTo(yaml("null"));
        assertThat(at(manifests.get(DaemonSet.class, "agent"), "/spec/updateStrategy"))
                .isEqualTo(yaml("null"));
        assertThat(manifests.explain("Deployment/orders", "/spec/strategy").reason())
                .isEqualTo("left to Kubernetes, which replaces a quarter of the copies at a time");
        assertThat(manifests.explain("StatefulSet/db", "/spec/updateStrategy").reason())
                .isEqualTo("left to Kubernetes, which replaces one copy after the other");
    }

    @Test
    void ofADeploymentIsRollingOrAllAtOnce() {
        Manifests manifests = render(
                service("orders").set(ROLLOUT, Rollout.rolling(percent(25), copies(0))),
                service("payments").set(ROLLOUT, Rollout.recreate()));

        assertThat(at(manifests.get(Deployment.class, "orders"), "/spec/strategy"))
                .isEqualTo(yaml("{type: RollingUpdate, rollingUpdate: {maxSurge: 25%, maxUnavailable: 0}}"));
        assertThat(at(manifests.get(Deployment.class, "payments"), "/spec/strategy"))
                .isEqualTo(yaml("{type: Recreate}"));
    }

    @Test
    void ofAStatefulSetIsOneByOneOrByHand() {
        Manifests manifests = render(
                service("db").stateful().set(ROLLOUT, Rollout.rolling(0, 1)),
                service("queue").stateful().set(ROLLOUT, Rollout.onDelete()));

        assertThat(at(manifests.get(StatefulSet.class, "db"), "/spec/updateStrategy"))
                .isEqualTo(yaml("{type: RollingUpdate}"));
        assertThat(manifests
                        .explain("StatefulSet/db", "/spec/updateStrategy/rollingUpdate")
                        .reason())
                .isEqualTo("a StatefulSet always replaces one copy after the other");
        assertThat(at(manifests.get(StatefulSet.class, "queue"), "/spec/updateStrategy"))
                .isEqualTo(yaml("{type: OnDelete}"));
    }

    @Test
    void ofADaemonSetHasCopiesMoreOrCopiesFewerOrIsByHand() {
        Manifests manifests = render(
                agent("more").set(ROLLOUT, Rollout.rolling(1, 0)),
                agent("fewer").set(ROLLOUT, Rollout.rolling(copies(0), percent(10))),
                agent("by-hand").set(ROLLOUT, Rollout.onDelete()));

        assertThat(at(manifests.get(DaemonSet.class, "more"), "/spec/updateStrategy"))
                .isEqualTo(yaml("{type: RollingUpdate, rollingUpdate: {maxSurge: 1, maxUnavailable: 0}}"));
        assertThat(at(manifests.get(DaemonSet.class, "fewer"), "/spec/updateStrategy"))
                .isEqualTo(yaml("{type: RollingUpdate, rollingUpdate: {maxSurge: 0, maxUnavailable: 10%}}"));
        assertThat(at(manifests.get(DaemonSet.class, "by-hand"), "/spec/updateStrategy"))
                .isEqualTo(yaml("{type: OnDelete}"));
    }

    @Test
    void isExplained() {
        Manifests manifests = render(service("orders").set(ROLLOUT, Rollout.rolling(1, 0))); // (rollout)

        assertThat(manifests
                        .explain("Deployment/orders", "/spec/strategy/rollingUpdate/maxSurge")
                        .toText())
                .isEqualTo(LINES.cite("""
                        Deployment/orders in prod
                          /spec/strategy/rollingUpdate/maxSurge = 1
                            from   services/orders/rollout
                              set    rolling +1 -0 by service orders, {rollout}"""));
    }

    @Test
    void thatTheKindCannotExpressIsRefused() {
        Service.Builder orders = service("orders").set(ROLLOUT, Rollout.onDelete()); // (orders)
        Service.Builder db = service("db")
                .stateful() // (db-kind)
                .set(ROLLOUT, Rollout.rolling(1, 0)); // (db)
        Service.Builder queue = service("queue")
                .stateful() // (queue-kind)
                .set(ROLLOUT, Rollout.recreate()); // (queue)
        Service.Builder both = service("both")
                .onEveryNode() // (both-kind)
                .set(ROLLOUT, Rollout.rolling(1, 1)); // (both)
        Service.Builder many = service("many")
                .onEveryNode() // (many-kind)
                .set(ROLLOUT, Rollout.rolling(percent(101), copies(0))); // (many)
        Service.Builder none = service("none")
                .onEveryNode() // (none-kind)
                .set(ROLLOUT, Rollout.recreate()); // (none)

        assertThatThrownBy(() -> render(orders, db, queue, both, many, none))
                .isInstanceOf(PlatformException.class)
                .hasMessage(LINES.cite("""
                        6 problems in platform 'shop':
                          both in prod: a DaemonSet has either more copies meanwhile or fewer, and cannot be rolling +1 -1
                              rollout {both}
                              kind    {both-kind}
                              fix     say Rollout.rolling(1, 0) or Rollout.rolling(0, 1)
                          db in prod: a StatefulSet replaces one copy after the other, and cannot be rolling +1 -0
                              rollout {db}
                              kind    {db-kind}
                              fix     say Rollout.rolling(0, 1) or Rollout.onDelete()
                          many in prod: a DaemonSet has at most twice as many copies meanwhile
                              rollout {many}
                              kind    {many-kind}
                              fix     say at most 100 percent
                          none in prod: a DaemonSet cannot end all copies before new ones start
                              rollout {none}
                              kind    {none-kind}
                              fix     say Rollout.rolling(Portion.copies(0), Portion.percent(100))
                          orders in prod: a Deployment does not wait until somebody deletes a copy
                              rollout {orders}
                              kind    library default: copies that can replace each other are the easiest to run
                              fix     say Rollout.rolling(...)
                          queue in prod: a StatefulSet replaces one copy after the other, and cannot be recreate
                              rollout {queue}
                              kind    {queue-kind}
                              fix     say Rollout.rolling(0, 1) or Rollout.onDelete()"""));
    }

    /** Saved plans do not know any more who said it, and are rendered all the same. */
    @Test
    void thatAnEnvironmentSaysOfAllPassesOverWhatCannotExpressIt() {
        Environment prod = prod().defaults(
                        all -> all.set(ROLLOUT, Rollout.recreate()).spread(Spread.overZones()))
                .build();
        Plan plan = Platform.named("shop")
                .environments(prod)
                .services(
                        service("orders").build(),
                        service("db").stateful().build(),
                        agent("agent").build())
                .build()
                .plan();

        Manifests manifests = Kubernetes.backend().render(plan.in(prod));

        assertThat(at(manifests.get(Deployment.class, "orders"), "/spec/strategy"))
                .isEqualTo(yaml("{type: Recreate}"));
        assertThat(at(manifests.get(StatefulSet.class, "db"), "/spec/updateStrategy"))
                .isEqualTo(yaml("null"));
        assertThat(at(manifests.get(DaemonSet.class, "agent"), "/spec/updateStrategy"))
                .isEqualTo(yaml("null"));
        assertThat(manifests.explain("DaemonSet/agent", "/spec/updateStrategy").reason())
                .isEqualTo("a DaemonSet cannot end all copies before new ones start");
        Plan saved = Plan.fromJson(plan.toJson(), KubernetesSettings.all());
        assertThat(Kubernetes.backend().render(saved.in("prod")).toYaml()).isEqualTo(manifests.toYaml());
    }

    private static Service.Builder agent(String name) {
        return service(name).onEveryNode();
    }
}
