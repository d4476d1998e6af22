package dev.idp.tests.testing.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.Environment;
import dev.idp.Platform;
import dev.idp.Service;
import dev.idp.Tier;
import dev.idp.kubernetes.Manifests;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.Graph;
import dev.idp.plan.Plan;
import dev.idp.plan.ServicePlan;
import dev.idp.testing.EnvironmentAssert;
import dev.idp.testing.PlanAssert;
import dev.idp.testing.ServiceAssert;
import dev.idp.testing.junit.EachEnvironment;
import dev.idp.testing.junit.EachService;
import dev.idp.testing.junit.In;
import dev.idp.testing.junit.PlatformTest;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests get what they ask for by type, of a platform that is planned once. */
class PlatformInjectionTest {

    private static final Set<Object> SEEN = ConcurrentHashMap.newKeySet();

    @PlatformTest(Shop.class)
    static class Everything {

        private final Plan plan;

        Everything(Plan plan) {
            this.plan = plan;
        }

        @BeforeEach
        void before(@In("dev") EnvironmentPlan dev) {
            assertThat(dev.name()).isEqualTo("dev");
        }

        @Test
        void ofThePlatform(Platform platform, Plan again, PlanAssert assertions) {
            assertThat(again).isSameAs(plan);
            assertThat(platform.name()).isEqualTo("shop");
            assertions.hasEnvironments("dev", "prod");
        }

        @Test
        void ofAnEnvironment(
                @In("prod") EnvironmentPlan prod,
                @In("prod") EnvironmentAssert assertions,
                @In("dev") Graph graph,
                @In("prod") Manifests manifests,
                @In("prod") Manifests again) {
            assertThat(prod).isSameAs(plan.in("prod"));
            assertions.publicServices().areOnly("orders");
            assertThat(graph).isSameAs(plan.in("dev").graph());
            assertThat(manifests).isSameAs(again);
            assertThat(manifests.environment()).isSameAs(prod);
        }

        @Test
        void ofOthers(TestInfo info) {
            assertThat(info.getDisplayName()).startsWith("ofOthers");
        }

        @ParameterizedTest
        @ValueSource(strings = {"orders", "payments"})
        void besidesParameters(String name, @In("dev") EnvironmentAssert dev) {
            dev.service(name).isNotPublic();
        }

        @Nested
        class Inside {
            @Test
            void too(Plan again) {
                assertThat(again).isSameAs(plan);
            }
        }
    }

    @Test
    void aTestGetsWhatItAsksFor() {
        assertThat(Trial.lines(Everything.class)).hasSize(6).allMatch(line -> line.endsWith(": passed"));
    }

    @PlatformTest(Shop.class)
    static class Templates {

        @EachEnvironment
        void environments(EnvironmentPlan environment, EnvironmentAssert assertions, @In("dev") EnvironmentPlan dev) {
            assertThat(dev.name()).isEqualTo("dev");
            assertions.service("payments").isNotPublic();
            SEEN.add(environment);
        }

        @EachService
        void services(EnvironmentPlan environment, ServicePlan service, ServiceAssert assertions, Manifests manifests) {
            assertThat(environment.service(service.name())).isSameAs(service);
            assertThat(manifests.environment()).isSameAs(environment);
            assertions.isNotPublic();
        }
    }

    @Test
    void aTemplateRunsUnderTheNamesOfWhatItIsAbout() {
        assertThat(Trial.lines(Templates.class))
                .containsExactly(
                        "dev: passed",
                        "orders in dev: passed",
                        "orders in prod: failed, AssertionError: Expected orders in prod not to be public, but it is "
                                + "public at:\n  orders.shop.example/, by service orders in prod, Shop.java:LINE",
                        "payments in dev: passed",
                        "payments in prod: passed",
                        "prod: passed");
        assertThat(SEEN).hasSize(2);
    }

    @Retention(RetentionPolicy.RUNTIME)
    @EachService(tier = Tier.PRODUCTION, onlyPublic = true)
    @interface EachEntrance {}

    @PlatformTest(Shop.class)
    static class Filters {

        @EachEnvironment("prod")
        void byName(EnvironmentPlan environment) {}

        @EachEnvironment(tier = Tier.DEVELOPMENT)
        void byTier(EnvironmentPlan environment) {}

        @EachService(environments = "prod", except = "orders")
        void allBut(ServicePlan service) {}

        @EachEntrance
        void ofThePublic(ServicePlan service) {}

        @EachService(tier = Tier.DEVELOPMENT, ownedBy = "money")
        void ofATeam(ServicePlan service) {}
    }

    @Test
    void filtersSelectFewer() {
        assertThat(Trial.lines(Filters.class))
                .containsExactly(
                        "dev: passed",
                        "orders in prod: passed",
                        "payments in dev: passed",
                        "payments in prod: passed",
                        "prod: passed");
    }

    static final class Supplied implements Supplier<Platform> {
        @Override
        public Platform get() {
            return Platform.named("alone")
                    .environments(Environment.named("only").build())
                    .services(Service.named("one").image("one:1").build())
                    .build();
        }
    }

    @PlatformTest(Supplied.class)
    static class OfASupplier {
        @Test
        void theOnlyEnvironmentNeedsNoName(EnvironmentAssert only, EnvironmentPlan plan) {
            only.service("one").isNotPublic();
            assertThat(plan.name()).isEqualTo("only");
        }
    }

    @PlatformTest
    static class OfItself {
        static Platform platform() {
            return new Supplied().get();
        }

        @Test
        void isPlanned(PlanAssert plan) {
            plan.hasEnvironments("only");
        }
    }

    static final class Two {
        static Platform first() {
            return new Supplied().get();
        }

        static Platform second() {
            return Shop.platform();
        }
    }

    @PlatformTest(value = Two.class, method = "second")
    static class OfOneOfTwo {
        @Test
        void isPlanned(PlanAssert plan) {
            plan.hasEnvironments("dev", "prod");
        }
    }

    @Test
    void aPlatformComesFromAMethodOrASupplierOrTheTestItself() {
        assertThat(Trial.lines(OfASupplier.class, OfItself.class, OfOneOfTwo.class))
                .hasSize(3)
                .allMatch(line -> line.endsWith(": passed"));
    }

    @PlatformTest(Shop.class)
    static class Another {

        @EachService
        void service(ServicePlan service, Manifests manifests) {
            assertThat(manifests.get(io.fabric8.kubernetes.api.model.apps.Deployment.class, service.name()))
                    .isNotNull();
        }

        @EachEnvironment
        void environment(EnvironmentPlan environment, Manifests manifests) {
            SEEN.add(manifests);
        }

        @EachEnvironment
        void again(EnvironmentPlan environment, Manifests manifests) {
            SEEN.add(manifests);
        }
    }

    @PlatformTest(Shop.class)
    static class YetAnother extends Another {}

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void isMadeOnceForAllClassesAndRenderedOnceForAllTests(boolean parallel) {
        SEEN.clear();
        int before = Shop.MADE.get();

        var results = Trial.run(parallel, Another.class, YetAnother.class, Everything.class);

        assertThat(Trial.lines(results)).hasSize(22).allMatch(line -> line.endsWith(": passed"));
        assertThat(Shop.MADE.get() - before).isEqualTo(1);
        assertThat(SEEN).hasSize(2);
    }
}
