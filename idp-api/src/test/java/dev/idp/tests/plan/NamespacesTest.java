package dev.idp.tests.plan;

import static dev.idp.Namespaces.PER_ENVIRONMENT;
import static dev.idp.Namespaces.PER_TEAM;
import static dev.idp.Namespaces.PER_WORKLOAD;
import static dev.idp.tests.Shop.service;
import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.Access;
import dev.idp.ContainerRange;
import dev.idp.Cpu;
import dev.idp.Environment;
import dev.idp.EnvironmentSettings;
import dev.idp.Job;
import dev.idp.Memory;
import dev.idp.Namespaces;
import dev.idp.Platform;
import dev.idp.Port;
import dev.idp.Quota;
import dev.idp.Service;
import dev.idp.Team;
import dev.idp.explain.Decision;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.NamespacePlan;
import dev.idp.plan.Plan;
import dev.idp.plan.WorkloadPlan;
import dev.idp.resources.Postgres;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NamespacesTest {

    private static final Team ORDERS = Team.named("orders-team").groups("oidc:orders");
    private static final Team MONEY = Team.named("money");

    private static final Service LEDGER = service("ledger", it -> it.ownedBy(MONEY)
            .port(Port.http(8080))
            .secret("DB", Postgres.named("ledger-db").uri())
            .migratedBy(Job.named("ledger-migration")
                    .secret("DB", Postgres.named("ledger-db").uri())
                    .build()));
    private static final Service CART = service("cart", it -> it.ownedBy(ORDERS)
            .env("LEDGER", LEDGER.url())
            .uses(Postgres.named("shared-db").sharedBecause("history")));
    private static final Service REPORTS = service(
            "reports", it -> it.ownedBy(MONEY).uses(Postgres.named("shared-db").sharedBecause("history")));
    private static final Service NOBODYS = service("nobodys", it -> {});

    private static Plan plan(Environment environment) {
        return Platform.named("shop")
                .environments(environment)
                .services(LEDGER, CART, REPORTS, NOBODYS)
                .build()
                .plan();
    }

    private static EnvironmentPlan prod(Namespaces namespaces) {
        return plan(Environment.named("prod").namespaces(namespaces).build()).in("prod");
    }

    private static Map<String, List<String>> content(EnvironmentPlan environment) {
        Map<String, List<String>> content = new LinkedHashMap<>();
        environment
                .namespaces()
                .forEach(namespace -> content.put(
                        namespace.toString(),
                        namespace.workloads().stream().map(WorkloadPlan::name).toList()));
        return content;
    }

    @Test
    void everythingSharesOneUntilSomebodySaysOtherwise() {
        EnvironmentPlan unsaid = plan(Environment.named("prod").build()).in("prod");

        assertThat(content(unsaid))
                .containsExactly(Map.entry(
                        "shop-prod",
                        List.of("cart", "ledger", "ledger-db", "nobodys", "reports", "shared-db", "ledger-migration")));
        assertThat(content(prod(PER_ENVIRONMENT))).isEqualTo(content(unsaid));
    }

    @Test
    void aTeamHasWhatItOwnsAndWhatItAloneUses() {
        assertThat(content(prod(PER_TEAM)))
                .containsExactly(
                        Map.entry("shop-prod", List.of("nobodys", "shared-db")),
                        Map.entry("shop-prod-money", List.of("ledger", "ledger-db", "reports", "ledger-migration")),
                        Map.entry("shop-prod-orders-team", List.of("cart")));
    }

    @Test
    void aWorkloadHasItsMigrationAndWhatItAloneUsesWithIt() {
        assertThat(content(prod(PER_WORKLOAD)))
                .containsExactly(
                        Map.entry("shop-prod", List.of("shared-db")),
                        Map.entry("shop-prod-cart", List.of("cart")),
                        Map.entry("shop-prod-ledger", List.of("ledger", "ledger-db", "ledger-migration")),
                        Map.entry("shop-prod-nobodys", List.of("nobodys")),
                        Map.entry("shop-prod-reports", List.of("reports")));
    }

    @Test
    void aJobForWhichSeveralWaitIsByItself() {
        Job seed = Job.named("seed").image("seed:1").build();
        Environment prod = Environment.named("prod").namespaces(PER_WORKLOAD).build();

        EnvironmentPlan plan = Platform.named("shop")
                .environments(prod)
                .services(service("a", it -> it.startsAfter(seed)), service("b", it -> it.startsAfter(seed)))
                .jobs(seed)
                .build()
                .plan()
                .in(prod);

        assertThat(content(plan)).containsKeys("shop-prod-a", "shop-prod-b", "shop-prod-seed");
    }

    @Test
    void aNameIsMadeOfWhatWasSaid() {
        EnvironmentPlan prod = prod(PER_TEAM);

        Decision<String> name = prod.namespaceOf(prod.service("cart"));

        assertThat(name).hasToString("environment/namespace = shop-prod-orders-team");
        assertThat(name.parts())
                .extracting(Decision::subject)
                .containsExactly("environment/namespaces", "services/cart/owner");
        assertThat(prod.namespaceOf(prod.resource("ledger-db")).parts())
                .extracting(Decision::subject)
                .containsExactly("environment/namespaces", "services/ledger/owner", "jobs/ledger-migration/owner");
    }

    @Test
    void whoseANamespaceIsFollowsFromWhatIsInIt() {
        EnvironmentPlan prod = prod(PER_TEAM);

        assertThat(prod.namespaces().get(0).teams()).isEmpty();
        assertThat(prod.namespaces().get(2).teams()).extracting(Decision::get).containsExactly(ORDERS);
        assertThat(prod(PER_ENVIRONMENT).namespaces().get(0).teams())
                .extracting(Decision::get)
                .containsExactly(MONEY, ORDERS);
    }

    @Test
    void theQuotaOfATeamIsStrongerThanTheOneForEach() {
        Quota small = Quota.of(Cpu.cores(4), Memory.gibibytes(8));
        Quota large = small.copies(200).memoryLimit(Memory.gibibytes(32)).storage(Memory.gibibytes(100));

        EnvironmentPlan prod = plan(Environment.named("prod")
                        .namespaces(PER_TEAM)
                        .quota(small)
                        .quota(MONEY, large)
                        .build())
                .in("prod");

        assertThat(prod.namespaces())
                .extracting(
                        namespace -> namespace.quota(prod).map(Decision::get).orElseThrow())
                .containsExactly(small, large, small);
        NamespacePlan ofMoney = prod.namespaces().get(1);
        assertThat(ofMoney.quota(prod))
                .hasToString("Optional[environment/namespace-quota/money = cpu 4000m, memory 8Gi, memory limit 32Gi,"
                        + " storage 100Gi, copies 200]");
    }

    @Test
    void whatIsSaidOfNamespacesReadsBackEqual() {
        Plan plan = plan(Environment.named("prod")
                .namespaces(PER_TEAM)
                .quota(Quota.ofCopies(50))
                .quota(
                        MONEY,
                        Quota.of(Cpu.cores(4), Memory.gibibytes(8))
                                .memoryLimit(Memory.gibibytes(9))
                                .storage(Memory.gibibytes(10)))
                .containers(ContainerRange.from(Cpu.millis(100), Memory.mebibytes(128))
                        .to(Cpu.cores(2), Memory.gibibytes(4)))
                .teamsMay(Access.EDIT)
                .build());

        Plan read = Plan.fromJson(plan.toJson());

        assertThat(read).isEqualTo(plan);
        assertThat(read.toJson()).isEqualTo(plan.toJson());
        assertThat(content(read.in("prod"))).isEqualTo(content(plan.in("prod")));
        assertThat(read.in("prod").decision(EnvironmentSettings.CONTAINER_RANGE))
                .hasToString("environment/container-range = 100m and 128Mi, at most 2000m and 4Gi");
    }

    @Test
    void peopleMayLookUntilSomebodySaysOtherwise() {
        assertThat(prod(PER_TEAM).decision(EnvironmentSettings.TEAM_ACCESS).get())
                .isEqualTo(Access.VIEW);
    }
}
