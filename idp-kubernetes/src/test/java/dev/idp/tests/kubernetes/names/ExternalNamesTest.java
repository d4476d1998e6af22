package dev.idp.tests.kubernetes.names;

import static dev.idp.tests.kubernetes.Documents.at;
import static dev.idp.tests.kubernetes.Documents.references;
import static dev.idp.tests.kubernetes.Documents.yaml;
import static dev.idp.tests.kubernetes.Platforms.prod;
import static dev.idp.tests.kubernetes.Platforms.render;
import static dev.idp.tests.kubernetes.Platforms.service;
import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.Environment;
import dev.idp.ExternalService;
import dev.idp.Namespaces;
import dev.idp.Team;
import dev.idp.kubernetes.Kubernetes;
import dev.idp.kubernetes.Manifests;
import dev.idp.resources.Redis;
import dev.idp.tests.kubernetes.Documents;
import dev.idp.tests.kubernetes.Lines;
import io.fabric8.kubernetes.api.model.Service;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** External services are found by their own names, in each namespace that uses them. */
class ExternalNamesTest {

    private static final Lines LINES = Lines.of(ExternalNamesTest.class);

    private static final ExternalService MAIL =
            ExternalService.named("mail-relay").at("SMTP.example", 587).build(); // (mail)

    @Test
    void anExternalServiceIsANameInTheCluster() {
        Manifests manifests =
                render(named(), service("orders").uses(MAIL), service("stock").uses(MAIL));

        Service mail = manifests.get(Service.class, "mail-relay");
        assertThat(at(mail, "/spec")).isEqualTo(yaml("{type: ExternalName, externalName: smtp.example}"));
        assertThat(at(mail, "/metadata")).isEqualTo(yaml("""
                name: mail-relay
                namespace: shop-prod
                labels:
                  app.kubernetes.io/instance: prod
                  app.kubernetes.io/managed-by: idp
                  app.kubernetes.io/part-of: shop
                """));
        assertThat(references(manifests)).containsOnlyOnce("Service/mail-relay");
    }

    @Test
    void whatIsNotUsedHasNoName() {
        assertThat(references(render(named(), service("orders")))).doesNotContain("Service/mail-relay");
        assertThat(references(render(service("orders").uses(MAIL)))).doesNotContain("Service/mail-relay");
    }

    @Test
    void eachNamespaceHasTheNamesOfWhatItUses(@TempDir Path directory) {
        Environment prod = named(prod().namespaces(Namespaces.PER_TEAM));
        ExternalService bank =
                ExternalService.named("bank").at("api.bank.example", 443).build();

        Manifests manifests = render(
                prod,
                service("orders").ownedBy(Team.named("shop")).uses(MAIL).uses(bank),
                service("stock").ownedBy(Team.named("depot")).uses(MAIL),
                service("web"));
        manifests.writeTo(directory);

        assertThat(manifests
                        .objects()
                        .filter(object -> object instanceof Service)
                        .map(Documents::qualified))
                .containsExactly(
                        "Service/shop-prod-depot/mail-relay",
                        "Service/shop-prod-shop/bank",
                        "Service/shop-prod-shop/mail-relay");
        assertThat(directory.resolve("service-mail-relay.shop-prod-depot.yaml")).exists();
        assertThat(Files.exists(directory.resolve("service-mail-relay.shop-prod-shop.yaml")))
                .isTrue();
    }

    @Test
    void anExistingResourceIsFoundLikeOneThatRunsHere() {
        Environment prod = named(prod().provides(Redis.class, Redis.existingAt("redis.corp.example", 6379)));

        assertThat(at(
                        render(
                                        prod,
                                        service("orders")
                                                .env(
                                                        "CACHE",
                                                        Redis.named("cache").url()))
                                .get(Service.class, "cache"),
                        "/spec/externalName"))
                .isEqualTo(yaml("redis.corp.example"));
    }

    @Test
    void everyLineSaysWhy() {
        Environment prod = prod().with(Kubernetes.externalNames()).build(); // (said)
        Manifests manifests = render(prod, service("orders").uses(MAIL)); // (uses)

        assertThat(manifests.explain("Service/mail-relay", "/spec/externalName"))
                .hasToString(LINES.cite("""
                        Service/mail-relay in prod
                          /spec/externalName = "smtp.example"
                            rule   something in the namespace uses it
                            from   externals/mail-relay
                              set    mail-relay at SMTP.example:587 by external service mail-relay, {mail}
                            since  services/orders/uses/mail-relay
                              set    mail-relay at SMTP.example:587 by service orders, {uses}
                            since  environment/namespace
                              set    shop-prod by library default: the platform's name and the environment's, so that \
                        platforms can share a cluster"""));
        assertThat(manifests.explain("Service/mail-relay", "/spec/type")).hasToString(LINES.cite("""
                        Service/mail-relay in prod
                          /spec/type = "ExternalName"
                            rule   programs find the external service by its name, wherever it is
                            since  environment/extension/external-names
                              set    external names by environment prod, {said}"""));
        assertThat(manifests.explain("Service/mail-relay", "/spec/ports/0").reason())
                .isEqualTo("it is a name and nothing else, and who calls says the port");
    }

    private static Environment named() {
        return named(prod());
    }

    private static Environment named(Environment.Builder environment) {
        return environment.with(Kubernetes.externalNames()).build();
    }
}
