package dev.idp.tests.kubernetes.names;

import static dev.idp.tests.kubernetes.Platforms.prod;
import static dev.idp.tests.kubernetes.Platforms.render;
import static dev.idp.tests.kubernetes.Platforms.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idp.ExternalService;
import dev.idp.Platform;
import dev.idp.Service;
import dev.idp.kubernetes.Kubernetes;
import dev.idp.kubernetes.NamePolicies;
import dev.idp.plan.Plan;
import dev.idp.plan.PlatformException;
import dev.idp.tests.kubernetes.Lines;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is wrong with names is said before anything is written, at the line that said it. */
class FaultyNamesTest {

    private static final Lines LINES = Lines.of(FaultyNamesTest.class);

    private static final ExternalService MAIL =
            ExternalService.named("mail-relay").at("smtp.example", 587).build(); // (mail)

    @Test
    void anAddressIsNoName() {
        ExternalService four = ExternalService.named("four").at("10.1.2.3", 80).build(); // (four)
        ExternalService six = ExternalService.named("six").at("2001:db8::1", 80).build(); // (six)
        ExternalService odd =
                ExternalService.named("odd").at("my_host.example", 80).build(); // (odd)

        assertThatThrownBy(() -> render(
                        prod().with(Kubernetes.externalNames()).build(), // (names)
                        service("orders").uses(four).uses(six).uses(odd).uses(MAIL)))
                .isInstanceOf(PlatformException.class)
                .hasMessage(LINES.cite("""
                        3 problems in platform 'shop':
                          four in prod: a name within the cluster stands for another name, and '10.1.2.3' is an address
                              declared external service four, {four}
                              names    environment prod, {names}
                              fix      say a host name, or remove Kubernetes.externalNames()
                          odd in prod: a name within the cluster stands for another name, and 'my_host.example' is none \
                        that Kubernetes takes
                              declared external service odd, {odd}
                              names    environment prod, {names}
                              fix      say a host name, or remove Kubernetes.externalNames()
                          six in prod: a name within the cluster stands for another name, and '2001:db8::1' is an address
                              declared external service six, {six}
                              names    environment prod, {names}
                              fix      say a host name, or remove Kubernetes.externalNames()"""));
    }

    /** All other names are unique in a platform. */
    @Test
    void theCopiesOfAStatefulServiceHaveANameOfTheirOwn() {
        ExternalService external =
                ExternalService.named("db-headless").at("db.example", 80).build(); // (headless)

        assertThatThrownBy(() -> render(
                        prod().with(Kubernetes.externalNames()).build(),
                        Service.named("db") // (db)
                                .image("registry.example/db:1")
                                .stateful(),
                        service("orders").uses(external)))
                .isInstanceOf(PlatformException.class)
                .hasMessage(LINES.cite("""
                        1 problem in platform 'shop':
                          db-headless in prod: the copies of 'db' are found by this name
                              declared external service db-headless, {headless}
                              copies   {db}
                              fix      rename one of them"""));
        assertThat(render(service("db").stateful(), service("orders").uses(external)))
                .isNotNull();
    }

    @Test
    void aWorkloadAndAnExternalServiceNeverHaveOneName() {
        assertThatThrownBy(() -> render(
                        prod().with(Kubernetes.externalNames()).build(),
                        service("mail-relay"), // (workload)
                        service("orders").uses(MAIL)))
                .isInstanceOf(PlatformException.class)
                .hasMessageContaining("two services, one of them external, have the name 'mail-relay'");
    }

    @Test
    void namesAreAboutAnEnvironmentAsAWhole() {
        assertThatThrownBy(() -> render(service("orders")
                        .with(Kubernetes.externalNames()) // (misplaced-names)
                        .with(Kubernetes.policiesByName(NamePolicies.cilium())))) // (misplaced-policies)
                .isInstanceOf(PlatformException.class)
                .hasMessage(LINES.cite("""
                        2 problems in platform 'shop':
                          orders in prod: extension 'external-names' is about an environment as a whole
                              said {misplaced-names}
                              fix  say it in with(...) of environments or of the platform
                          orders in prod: extension 'policies-by-name' is about an environment as a whole
                              said {misplaced-policies}
                              fix  say it in with(...) of environments or of the platform"""));
    }

    @Test
    void codeThatThrowsIsReportedForEachWorkloadThatCalls() {
        NamePolicies faulty = calls -> {
            throw new IllegalStateException("no more"); // (thrown)
        };

        assertThatThrownBy(() -> render(
                        prod().with(Kubernetes.policiesByName(faulty)) // (faulty)
                                .build(),
                        service("orders").uses(MAIL),
                        service("stock")))
                .isInstanceOf(PlatformException.class)
                .hasMessage(LINES.cite("""
                        1 problem in platform 'shop':
                          orders in prod: objects 'policies-by-name' failed at {thrown}: \
                        java.lang.IllegalStateException: no more
                              said environment prod, {faulty}
                              fix  mend the function"""));
    }

    @Test
    void anObjectThatIsThereAlreadyCitesBoth() {
        NamePolicies same = calls -> {
            ConfigMap map = new ConfigMap();
            map.setMetadata(new ObjectMeta());
            map.getMetadata().setName("same");
            return List.of(map);
        };

        assertThatThrownBy(() -> render(
                        prod().with(Kubernetes.policiesByName(same)).build(), // (same)
                        service("orders").uses(MAIL),
                        service("stock").uses(MAIL)))
                .isInstanceOf(PlatformException.class)
                .hasMessage(LINES.cite("""
                        1 problem in platform 'shop':
                          stock in prod: policies by name add ConfigMap/same, which there is already
                              first  environment prod, {same}
                              second environment prod, {same}
                              fix    give it another name, or edit the other one"""));
    }

    @Test
    void aSavedPlanIsRefused() {
        Platform platform = Platform.named("shop")
                .environments(prod().with(Kubernetes.policiesByName(NamePolicies.cilium()))
                        .with(Kubernetes.externalNames())
                        .build())
                .services(service("orders").uses(MAIL).build())
                .build();
        Plan saved = Plan.fromJson(platform.plan().toJson());

        assertThatThrownBy(() -> Kubernetes.backend().render(saved.in("prod")))
                .isInstanceOf(PlatformException.class)
                .hasMessage("""
                        2 problems in platform 'shop':
                          environment prod: extension 'external-names' is not bound to code
                              said an unknown line
                              fix  render the plan of the program, or bind it with Kubernetes.edit(...)
                          environment prod: extension 'policies-by-name' is not bound to code
                              said an unknown line
                              fix  render the plan of the program, or bind it with Kubernetes.edit(...)""");
    }

    @Test
    void whatIsNullIsRefusedAtOnce() {
        assertThatThrownBy(() -> Kubernetes.policiesByName(null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("the policies by name are null");
        assertThat(NamePolicies.cilium()).hasToString("cilium");
    }
}
