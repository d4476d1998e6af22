package dev.idp.tests.policy;

import static dev.idp.Cpu.millis;
import static dev.idp.Memory.mebibytes;
import static dev.idp.Port.http;
import static dev.idp.Probe.httpGet;
import static dev.idp.tests.Shop.DEV;
import static dev.idp.tests.Shop.PROD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.ExternalService;
import dev.idp.Team;
import dev.idp.policy.Finding;
import dev.idp.policy.IntentRules;
import dev.idp.policy.Policy;
import dev.idp.policy.Rule;
import dev.idp.resources.KafkaTopic;
import dev.idp.resources.MongoDb;
import dev.idp.resources.MySql;
import dev.idp.resources.Postgres;
import dev.idp.resources.RabbitMq;
import dev.idp.resources.Redis;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StandardPolicyTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 7, 1);

    @Test
    void aServiceThatSaysEverythingIsClean() {
        ExternalService mail = ExternalService.named("mail")
                .at("smtp", 25)
                .ownedBy("it-ops")
                .within("10.0.0.0/8")
                .build();

        assertThat(Policy.standard()
                        .check(
                                Checks.orders(PROD, s -> s.ownedBy(Team.named("orders"))
                                        .port(http(80))
                                        .liveness(httpGet("/live"))
                                        .readiness(httpGet("/ready"))
                                        .cpu(millis(1))
                                        .memory(mebibytes(1), mebibytes(2))
                                        .replicas(2)
                                        .publicAt("orders")
                                        .uses(mail)),
                                TODAY))
                .hasToString("0 findings");
    }

    @Test
    void aJobThatSaysEverythingIsClean() {
        assertThat(Policy.standard()
                        .check(
                                Checks.nightly(PROD, job -> job.ownedBy(Team.named("orders"))
                                        .cpu(millis(1))
                                        .memory(mebibytes(1), mebibytes(2))),
                                TODAY)
                        .isClean())
                .isTrue();
    }

    @Test
    void whatTheLibrarySuppliesLacksAnOwnerAlone() {
        assertThat(Policy.standard()
                        .findings(Checks.orders(DEV, s -> s.uses(Redis.named("redis"))
                                .uses(Postgres.named("postgres"))
                                .uses(MySql.named("my-sql"))
                                .uses(MongoDb.named("mongo-db"))
                                .uses(RabbitMq.named("rabbit-mq"))
                                .uses(KafkaTopic.named("kafka"))))
                        .stream()
                        .filter(finding -> !finding.subject().equals("orders")))
                .hasSize(6)
                .extracting(Finding::message)
                .containsOnly("nobody owns it");
    }

    @Test
    void everyRuleSaysWhatItIsAbout() {
        assertThat(IntentRules.all())
                .hasSizeGreaterThanOrEqualTo(18)
                .allSatisfy(rule -> {
                    assertThat(rule.id()).matches("[a-z]+(-[a-z]+)*");
                    assertThat(rule.because()).isNotBlank().doesNotEndWith(".");
                    assertThat(rule.fix()).isNotBlank().doesNotEndWith(".");
                    assertThat(rule.link().orElse("https://")).startsWith("https://");
                    assertThat(rule).hasToString(rule.id() + ", because " + rule.because());
                })
                .extracting(Rule::id)
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(IntentRules.all().stream().map(Rule::link).flatMap(Optional::stream))
                .hasSizeGreaterThan(10);
    }
}
