package dev.idp.tests.problems;

import static dev.idp.Namespaces.PER_TEAM;
import static dev.idp.Namespaces.PER_WORKLOAD;
import static dev.idp.tests.Shop.in;
import static dev.idp.tests.Shop.report;
import static dev.idp.tests.Shop.service;
import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.ContainerRange;
import dev.idp.Cpu;
import dev.idp.Environment;
import dev.idp.Memory;
import dev.idp.Quota;
import dev.idp.Service;
import dev.idp.Team;
import dev.idp.tests.Lines;
import org.junit.jupiter.api.Test;

class NamespaceProblemsTest {

    private static final Lines LINES = Lines.of(NamespaceProblemsTest.class);

    private static final Team MONEY = Team.named("money");
    private static final Service ORDERS = service("orders", it -> it.ownedBy(MONEY));

    @Test
    void aQuotaOfATeamNeedsANamespaceOfTheTeam() {
        Environment prod = Environment.named("prod")
                .quota(MONEY, Quota.ofCopies(5)) // (shared)
                .build();

        assertThat(report(in(prod, ORDERS))).isEqualTo(LINES.cite("""
                        1 problem in platform 'shop':
                          environment prod: a quota of team 'money' alone needs a namespace that is the team's alone
                              said {shared}
                              fix  add namespaces(PER_TEAM), or say one quota for all"""));
    }

    @Test
    void aQuotaOfATeamThatOwnsNothingHoldsForNothing() {
        Environment prod = Environment.named("prod")
                .namespaces(PER_TEAM)
                .quota(Team.named("mony"), Quota.ofCopies(5)) // (nobody)
                .build();

        assertThat(report(in(prod, ORDERS))).isEqualTo(LINES.cite("""
                        1 problem in platform 'shop':
                          environment prod: there is a quota of team 'mony', which owns nothing here
                              said {nobody}
                              fix  did you mean 'money'?"""));
    }

    @Test
    void aQuotaMustLetSomethingRun() {
        Environment prod = Environment.named("prod")
                .quota(Quota.of(Cpu.cores(2), Memory.gibibytes(0))) // (none)
                .build();

        assertThat(report(in(prod, ORDERS))).isEqualTo(LINES.cite("""
                        1 problem in platform 'shop':
                          environment prod: a quota of 0 lets nothing run
                              said {none}
                              fix  say a positive amount"""));
    }

    @Test
    void aRangeOfContainersEndsAboveItsBeginning() {
        Environment prod = Environment.named("prod")
                .containers(ContainerRange.from(Cpu.millis(100), Memory.gibibytes(2)) // (range)
                        .to(Cpu.cores(1), Memory.gibibytes(1)))
                .build();

        assertThat(report(in(prod, ORDERS))).isEqualTo(LINES.cite("""
                        1 problem in platform 'shop':
                          environment prod: a range of containers ends at 1Gi, below 2Gi
                              said {range}
                              fix  swap them"""));
    }

    @Test
    void aNamespaceThatIsCalledAfterTwoNamesCanBeTooLong() {
        Environment prod = Environment.named("prod")
                .namespaces(PER_WORKLOAD) // (long)
                .build();

        assertThat(report(in(prod, service("a".repeat(60), it -> {}))))
                .isEqualTo(LINES.cite("""
                        1 problem in platform 'shop':
                          environment prod: 'shop-prod-%s' is too long to name a namespace: 70 characters
                              said {long}
                              fix  say a shorter beginning with namespace(...)""").formatted("a".repeat(60)));
    }

    @Test
    void aTeamIsOneTeam() {
        Service other = service("other", it -> it.ownedBy(Team.named("money").groups("accountants"))); // (second)
        Service first = service("first", it -> it.ownedBy(Team.named("money").reachedAt("#money"))); // (first)

        assertThat(report(in(Environment.named("prod").build(), first, other))).isEqualTo(LINES.cite("""
                        1 problem in platform 'shop':
                          team money in prod: two teams that differ have the name 'money'
                              first  {first}
                              second {second}
                              fix    declare the team once, and name it everywhere"""));
    }
}
