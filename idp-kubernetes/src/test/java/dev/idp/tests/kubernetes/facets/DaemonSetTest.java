package dev.idp.tests.kubernetes.facets;

import static dev.idp.tests.kubernetes.Documents.at;
import static dev.idp.tests.kubernetes.Documents.references;
import static dev.idp.tests.kubernetes.Documents.yaml;
import static dev.idp.tests.kubernetes.Platforms.prod;
import static dev.idp.tests.kubernetes.Platforms.render;
import static dev.idp.tests.kubernetes.Platforms.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idp.Cpu;
import dev.idp.Environment;
import dev.idp.Platform;
import dev.idp.Port;
import dev.idp.Spread;
import dev.idp.kubernetes.Kubernetes;
import dev.idp.kubernetes.Manifests;
import dev.idp.plan.Plan;
import dev.idp.plan.PlatformException;
import dev.idp.tests.kubernetes.Lines;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import org.junit.jupiter.api.Test;

class DaemonSetTest {

    private static final Lines LINES = Lines.of(DaemonSetTest.class);

    /** What an environment says of all services passes over agents where it makes no sense. */
    private static final Environment BUSY = prod().defaults(
                    all -> all.replicas(2, 9).cpu(Cpu.millis(100)).spread(Spread.overZones()))
            .build();

    @Test
    void runsAnAgentThatNothingScalesOrSpreadsOrProtects() {
        Manifests manifests = render(BUSY, service("agent").onEveryNode().port(Port.tcp(9100)));

        assertThat(references(manifests))
                .containsExactly(
                        "Namespace/shop-prod",
                        "NetworkPolicy/default-deny",
                        "ServiceAccount/agent",
                        "DaemonSet/agent",
                        "Service/agent");
        DaemonSet agent = manifests.get(DaemonSet.class, "agent");
        assertThat(at(agent, "/spec/selector/matchLabels")).isEqualTo(yaml("app.kubernetes.io/name: agent"));
        assertThat(at(agent, "/spec/updateStrategy")).isEqualTo(yaml("null"));
        assertThat(at(agent, "/spec/template/spec/topologySpreadConstraints")).isEqualTo(yaml("null"));
        assertThat(agent.getSpec().getTemplate().getMetadata().getLabels())
                .isEqualTo(agent.getMetadata().getLabels());
    }

    @Test
    void isExplained() {
        Manifests manifests = render(BUSY, service("agent").onEveryNode()); // (agent)

        assertThat(manifests.explain("DaemonSet/agent", "/kind").toText()).isEqualTo(LINES.cite("""
                DaemonSet/agent in prod
                  /kind = "DaemonSet"
                    rule   one copy runs on every node
                    since  services/agent/kind
                      set    on every node by service agent, {agent}
                      lost   stateless by library default: copies that can replace each other are the easiest to run"""));
        assertThat(manifests.explain("DaemonSet/agent", "/spec/replicas").reason())
                .isEqualTo("there are as many copies as nodes");
        assertThat(manifests
                        .explain("DaemonSet/agent", "/spec/template/spec/topologySpreadConstraints")
                        .reason())
                .isEqualTo("one copy on every node is spread already");
    }

    /** Which does not know any more who said what. */
    @Test
    void isTheSameFromASavedPlan() {
        Plan plan = Platform.named("shop")
                .environments(BUSY)
                .services(service("agent").onEveryNode().build())
                .build()
                .plan();

        Plan saved = Plan.fromJson(plan.toJson());

        assertThat(Kubernetes.backend().render(saved.in("prod")).toYaml())
                .isEqualTo(Kubernetes.backend().render(plan.in("prod")).toYaml());
    }

    @Test
    void anAgentThatIsToBeSpreadIsRefused() {
        assertThatThrownBy(() -> render(service("agent")
                        .onEveryNode() // (kind)
                        .spread(Spread.overZones()))) // (spread)
                .isInstanceOf(PlatformException.class)
                .hasMessage(LINES.cite("""
                        1 problem in platform 'shop':
                          agent in prod: one copy runs on every node, so there is nothing to spread
                              spread {spread}
                              kind   {kind}
                              fix    remove the spread"""));
    }
}
