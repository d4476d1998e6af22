package dev.idp.tests.kubernetes.edits;

import static dev.idp.tests.kubernetes.Platforms.render;
import static dev.idp.tests.kubernetes.Platforms.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idp.Bound;
import dev.idp.Environment;
import dev.idp.Platform;
import dev.idp.Service;
import dev.idp.Settings;
import dev.idp.kubernetes.Kubernetes;
import dev.idp.plan.Plan;
import dev.idp.plan.PlatformException;
import dev.idp.policy.Policy;
import dev.idp.spi.Extension;
import dev.idp.tests.kubernetes.Lines;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What a mandate holds, an edit cannot change, unless the workload waives the mandate. */
class MandatedEditsTest {

    private static final Lines LINES = Lines.of(MandatedEditsTest.class);
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 6, 30);

    private static final Environment PROD = Environment.named("prod")
            .defaults(all -> all.replicas(2))
            .mandates("two-copies", "one is none", all -> all.require(Settings.REPLICAS, Bound.atLeast(2))) // (bound)
            .mandates("nobody may be root", all -> all.runAsNonRoot()) // (non-root)
            .mandates("serving", "the wrapper counts", all -> all.command("wrap", "serve")) // (command)
            .mandates("unprobed", "it is asked elsewhere", all -> all.unset(Settings.LIVENESS)) // (unprobed)
            .build();

    private static final Extension ONE_COPY =
            edit("one-copy", deployment -> deployment.getSpec().setReplicas(1));

    private static final Extension ROOT = edit(
            "root", deployment -> deployment.getSpec().getTemplate().getSpec().setSecurityContext(null));

    @Test
    void aFieldUnderABoundIsNotChanged() {
        assertThatThrownBy(() -> render(PROD, service("orders").with(ONE_COPY))) // (one-copy)
                .isInstanceOf(PlatformException.class)
                .hasMessage(LINES.cite("""
                        1 problem in platform 'shop':
                          orders in prod: edit 'one-copy' of Deployment/orders changes /spec/replicas, which mandate \
                        'two-copies' holds
                              said    {one-copy}
                              mandate environment prod: one is none, {bound}
                              fix     remove the edit, or say waives("two-copies", ...)"""));
    }

    @Test
    void aFieldThatAMandateSaysIsNotRemoved() {
        assertThatThrownBy(() -> render(PROD, service("orders").with(ROOT))) // (root)
                .isInstanceOf(PlatformException.class)
                .hasMessage(LINES.cite("""
                        1 problem in platform 'shop':
                          orders in prod: edit 'root' of Deployment/orders changes \
                        /spec/template/spec/securityContext/runAsNonRoot, which a mandate holds
                              said    {root}
                              mandate environment prod: nobody may be root, {non-root}
                              fix     remove the edit"""));
    }

    @Test
    void nothingIsAddedToAListThatIsMandatedNorWhereAMandateWantsNothing() {
        Extension more = edit("more", deployment -> {
            var container =
                    deployment.getSpec().getTemplate().getSpec().getContainers().get(0);
            container.getCommand().add("--quietly");
            container.setLivenessProbe(new Probe());
            container.getLivenessProbe().setPeriodSeconds(3);
            container.setStdin(true);
        });

        assertThatThrownBy(() -> render(PROD, service("orders").with(more))) // (more)
                .isInstanceOf(PlatformException.class)
                .hasMessage(LINES.cite("""
                        2 problems in platform 'shop':
                          orders in prod: edit 'more' of Deployment/orders changes \
                        /spec/template/spec/containers/0/command/2, which mandate 'serving' holds
                              said    {more}
                              mandate environment prod: the wrapper counts, {command}
                              fix     remove the edit, or say waives("serving", ...)
                          orders in prod: edit 'more' of Deployment/orders changes \
                        /spec/template/spec/containers/0/livenessProbe/periodSeconds, which mandate 'unprobed' holds
                              said    {more}
                              mandate environment prod: it is asked elsewhere, {unprobed}
                              fix     remove the edit, or say waives("unprobed", ...)"""));
    }

    @Test
    void whatNoMandateHoldsIsFree() {
        Extension revisions =
                edit("revisions", deployment -> deployment.getSpec().setRevisionHistoryLimit(3));

        assertThat(render(PROD, service("orders").with(revisions))
                        .get(Deployment.class, "orders")
                        .getSpec()
                        .getReplicas())
                .isEqualTo(2);
    }

    @Test
    void whatIsPutBeforeAContainerDoesNotChangeIt() {
        Extension proxied = edit("proxied", deployment -> {
            Container proxy = new Container();
            proxy.setName("proxy");
            proxy.setCommand(List.of("proxy"));
            deployment.getSpec().getTemplate().getSpec().getContainers().add(0, proxy);
        });

        assertThat(render(PROD, service("orders").with(proxied))
                        .get(Deployment.class, "orders")
                        .getSpec()
                        .getTemplate()
                        .getSpec()
                        .getContainers())
                .extracting(Container::getName)
                .containsExactly("proxy", "orders");
    }

    @Test
    void aWaiverLetsTheEditPassAndIsNeeded() {
        Plan plan =
                plan(service("orders").with(ONE_COPY).waives("two-copies", "it is not ready", "checkout", LAST_DAY));

        assertThat(Kubernetes.backend()
                        .render(plan.in(PROD))
                        .get(Deployment.class, "orders")
                        .getSpec()
                        .getReplicas())
                .isEqualTo(1);
        assertThat(plan.in(PROD)
                        .service("orders")
                        .decisions()
                        .decision(Settings.WAIVED, "two-copies")
                        .value())
                .contains("replicas");
        for (Plan judged : List.of(plan, Plan.fromJson(plan.toJson()))) {
            assertThat(Policy.of().check(judged, LAST_DAY)).hasToString("0 findings");
            assertThat(Policy.of().check(judged, LAST_DAY.plusDays(1)).toString())
                    .startsWith(
                            "ERROR waiver-expired: orders in prod: its waiver of two-copies, by checkout, expired on"
                                    + " 2026-06-30 and still lifts that mandate");
        }
    }

    @Test
    void aWaiverThatNothingNeedsIsStillFound() {
        Extension objects = Kubernetes.objects("none", orders -> List.of());
        Plan plan = plan(service("orders").with(objects).waives("two-copies", "it is not ready", "checkout", LAST_DAY));

        assertThat(Policy.of().check(plan, LAST_DAY).toString())
                .startsWith(
                        "WARNING waiver-unused: orders in prod: its waiver of two-copies, by checkout, is not needed");
    }

    @Test
    void anEditOfTheEnvironmentIsHeldToTheMandatesOfItsWorkloads() {
        Environment prod = Environment.named("prod")
                .mandates("nobody may be root", all -> all.runAsNonRoot()) // (all-non-root)
                .with(Kubernetes.edit("open", Namespace.class, namespace -> namespace // (open)
                        .getMetadata()
                        .getLabels()
                        .put("pod-security.kubernetes.io/enforce", "privileged")))
                .build();

        assertThatThrownBy(() -> render(prod, service("orders")))
                .isInstanceOf(PlatformException.class)
                .hasMessage(LINES.cite("""
                        1 problem in platform 'shop':
                          environment prod: edit 'open' of Namespace/shop-prod changes \
                        /metadata/labels/pod-security.kubernetes.io~1enforce, which a mandate holds
                              said    environment prod, {open}
                              mandate environment prod: nobody may be root, {all-non-root}
                              fix     remove the edit"""));
    }

    @Test
    void aMandatedEditHoldsWhatItSays() {
        Environment prod = Environment.named("prod")
                .mandates(
                        "kept",
                        "auditors ask",
                        all -> all.with(edit("a-revisions", deployment -> deployment // (mandated-edit)
                                .getSpec()
                                .setRevisionHistoryLimit(9))))
                .build();
        Extension fewer = edit("b-revisions", deployment -> deployment.getSpec().setRevisionHistoryLimit(1));

        assertThatThrownBy(() -> render(prod, service("orders").with(fewer))) // (fewer)
                .isInstanceOf(PlatformException.class)
                .hasMessage(LINES.cite("""
                        1 problem in platform 'shop':
                          orders in prod: edit 'b-revisions' of Deployment/orders changes /spec/revisionHistoryLimit, which \
                        mandate 'kept' holds
                              said    {fewer}
                              mandate environment prod: auditors ask, {mandated-edit}
                              fix     remove the edit, or say waives("kept", ...)"""));
    }

    private static Extension edit(String id, Consumer<Deployment> code) {
        return Kubernetes.edit(id, Deployment.class, code);
    }

    private static Plan plan(Service.Builder orders) {
        return Platform.named("shop")
                .environments(PROD)
                .services(orders.build())
                .build()
                .plan();
    }
}
