package dev.idp.examples.bank;

import static dev.idp.testing.PlatformAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idp.Environment;
import dev.idp.Platform;
import dev.idp.Replicas;
import dev.idp.Service;
import dev.idp.ServiceKind;
import dev.idp.Settings;
import dev.idp.plan.Plan;
import dev.idp.plan.PlatformException;
import dev.idp.policy.Policy;
import dev.idp.policy.Severity;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the bank means to be in particular; what holds for all of it is in {@link BankTest}. */
class IntentTest {

    private final Plan plan = BankOfAnthos.platform().plan();

    @Test
    void noTeamReadsTheDatabaseOfAnother() {
        plan.environments().forEach(environment -> {
            assertThat(environment.graph().callsTo("accounts-db"))
                    .extracting(edge -> edge.from())
                    .containsExactly("accounts-migration", "contacts", "userservice");
            assertThat(environment.graph().callsTo("ledger-db"))
                    .extracting(edge -> edge.from())
                    .containsExactly(
                            "balancereader", "ledger-migration", "ledgerwriter", "settlement", "transactionhistory");
        });
    }

    @Test
    void eachEnvironmentHasDatabasesOfItsOwnKind() {
        assertThat(plan.in("dev")).service("ledger-db").has(Settings.KIND, ServiceKind.STATEFUL);
        assertThat(plan.in("staging").resource("ledger-db").provisioner().get()).hasToString("cloudnative-pg");
        assertThat(plan.in("prod").findExternal("ledger-db").orElseThrow().get().hostName())
                .isEqualTo("ledger.db.bank.example");
    }

    @Test
    void nothingStartsBeforeItsSchemaIsThere() {
        plan.environments().forEach(environment -> {
            assertThat(environment).service("contacts").startsAfter("accounts-migration");
            assertThat(environment).service("userservice").startsAfter("accounts-migration");
            for (String reader : new String[] {"balancereader", "ledgerwriter", "transactionhistory"}) {
                assertThat(environment).service(reader).startsAfter("ledger-migration");
            }
        });
    }

    @Test
    void moneyLeavesThroughProductionAlone() {
        assertThat(plan.environments()).allSatisfy(environment -> assertThat(environment
                        .findExternal("swift-gateway")
                        .orElseThrow()
                        .get()
                        .hostName())
                .isEqualTo(
                        environment.name().equals("prod")
                                ? "swift.corp.bank.example"
                                : "swift-test.corp.bank.example"));
    }

    @Test
    void nobodyButTheSettlementSpeaksToSwift() {
        Service curious = Service.named("curious")
                .image("registry.example/curious:1")
                .uses(Settlement.SWIFT)
                .build();

        assertThatThrownBy(() -> Platform.named("bank")
                        .environments(Environment.named("dev").build())
                        .services(curious)
                        .build()
                        .plan())
                .isInstanceOf(PlatformException.class)
                .hasMessageContaining(
                        "curious in dev: uses/swift-gateway: it may not call swift-gateway, which is only for settlement");
    }

    @Test
    void theStatusPageAsksEveryServiceAndKeepsWhatItHears() {
        assertThat(plan.in("prod"))
                .service("status")
                .has(Settings.KIND, ServiceKind.STATEFUL)
                .isPublicAt("status.bank.example/")
                .callsOnly(
                        "balancereader", "contacts", "frontend", "ledgerwriter", "transactionhistory", "userservice");
    }

    @Test
    void productionSurvivesTheLossOfANodeButForTheStatusPage() {
        Set<String> alone = plan.in("prod").services().stream()
                .filter(service -> service.get(Settings.REPLICAS).orElseThrow().minimum() < 2)
                .map(service -> service.name())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(alone).containsExactly("status");
        assertThat(plan.in("prod")).service("frontend").has(Settings.REPLICAS, Replicas.between(3, 12));
    }

    @Test
    void theLoadGeneratorStaysInDevelopment() {
        assertThat(plan.in("dev")).service("loadgenerator").callsOnly("frontend");
        assertThat(plan.in("staging")).hasNoService("loadgenerator");
        assertThat(plan.in("prod")).hasNoService("loadgenerator");
    }

    @Test
    void whatIsWaivedIsFoundAgainWhenItsDayIsOver() {
        var later = Policy.standard().check(plan, LocalDate.of(2027, 7, 1));

        assertThat(later.in("prod").open()).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.ERROR);
            assertThat(finding.toString()).contains("status in prod").contains("two-copies");
        });
    }
}
