package dev.idp.tests.policy;

import static dev.idp.Port.http;
import static dev.idp.tests.Shop.DEV;
import static dev.idp.tests.Shop.PROD;

import dev.idp.Environment;
import dev.idp.ExternalService;
import dev.idp.PublicEntry;
import dev.idp.Service;
import dev.idp.Tier;
import dev.idp.policy.Severity;
import dev.idp.tests.Shop;
import org.junit.jupiter.api.Test;

class ExposureRulesTest {

    private static final Checks NETWORKS = Checks.of(ExposureRulesTest.class, "external-networks-known");
    private static final Checks TLS = Checks.of(ExposureRulesTest.class, "public-means-tls");

    @Test
    void anExternalServiceWithoutNetworksIsFound() {
        ExternalService mail = ExternalService.named("mail").at("smtp", 25).build(); // (mail)
        ExternalService known = ExternalService.named("mail")
                .at("smtp", 25)
                .within("10.0.0.0/8")
                .build();

        NETWORKS.finds(Checks.orders(DEV, s -> s.uses(mail)), """
                WARNING external-networks-known: mail in dev: its networks are not known, so its callers may reach every \
                address on port 25 (external service mail, {mail}); fix: add within(...) to the external service""");
        NETWORKS.findsNothing(Checks.orders(DEV, s -> s.uses(known)));
    }

    @Test
    void whatIsPublicInProductionWithoutTlsIsAnError() {
        Service orders = Service.named("orders")
                .image("orders:1")
                .port(http(80))
                .publicAt("www") // (public)
                .build();

        TLS.finds(Checks.plan(prod(PublicEntry.named("nginx", "ingress")), orders), """
                ERROR public-means-tls: orders in prod: it is public at www.shop.example/ without TLS (service orders, \
                {public}); fix: add certificatesFrom(...) to the public entry of prod""");
        TLS.finds(Checks.plan(prod(PublicEntry.gateway("public", "gateways")), orders), """
                ERROR public-means-tls: orders in prod: it is public at www.shop.example/ without TLS (service orders, \
                {public}); fix: add terminatingTls() to the public entry of prod""");
    }

    @Test
    void certificatesComeFromManyPlaces() {
        Service orders = Shop.service("orders", s -> s.port(http(80)).publicAt("www"));

        TLS.findsNothing(Checks.plan(PROD, orders));
        TLS.findsNothing(Checks.plan(prod(PublicEntry.named("nginx", "ingress").certificateIn("wildcard")), orders));
        TLS.findsNothing(
                Checks.plan(prod(PublicEntry.gateway("public", "gateways").terminatingTls()), orders));
    }

    private static Environment prod(PublicEntry entry) {
        return Environment.named("prod")
                .tier(Tier.PRODUCTION)
                .domain("shop.example")
                .publicThrough(entry)
                .build();
    }

    @Test
    void whatIsPublicElsewhereWithoutTlsIsWorthKnowing() {
        TLS.finds(Checks.orders(DEV, s -> s.port(http(80)).publicAt("www")), Severity.INFO);
    }
}
