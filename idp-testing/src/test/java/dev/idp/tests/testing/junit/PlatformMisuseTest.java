package dev.idp.tests.testing.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.Environment;
import dev.idp.Permission;
import dev.idp.Platform;
import dev.idp.Service;
import dev.idp.Tier;
import dev.idp.kubernetes.Manifests;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.Plan;
import dev.idp.plan.ServicePlan;
import dev.idp.testing.junit.EachEnvironment;
import dev.idp.testing.junit.EachService;
import dev.idp.testing.junit.In;
import dev.idp.testing.junit.PlatformTest;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What is wrong with a platform, or with how a test asks for it, is said in plain words. */
class PlatformMisuseTest {

    static final class Broken {
        static Platform platform() {
            return Platform.named("shop")
                    .environments(Environment.named("dev").build())
                    .services(Service.named("orders").build())
                    .build();
        }
    }

    @PlatformTest(Broken.class)
    static class OfABrokenPlatform {
        @Test
        void first(Plan plan) {}

        @Test
        void second(Plan plan) {}
    }

    @Test
    void aPlatformThatIsWrongFailsTheClassWithItsReport() {
        assertThat(Trial.lines(OfABrokenPlatform.class)).containsExactly("""
                        OfABrokenPlatform: failed, PlatformException: 1 problem in platform 'shop':
                          orders in dev: there is no image
                              declared PlatformMisuseTest.java:LINE
                              fix      add image(...) to the service or to its golden path
                        """.stripTrailing());
    }

    static final class Inexpressible {
        static Platform platform() {
            return Platform.named("shop")
                    .environments(Environment.named("dev").build())
                    .services(Service.named("orders")
                            .image("orders:1")
                            .may(Permission.toRead("nodes"))
                            .build())
                    .build();
        }
    }

    @PlatformTest(Inexpressible.class)
    static class OfWhatCannotBeRendered {
        @Test
        void rendered(Manifests manifests) {}
    }

    @Test
    void whatCannotBeRenderedFailsTheTestWithItsReport() {
        assertThat(Trial.lines(OfWhatCannotBeRendered.class)).containsExactly("""
                        rendered(Manifests): failed, PlatformException: 1 problem in platform 'shop':
                          orders in dev: nodes belong to the whole cluster, and a workload may only do something to things of its environment
                              said PlatformMisuseTest.java:LINE
                              fix  remove it, and let the cluster's administrators grant it to service account 'orders'
                        """.stripTrailing());
    }

    @PlatformTest(Shop.class)
    static class Selections {
        @EachEnvironment(tier = Tier.TEST)
        void a(EnvironmentPlan environment) {}

        @EachEnvironment("prdo")
        void b(EnvironmentPlan environment) {}

        @EachService(tier = {Tier.TEST, Tier.STAGING})
        void c(ServicePlan service) {}

        @EachService(environments = "dev", onlyPublic = true, ownedBy = "money", except = "orders")
        void d(ServicePlan service) {}

        @EachService(except = "payment")
        void e(ServicePlan service) {}

        @EachService(ownedBy = "logistics")
        void f(ServicePlan service) {}
    }

    @Test
    void aTemplateThatSelectsNothingOrWhatThereIsNotFails() {
        assertThat(Trial.lines(Selections.class))
                .containsExactly(
                        "a(EnvironmentPlan): failed, AssertionError: @EachEnvironment selects nothing: platform shop has no "
                                + "environment in tier test, only dev in tier development, prod in tier production",
                        "b(EnvironmentPlan): failed, ExtensionConfigurationException: no environment 'prdo' in platform "
                                + "shop: did you mean 'prod'? There are dev, prod",
                        "c(ServicePlan): failed, AssertionError: @EachService selects nothing: platform shop has no service "
                                + "in tier test or staging",
                        "d(ServicePlan): failed, AssertionError: @EachService selects nothing: platform shop has no public "
                                + "service in dev owned by money except orders",
                        "e(ServicePlan): failed, ExtensionConfigurationException: no service 'payment' in platform shop: did "
                                + "you mean 'payments'? There are orders, payments",
                        "f(ServicePlan): failed, ExtensionConfigurationException: no team 'logistics' in platform shop: "
                                + "there are only money");
    }

    @PlatformTest(Shop.class)
    static class Parameters {
        @Test
        void a(@In("prdo") EnvironmentPlan environment) {}

        @Test
        void b(EnvironmentPlan environment) {}

        @Test
        void c(@In("prod") String text) {}

        @Test
        void d(@In("prod") Plan plan) {}

        @Test
        void e(ServicePlan service) {}

        @EachEnvironment
        void f(ServicePlan service) {}
    }

    @Test
    void aParameterThatCannotBeGivenSaysWhatCan() {
        String which =
                "which service? A ServicePlan is given to a test that is annotated with @EachService; others ask for"
                        + " an EnvironmentPlan, and that for the service";
        String stands =
                ", of which no environment has its own: it goes before EnvironmentAssert, EnvironmentPlan, Graph,"
                        + " Manifests";
        assertThat(Trial.lines(Parameters.class))
                .containsExactly(
                        "a(EnvironmentPlan): failed, ExtensionConfigurationException: no environment 'prdo' in platform "
                                + "shop: did you mean 'prod'? There are dev, prod",
                        "b(EnvironmentPlan): failed, ExtensionConfigurationException: which environment? Say one of dev, "
                                + "prod, as @In(\"dev\") EnvironmentPlan, or run the test in each with @EachEnvironment",
                        "c(String): failed, ExtensionConfigurationException: @In(\"prod\") stands before a String"
                                + stands,
                        "d(Plan): failed, ExtensionConfigurationException: @In(\"prod\") stands before a Plan" + stands,
                        "dev: failed, ExtensionConfigurationException: " + which,
                        "e(ServicePlan): failed, ExtensionConfigurationException: " + which,
                        "prod: failed, ExtensionConfigurationException: " + which);
    }

    static final class Nothing {}

    static final class Two {
        static Platform blue() {
            return Shop.platform();
        }

        static Platform green() {
            return Shop.platform();
        }
    }

    static final class NoPlatform implements Supplier<String> {
        @Override
        public String get() {
            return "shop";
        }
    }

    static final class Null {
        static Platform platform() {
            return null;
        }
    }

    @PlatformTest(Nothing.class)
    static class A {
        @Test
        void test() {}
    }

    @PlatformTest(Two.class)
    static class B extends A {}

    @PlatformTest(value = Two.class, method = "geen")
    static class C extends A {}

    @PlatformTest(NoPlatform.class)
    static class D extends A {}

    @PlatformTest(Null.class)
    static class E extends A {}

    static class F {
        @EachEnvironment
        void f() {}
    }

    @Test
    void aClassThatDoesNotSayItsPlatformIsToldHow() {
        assertThat(Trial.lines(A.class, B.class, C.class, D.class, E.class, F.class))
                .containsExactly(
                        "A: failed, ExtensionConfigurationException: Nothing has no static method without parameters that "
                                + "returns a Platform: add one, or name the class that has it, @PlatformTest(Shop.class)",
                        "B: failed, ExtensionConfigurationException: Two has 2 platforms: say which of blue, green, as "
                                + "@PlatformTest(value = Two.class, method = \"blue\")",
                        "C: failed, ExtensionConfigurationException: Two has no static method 'geen' without parameters that "
                                + "returns a Platform: did you mean 'green'?",
                        "D: failed, ExtensionConfigurationException: NoPlatform supplies a String and no Platform",
                        "E: failed, ExtensionConfigurationException: Null.platform returns null and no Platform",
                        "f(): failed, ExtensionConfigurationException: nobody says which platform F tests: annotate it with "
                                + "@PlatformTest");
    }
}
