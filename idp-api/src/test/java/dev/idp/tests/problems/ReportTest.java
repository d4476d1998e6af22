package dev.idp.tests.problems;

import static dev.idp.Memory.mebibytes;
import static dev.idp.tests.Shop.DEV;
import static dev.idp.tests.Shop.PROD;
import static dev.idp.tests.Shop.exception;
import static dev.idp.tests.Shop.report;
import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.Environment;
import dev.idp.Platform;
import dev.idp.Service;
import dev.idp.Settings;
import dev.idp.plan.Problem;
import dev.idp.resources.Redis;
import dev.idp.tests.Lines;
import dev.idp.tests.Paths;
import dev.idp.tests.Shop;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReportTest {

    private static final Lines LINES = Lines.of(ReportTest.class);

    @Test
    void anEmptyPlatformHasTwoProblems() {
        String report = report(Platform.named("shop").build()); // (empty)

        assertThat(report).isEqualTo(LINES.cite("""
                2 problems in platform 'shop':
                  platform: no environments
                      declared {empty}
                      fix      add at least one with environments(...)
                  platform: no services
                      declared {empty}
                      fix      add at least one with services(...)"""));
    }

    @Test
    void fiveMistakesInOneProgramAreFiveProblemsInOneReport() {
        Service orders = Service.named("orders") // (orders)
                .memory(mebibytes(512), mebibytes(256)) // (sizes)
                .env("PAYMENTS", Service.ref("payment").url()) // (typo)
                .build();
        Service payments = Service.named("payments") // (first)
                .image("payments:1")
                .replicas(0) // (none)
                .build();
        Service second = Service.named("payments").image("payments:2").build(); // (second)

        String report = report(Shop.of(orders, payments, second));

        assertThat(report).isEqualTo(LINES.cite("""
                5 problems in platform 'shop':
                  orders in dev: env/PAYMENTS: there is no service 'payment'
                      said {typo}
                      fix  did you mean 'payments'?
                  orders in dev: memory limit 256Mi is below the request 512Mi
                      limit   {sizes}
                      request {sizes}
                      fix     raise the limit, or lower the request
                  orders in dev: there is no image
                      declared {orders}
                      fix      add image(...) to the service or to its golden path
                  payments in dev: replicas must be at least 1, not 0
                      replicas {none}
                      fix      to leave a service out of an environment, use onlyIn(...)
                  payments: two services have the name 'payments'
                      first  {first}
                      second {second}
                      fix    rename one of them"""));
    }

    @Test
    void theSameMistakeInAllEnvironmentsIsSaidOnce() {
        String report = report(inDevAndProd(Service.named("orders")
                .image("orders:1")
                .replicas(0) // (everywhere)
                .build()));

        assertThat(report).isEqualTo(LINES.cite("""
                1 problem in platform 'shop':
                  orders: replicas must be at least 1, not 0
                      replicas {everywhere}
                      fix      to leave a service out of an environment, use onlyIn(...)"""));
    }

    @Test
    void aMistakeInOneOfTwoEnvironmentsNamesIt() {
        String report = report(inDevAndProd(Service.named("orders")
                .image("orders:1")
                .in(PROD, service -> service.replicas(0)) // (in-prod)
                .build()));

        assertThat(report).isEqualTo(LINES.cite("""
                1 problem in platform 'shop':
                  orders in prod: replicas must be at least 1, not 0
                      replicas {in-prod}
                      fix      to leave a service out of an environment, use onlyIn(...)"""));
    }

    @Test
    void theSameMistakeOfManyServicesIsSaidOnceAndCountsThem() {
        Environment dev = Environment.named("dev")
                .defaults(service -> service.replicas(0)) // (of-environment)
                .build();
        Service[] services = IntStream.range(1, 7)
                .mapToObj(number -> Shop.service("s" + number, service -> {}))
                .toArray(Service[]::new);

        assertThat(report(Shop.in(dev, services))).isEqualTo(LINES.cite("""
                1 problem in platform 'shop':
                  s1, s2, s3 and 3 more in dev: replicas must be at least 1, not 0
                      replicas environment dev, {of-environment}
                      fix      to leave a service out of an environment, use onlyIn(...)"""));
    }

    @Test
    void problemsCanBeReadOneByOne() {
        List<Problem> problems = exception(Shop.of(Service.named("orders").build())) // (problem)
                .problems();

        assertThat(problems)
                .containsExactly(new Problem(
                        "orders",
                        "dev",
                        "there is no image",
                        List.of(new Problem.Citation("declared", LINES.at("problem"))),
                        "add image(...) to the service or to its golden path"));
    }

    @Test
    void theReportDoesNotDependOnTheOrderOfDeclaration() {
        Service a = Service.named("a").build();
        Service b = Service.named("b").build();
        Service c = Service.named("c").image("c:1").env("B", b.url()).build();

        assertThat(report(Shop.of(a, b, c))).isEqualTo(report(Shop.of(c, b, a)));
    }

    @Test
    void twoServicesHaveOneName() {
        Service first = Service.named("orders").image("orders:1").build(); // (orders-first)
        Service second = Service.named("orders").image("orders:1").build(); // (orders-second)

        assertThat(report(Shop.of(first, second))).isEqualTo(LINES.cite("""
                1 problem in platform 'shop':
                  orders: two services have the name 'orders'
                      first  {orders-first}
                      second {orders-second}
                      fix    rename one of them"""));
    }

    @Test
    void twoEnvironmentsHaveOneName() {
        Environment first = Environment.named("test").build(); // (test-first)
        Environment second = Environment.named("test").build(); // (test-second)

        String report = report(Platform.named("shop")
                .environments(first, second)
                .services(Shop.service("orders", service -> {}))
                .build());

        assertThat(report).isEqualTo(LINES.cite("""
                1 problem in platform 'shop':
                  test: two environments have the name 'test'
                      first  {test-first}
                      second {test-second}
                      fix    rename one of them"""));
    }

    @Test
    void aValueIsSaidTwice() {
        String report = report(Shop.of(Service.named("orders")
                .image("orders:1") // (said-first)
                .image("orders:2") // (said-second)
                .build()));

        assertThat(report).isEqualTo(LINES.cite("""
                1 problem in platform 'shop':
                  orders: image is said twice: orders:1 and orders:2
                      first  {said-first}
                      second {said-second}
                      fix    remove one of them"""));
    }

    @Test
    void anEntryIsSaidTwiceInOneEnvironment() {
        String report = report(Shop.of(Service.named("orders")
                .image("orders:1")
                .env("LOG", "info")
                .in(DEV, service -> service.env("LOG", "debug")) // (log-first)
                .in(DEV, service -> service.unset(Settings.ENV, "LOG")) // (log-second)
                .build()));

        assertThat(report).isEqualTo(LINES.cite("""
                1 problem in platform 'shop':
                  orders: env/LOG is said twice: debug and unset
                      first  {log-first}
                      second {log-second}
                      fix    remove one of them"""));
    }

    @Test
    void aGoldenPathIsSaidTwice() {
        String report = report(Shop.of(Service.named("orders")
                .image("orders:1")
                .on(Paths.path("web", (service, environment) -> {})) // (path-first)
                .on(Paths.path("job", (service, environment) -> {})) // (path-second)
                .build()));

        assertThat(report).isEqualTo(LINES.cite("""
                1 problem in platform 'shop':
                  orders: golden path is said twice: web 1.0 and job 1.0
                      first  {path-first}
                      second {path-second}
                      fix    remove one of them"""));
    }

    @Test
    void anEnvironmentSaysSomethingTwice() {
        Environment dev = Environment.named("dev")
                .domain("a.example") // (domain-first)
                .domain("b.example") // (domain-second)
                .build();

        assertThat(report(Shop.in(dev, Shop.service("orders", service -> {})))).isEqualTo(LINES.cite("""
                        1 problem in platform 'shop':
                          environment dev: domain is said twice: a.example and b.example
                              first  {domain-first}
                              second {domain-second}
                              fix    remove one of them"""));
    }

    @Test
    void aResourceIsUsedTwice() {
        Redis cache = Redis.named("cache");

        String report = report(Shop.of(Service.named("orders")
                .image("orders:1")
                .uses(cache) // (uses-first)
                .uses(cache) // (uses-second)
                .build()));

        assertThat(report).isEqualTo(LINES.cite("""
                1 problem in platform 'shop':
                  orders: uses/cache is said twice: cache and cache
                      first  {uses-first}
                      second {uses-second}
                      fix    remove one of them"""));
    }

    @Test
    void aDomainIsNoDomain() {
        Environment dev = Environment.named("dev")
                .domain("Shop.Example") // (domain)
                .build();

        assertThat(report(Shop.in(dev, Shop.service("orders", service -> {})))).isEqualTo(LINES.cite("""
                        1 problem in platform 'shop':
                          environment dev: 'Shop.Example' is not a domain
                              said {domain}
                              fix  write it like shop.example, in lower case"""));
    }

    private static Platform inDevAndProd(Service... services) {
        return Platform.named("shop").environments(DEV, PROD).services(services).build();
    }
}
