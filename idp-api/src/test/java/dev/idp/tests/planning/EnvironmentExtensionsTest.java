package dev.idp.tests.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idp.Environment;
import dev.idp.EnvironmentSettings;
import dev.idp.Platform;
import dev.idp.Service;
import dev.idp.Settings;
import dev.idp.explain.Claim;
import dev.idp.explain.Decision;
import dev.idp.explain.Layer;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.Plan;
import dev.idp.plan.PlatformException;
import dev.idp.spi.Extension;
import dev.idp.tests.Lines;
import org.junit.jupiter.api.Test;

/** What one backend alone understands can be attached to environments as a whole. */
class EnvironmentExtensionsTest {

    private static final Lines LINES = Lines.of(EnvironmentExtensionsTest.class);

    private static final Service ORDERS =
            Service.named("orders").image("orders:1").build();

    @Test
    void whatAnEnvironmentSaysIsStrongerThanWhatThePlatformSays() {
        Environment dev = Environment.named("dev").build();
        Environment prod =
                Environment.named("prod").with(new Edit("own", "quota")).build(); // (environment)
        Platform platform = Platform.named("shop")
                .environments(dev, prod)
                .with(new Edit("general", "quota")) // (platform)
                .with(new Edit("general", "alerts"))
                .services(ORDERS)
                .build();

        Plan plan = platform.plan();

        assertThat(quota(plan.in(dev)).get()).hasToString("general/quota");
        assertThat(quota(plan.in(prod)).get()).hasToString("own/quota");
        assertThat(quota(plan.in(prod)).subject()).isEqualTo("environment/extension/quota");
        assertThat(quota(plan.in(prod)).winner().orElseThrow().source())
                .hasToString(LINES.cite("environment prod, {environment}"));
        assertThat(quota(plan.in(prod)).losers())
                .extracting(Claim::source)
                .singleElement()
                .satisfies(lost -> {
                    assertThat(lost.layer()).isEqualTo(Layer.PLATFORM);
                    assertThat(lost).hasToString(LINES.cite("platform shop, {platform}"));
                });
        assertThat(plan.in(prod).decisions().entries(EnvironmentSettings.EXTENSION))
                .containsOnlyKeys("alerts", "quota");
    }

    @Test
    void workloadsHaveNothingOfIt() {
        Platform platform = Platform.named("shop")
                .environments(Environment.named("dev").with(new Edit("a", "b")).build())
                .services(ORDERS)
                .build();

        assertThat(platform.plan().in("dev").service("orders").entries(Settings.EXTENSION))
                .isEmpty();
    }

    @Test
    void aSavedPlanReadsBackEqualAndUnbound() {
        Plan plan = Platform.named("shop")
                .environments(Environment.named("dev").with(new Edit("a", "b")).build())
                .services(ORDERS)
                .build()
                .plan();

        Plan saved = Plan.fromJson(plan.toJson());

        assertThat(saved).isEqualTo(plan);
        assertThat(plan.toJson()).contains("\"extension\"");
        Extension extension = saved.in("dev")
                .decisions()
                .entries(EnvironmentSettings.EXTENSION)
                .get("b")
                .get();
        assertThat(extension.isBound()).isFalse();
        assertThat(extension).hasToString("a/b");
    }

    @Test
    void theSameSaidTwiceCitesBoth() {
        Environment dev = Environment.named("dev")
                .with(new Edit("a", "b")) // (first)
                .with(new Edit("c", "b")) // (second)
                .build();
        Platform platform = Platform.named("shop")
                .environments(dev)
                .with(new Edit("a", "b")) // (first-of-all)
                .with(new Edit("a", "b")) // (second-of-all)
                .services(ORDERS)
                .build();

        assertThatThrownBy(platform::plan).isInstanceOf(PlatformException.class).hasMessage(LINES.cite("""
                        2 problems in platform 'shop':
                          environment dev: extension/b is said twice: a/b and c/b
                              first  {first}
                              second {second}
                              fix    remove one of them
                          platform: extension/b is said twice: a/b and a/b
                              first  {first-of-all}
                              second {second-of-all}
                              fix    remove one of them"""));
    }

    @Test
    void nullIsRefusedWhereItIsSaid() {
        assertThatThrownBy(() -> Environment.named("dev").with(null)).hasMessageStartingWith("extension is null");
        assertThatThrownBy(() -> Platform.named("dev").with(null)).hasMessageStartingWith("extension is null");
    }

    private static Decision<Extension> quota(EnvironmentPlan plan) {
        return plan.decisions().decision(EnvironmentSettings.EXTENSION, "quota");
    }

    private static final class Edit extends Extension {
        Edit(String backend, String id) {
            super(backend, id);
        }
    }
}
