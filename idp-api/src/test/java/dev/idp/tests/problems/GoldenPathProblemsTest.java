package dev.idp.tests.problems;

import static dev.idp.tests.Shop.DEV;
import static dev.idp.tests.Shop.PROD;
import static dev.idp.tests.Shop.report;
import static dev.idp.tests.Shop.service;
import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.Environment;
import dev.idp.Platform;
import dev.idp.Service;
import dev.idp.ServicePath;
import dev.idp.ServicePaving;
import dev.idp.Settings;
import dev.idp.tests.Lines;
import dev.idp.tests.Paths;
import dev.idp.tests.Shop;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GoldenPathProblemsTest {

    private static final Lines LINES = Lines.of(GoldenPathProblemsTest.class);

    @Test
    void aGoldenPathThrows() {
        ServicePath path = Paths.path("web", (service, environment) -> {
            throw new IllegalStateException("no idea"); // (thrown)
        });

        assertThat(report(Shop.of(service("orders", s -> s.on(path)), service("payments", s -> s.on(path)))))
                .isEqualTo(LINES.cite("""
                        1 problem in platform 'shop':
                          golden path web in dev: its code failed: java.lang.IllegalStateException: no idea
                              thrown {thrown}
                              fix    mend the path; workloads on it were not checked any further"""));
    }

    @Test
    void aGoldenPathThrowsInOneEnvironment() {
        ServicePath path = Paths.path("web", (service, environment) -> {
            if (environment.isProduction()) {
                throw new IllegalStateException(service.serviceName()); // (in-prod)
            }
        });
        Platform platform = Platform.named("shop")
                .environments(DEV, PROD)
                .services(service("orders", s -> s.on(path)))
                .build();

        assertThat(report(platform)).isEqualTo(LINES.cite("""
                1 problem in platform 'shop':
                  golden path web in prod: its code failed: java.lang.IllegalStateException: orders
                      thrown {in-prod}
                      fix    mend the path; workloads on it were not checked any further"""));
    }

    @Test
    void whatAFailedPathWouldHaveSaidIsNotMissed() {
        ServicePath path = Paths.path("web", (service, environment) -> {
            throw new IllegalStateException("no idea");
        });
        Service orders = Service.named("orders").on(path).build();
        Service caller = service("caller", s -> s.env("ORDERS", orders.url()));

        assertThat(report(Shop.of(orders, caller)))
                .startsWith("1 problem in platform 'shop':")
                .doesNotContain("image")
                .doesNotContain("caller");
    }

    /** A path whose author mixed up "extending" and "being". */
    private record Ouroboros() implements ServicePath {
        @Override
        public String id() {
            return "ouroboros";
        }

        @Override
        public String version() {
            return "1";
        }

        @Override
        public Optional<ServicePath> extending() {
            return Optional.of(new Ouroboros());
        }

        @Override
        public void pave(ServicePaving service, Environment environment) {}
    }

    @Test
    void aGoldenPathExtendsItself() {
        assertThat(report(Shop.of(service("orders", s -> s.on(new Ouroboros())))))
                .isEqualTo("""
                1 problem in platform 'shop':
                  golden path ouroboros in dev: it extends itself, or more than 32 others
                      fix let extending() end at a path that extends nothing""");
    }

    @Test
    void aGoldenPathRecursesWithoutEnd() {
        ServicePath path = Paths.path("web", GoldenPathProblemsTest::recurse);

        assertThat(report(Shop.of(service("orders", s -> s.on(path))))).startsWith("""
                        1 problem in platform 'shop':
                          golden path web in dev: its code failed: java.lang.StackOverflowError
                              thrown GoldenPathProblemsTest.java:""");
    }

    @SuppressWarnings("InfiniteRecursion") // That is the mistake.
    private static void recurse(ServicePaving service, Environment environment) {
        service.defaults().env("A", "b");
        recurse(service, environment);
    }

    @Test
    void aMistakeInAGoldenPathCitesThePath() {
        ServicePath path = Paths.path("web", (service, environment) -> {
            service.defaults("we start small").replicas(0); // (of-path)
        });

        assertThat(report(Shop.of(service("orders", s -> s.on(path))))).isEqualTo(LINES.cite("""
                1 problem in platform 'shop':
                  orders in dev: replicas must be at least 1, not 0
                      replicas golden path web 1.0: we start small, {of-path}
                      fix      to leave a service out of an environment, use onlyIn(...)"""));
    }

    @Test
    void anImageThatThePathTookAwayCitesThePath() {
        ServicePath path = Paths.path("web", (service, environment) -> {
            service.defaults().unset(Settings.IMAGE); // (unset)
        });
        Service orders = Service.named("orders").on(path).build(); // (orders)

        assertThat(report(Shop.of(orders))).isEqualTo(LINES.cite("""
                1 problem in platform 'shop':
                  orders in dev: there is no image
                      declared {orders}
                      unset    golden path web 1.0, {unset}
                      fix      add image(...) to the service or to its golden path"""));
    }
}
