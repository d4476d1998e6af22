package dev.idp.tests.policy;

import static dev.idp.Cpu.millis;
import static dev.idp.Memory.mebibytes;
import static dev.idp.Port.http;
import static dev.idp.Probe.httpGet;
import static dev.idp.tests.Shop.DEV;
import static dev.idp.tests.Shop.PROD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.Environment;
import dev.idp.ExternalService;
import dev.idp.PublicEntry;
import dev.idp.Service;
import dev.idp.Settings;
import dev.idp.Team;
import dev.idp.Tier;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.policy.Finding;
import dev.idp.policy.IntentRules;
import dev.idp.policy.Rule;
import dev.idp.tests.Lines;
import dev.idp.tests.Shop;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class IntentRulesTest {

    private static final Lines LINES = Lines.of(IntentRulesTest.class);

    @Test
    void aServiceThatSaysEverythingHasNoFindings() {
        Service orders = orders(s -> s.ownedBy(Team.named("orders"))
                .port(http(80))
                .readiness(httpGet("/"))
                .cpu(millis(1))
                .memory(mebibytes(1))
                .publicAt("orders")
                .uses(ExternalService.named("mail")
                        .at("smtp", 25)
                        .within("10.0.0.0/8")
                        .build()));

        assertThat(IntentRules.check(plan(PROD, orders))).isEmpty();
    }

    @Test
    void everyRuleHasAnIdAndAReasonInTheOrderOfTheIds() {
        assertThat(IntentRules.all()).extracting(Rule::id).isSorted().doesNotHaveDuplicates();
        assertThat(IntentRules.all()).extracting(Rule::because).allMatch(because -> !because.isBlank());
    }

    @Test
    void anExternalServiceWithoutNetworksIsFound() {
        ExternalService mail = ExternalService.named("mail").at("smtp", 25).build(); // (mail)

        assertFound(IntentRules.externalNetworksKnown(), plan(DEV, orders(s -> s.uses(mail))), """
                WARNING external-networks-known: mail in dev: its networks are not known, so its callers may reach every \
                address on port 25 (external service mail, {mail}); fix: add within(...) to the external service""");
    }

    @Test
    void anImageThatIsNotPinnedIsFound() {
        Service orders = Service.named("orders").image("orders:latest").build(); // (image)

        assertFound(IntentRules.imagePinned(), plan(DEV, orders), """
                WARNING image-pinned: orders in dev: image orders:latest is not pinned (service orders, {image}); fix: \
                name a version or a digest""");
        assertThat(IntentRules.imagePinned().check(plan(DEV, orders(s -> {})))).isEmpty();
    }

    @Test
    void aServiceWithoutAnOwnerIsFound() {
        assertFound(IntentRules.ownerSet(), plan(DEV, orders(s -> {})), """
                WARNING owner-set: orders in dev: nobody owns it; fix: add ownedBy(team)""");
        assertThat(IntentRules.ownerSet().check(plan(DEV, orders(s -> s.ownedBy(Team.named("t"))))))
                .isEmpty();
    }

    @Test
    void anOwnerThatWasTakenAwayCitesTheLine() {
        Service orders = Service.named("orders")
                .image("orders:1")
                .ownedBy(Team.named("t"))
                .in(DEV, s -> s.unset(Settings.OWNER)) // (unset)
                .build();

        assertFound(IntentRules.ownerSet(), plan(DEV, orders), """
                WARNING owner-set: orders in dev: nobody owns it (service orders in dev, {unset}); fix: add ownedBy(team)""");
    }

    @Test
    void aPortWithoutAReadinessProbeIsFound() {
        assertFound(IntentRules.probesPresent(), plan(DEV, orders(s -> s.port(http(80)))), """
                WARNING probes-present: orders in dev: it has no readiness probe; fix: add readiness(...)""");
        assertThat(IntentRules.probesPresent().check(plan(DEV, orders(s -> {}))))
                .isEmpty();
        assertThat(IntentRules.probesPresent()
                        .check(plan(DEV, orders(s -> s.port(http(80)).readiness(httpGet("/"))))))
                .isEmpty();
    }

    @Test
    void whatIsPublicInProductionWithoutTlsIsAnError() {
        Environment prod = Environment.named("prod")
                .tier(Tier.PRODUCTION)
                .domain("shop.example")
                .publicThrough(PublicEntry.named("nginx", "ingress"))
                .build();
        Service orders = Service.named("orders")
                .image("orders:1")
                .port(http(80))
                .publicAt("www") // (public)
                .build();

        assertFound(IntentRules.publicMeansTls(), plan(prod, orders), """
                ERROR public-means-tls: orders in prod: it is public at www.shop.example/ without TLS (service orders, \
                {public}); fix: add certificatesFrom(...) to the public entry of prod""");
        assertThat(IntentRules.publicMeansTls().check(plan(PROD, orders))).isEmpty();
    }

    @Test
    void whatIsPublicElsewhereWithoutTlsIsWorthKnowing() {
        Service orders = orders(s -> s.port(http(80)).publicAt("www"));

        assertThat(IntentRules.publicMeansTls().check(plan(DEV, orders)))
                .extracting(Finding::severity)
                .hasToString("[INFO]");
    }

    @Test
    void aServiceWithoutRequestsIsFound() {
        String finding = """
                WARNING requests-set: orders in dev: it does not say how much CPU and memory it needs; fix: add cpu(...) \
                and memory(...)""";

        assertFound(IntentRules.requestsSet(), plan(DEV, orders(s -> {})), finding);
        assertFound(IntentRules.requestsSet(), plan(DEV, orders(s -> s.cpu(millis(1)))), finding);
        assertFound(IntentRules.requestsSet(), plan(DEV, orders(s -> s.memory(mebibytes(1)))), finding);
        assertThat(IntentRules.requestsSet()
                        .check(plan(DEV, orders(s -> s.cpu(millis(1)).memory(mebibytes(1))))))
                .isEmpty();
    }

    private static void assertFound(Rule<EnvironmentPlan> rule, EnvironmentPlan plan, String finding) {
        assertThat(rule.check(plan)).extracting(Finding::toString).containsExactly(LINES.cite(finding));
    }

    private static Service orders(Consumer<Service.Builder> block) {
        return Shop.service("orders", block);
    }

    private static EnvironmentPlan plan(Environment environment, Service service) {
        return Shop.in(environment, service).plan().in(environment);
    }
}
