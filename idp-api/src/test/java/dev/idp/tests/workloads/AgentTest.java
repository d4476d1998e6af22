package dev.idp.tests.workloads;

import static dev.idp.tests.Shop.alone;
import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.Bound;
import dev.idp.Environment;
import dev.idp.Service;
import dev.idp.ServiceKind;
import dev.idp.Settings;
import dev.idp.plan.Plan;
import dev.idp.plan.ServicePlan;
import dev.idp.tests.Lines;
import dev.idp.tests.Shop;
import org.junit.jupiter.api.Test;

/** One copy on every node: a number of copies means nothing. */
class AgentTest {

    private static final Lines LINES = Lines.of(AgentTest.class);

    @Test
    void anAgentHasNoNumberOfCopies() {
        ServicePlan agent = alone(Shop.service("agent", it -> it.onEveryNode()));

        assertThat(agent.get(Settings.KIND)).contains(ServiceKind.PER_NODE);
        assertThat(agent.decisions().settings()).doesNotContain(Settings.REPLICAS);
        assertThat(agent.replicas()).isEmpty();
    }

    @Test
    void whatOthersSayOfCopiesPassesOverIt() {
        Environment dev = Environment.named("dev")
                .defaults(all -> all.replicas(3))
                .mandates("one is none", all -> all.require(Settings.REPLICAS, Bound.atLeast(2)))
                .build();

        Plan plan = Shop.in(dev, Shop.service("agent", it -> it.onEveryNode())).plan();

        assertThat(plan.in(dev).service("agent").replicas()).isEmpty();
        assertThat(Plan.fromJson(plan.toJson())).isEqualTo(plan);
    }

    @Test
    void aNumberOfItsOwnIsAMistake() {
        Service agent = Service.named("agent")
                .image("agent:1")
                .replicas(2) // (replicas)
                .onEveryNode() // (kind)
                .build();

        assertThat(Shop.report(Shop.of(agent))).isEqualTo(LINES.cite("""
                1 problem in platform 'shop':
                  agent in dev: one copy runs on every node, and not 2
                      replicas {replicas}
                      kind     {kind}
                      fix      remove the number of replicas"""));
    }

    @Test
    void itCanBeAnAgentInOneEnvironmentAlone() {
        ServicePlan agent = alone(Shop.service("agent", it -> it.in(Shop.DEV, there -> there.onEveryNode())));

        assertThat(agent.get(Settings.KIND)).contains(ServiceKind.PER_NODE);
    }
}
