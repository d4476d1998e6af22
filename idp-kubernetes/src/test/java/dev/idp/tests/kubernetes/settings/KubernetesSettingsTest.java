package dev.idp.tests.kubernetes.settings;

import static dev.idp.tests.kubernetes.Platforms.job;
import static dev.idp.tests.kubernetes.Platforms.prod;
import static dev.idp.tests.kubernetes.Platforms.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idp.Cpu;
import dev.idp.Environment;
import dev.idp.Platform;
import dev.idp.Port;
import dev.idp.Service;
import dev.idp.ServicePath;
import dev.idp.ServicePaving;
import dev.idp.Settings;
import dev.idp.WorkloadKind;
import dev.idp.explain.Claim;
import dev.idp.explain.Decision;
import dev.idp.explain.Layer;
import dev.idp.kubernetes.Kubernetes;
import dev.idp.kubernetes.KubernetesSettings;
import dev.idp.plan.Comparison;
import dev.idp.plan.Plan;
import dev.idp.plan.PlatformException;
import dev.idp.tests.kubernetes.Lines;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever planning does with the library's own settings, it does with those of Kubernetes alone. */
class KubernetesSettingsTest {

    private static final Lines LINES = Lines.of(SettingCase.class);

    private record Paved(SettingCase<?> it) implements ServicePath {

        @Override
        public String id() {
            return "paved";
        }

        @Override
        public String version() {
            return "1";
        }

        @Override
        public void pave(ServicePaving service, Environment environment) {
            it.saySecond(service.defaults());
        }
    }

    static List<SettingCase<?>> all() {
        return SettingCase.all();
    }

    @Test
    void theyAreKnownAndEachSaysWhyItHasNoDefault() {
        assertThat(KubernetesSettings.all())
                .containsExactlyElementsOf(
                        all().stream().map(SettingCase::setting).toList())
                .doesNotHaveDuplicates()
                .allSatisfy(setting -> {
                    assertThat(setting.libraryDefault()).isEmpty();
                    assertThat(setting.reason()).isNotBlank();
                    assertThat(Settings.all()).extracting(Object::toString).doesNotContain(setting.id());
                });
    }

    @ParameterizedTest
    @MethodSource("all")
    <T> void everybodySaysThemAndTheStrongestWins(SettingCase<T> it) {
        Service.Builder orders = scaled().on(new Paved(it));
        it.sayFirst(orders);
        Environment prod = prod().defaults(it::saySecond).build();

        Decision<T> decision = decision(it, platform(prod, orders).defaults(it::saySecond));

        assertThat(decision.value()).contains(it.first());
        assertThat(decision.winner().map(Claim::toString))
                .contains(it.text() + " by service orders, " + LINES.at("first"));
        assertThat(decision.losers())
                .extracting(claim -> claim.source().layer())
                .containsExactly(Layer.GOLDEN_PATH, Layer.ENVIRONMENT, Layer.PLATFORM);
    }

    @ParameterizedTest
    @MethodSource("all")
    <T> void theyAreTakenAway(SettingCase<T> it) {
        Service.Builder orders = scaled();
        it.unset(orders);

        Decision<T> decision =
                decision(it, platform(prod().defaults(it::sayFirst).build(), orders));

        assertThat(decision.value()).isEmpty();
        assertThat(decision.winner().map(Claim::toString)).contains("unset by service orders, " + LINES.at("unset"));
    }

    @ParameterizedTest
    @MethodSource("all")
    <T> void theyAreMandatedAndWaived(SettingCase<T> it) {
        Environment prod = prod().mandates("law", "because", it::sayFirst).build();
        Service.Builder orders = scaled();
        it.saySecond(orders);

        assertThatThrownBy(() -> platform(prod, orders).build().plan())
                .isInstanceOf(PlatformException.class)
                .hasMessage(LINES.cite("""
                        1 problem in platform 'shop':
                          orders in prod: %s is mandated to be %s and cannot be %s
                              mandate environment prod: because, {first}
                              against {second}
                              fix     remove the line of the service""".formatted(it.name(), it.text(), it.second())));

        orders.waives("law", "for a week", "checkout", LocalDate.of(2027, 1, 31));
        assertThat(decision(it, platform(prod, orders)).value()).contains(it.second());
    }

    @ParameterizedTest
    @MethodSource("all")
    <T> void theyStandInTheJsonAndReadBackEqual(SettingCase<T> it) {
        for (boolean first : new boolean[] {true, false}) {
            Service.Builder orders = scaled();
            if (first) {
                it.sayFirst(orders);
            } else {
                it.saySecond(orders);
            }
            Plan plan = platform(prod().build(), orders).build().plan();

            Plan read = Plan.fromJson(plan.toJson(), KubernetesSettings.all());

            assertThat(read).isEqualTo(plan);
            assertThat(read.toJson()).isEqualTo(plan.toJson());
            assertThat(Kubernetes.backend().render(read.in("prod")).toYaml())
                    .isEqualTo(Kubernetes.backend().render(plan.in("prod")).toYaml());
            assertThatThrownBy(() -> Plan.fromJson(plan.toJson()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("no setting '" + it.setting() + "' is known");
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    <T> void theJsonOfSomethingElseIsRefused(SettingCase<T> it) {
        for (Object other : List.of(7L, List.of("a"))) {
            assertThatThrownBy(() -> it.setting().json().read().apply(other))
                    .isInstanceOfAny(ClassCastException.class, IllegalArgumentException.class);
        }
    }

    @Test
    void theJsonOfAnObjectNamesTheFieldThatIsWrong() {
        var toleration = KubernetesSettings.TOLERATION.json().read();
        assertThatThrownBy(() -> toleration.apply(Map.of("value", "gpu")))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage("'key' is missing");
        assertThatThrownBy(() -> toleration.apply(Map.of("key", "gpu", "effect", 7L)))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage("'effect' is not what it must be: 7");
        assertThatThrownBy(() -> KubernetesSettings.SCALING.json().read().apply(Map.of("up", Map.of())))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage("'steps' is missing");
        assertThatThrownBy(() -> KubernetesSettings.ROLLOUT.json().read().apply("blue-green"))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage("not a rollout: blue-green");
    }

    @ParameterizedTest
    @MethodSource("all")
    <T> void theyAreCompared(SettingCase<T> it) {
        Service.Builder before = scaled();
        it.saySecond(before);
        Service.Builder after = scaled();
        it.sayFirst(after);

        Comparison comparison = Comparison.of(
                platform(prod().build(), before).build().plan(),
                platform(prod().build(), after).build().plan());

        assertThat(comparison).hasToString(LINES.cite("""
                prod services/orders/%s: %s -> %s by service orders, {first}
                """.formatted(it.path(), it.second(), it.text())));
    }

    @ParameterizedTest
    @MethodSource("all")
    <T> void jobsHaveWhatAppliesToPods(SettingCase<T> it) {
        Environment prod = prod().defaults(it::sayFirst).build();
        Plan plan = Platform.named("shop")
                .environments(prod)
                .jobs(job("report").build())
                .build()
                .plan();

        assertThat(plan.in(prod)
                        .job("report")
                        .decisions()
                        .decision(it.setting(), it.entry())
                        .isPresent())
                .isEqualTo(!List.of(
                                KubernetesSettings.ROLLOUT,
                                KubernetesSettings.SCALING,
                                KubernetesSettings.ENTRY_ANNOTATION)
                        .contains(it.setting()))
                .isEqualTo(it.setting().isFor(WorkloadKind.JOB));
    }

    private static Service.Builder scaled() {
        return service("orders")
                .cpu(Cpu.millis(100))
                .replicas(2, 5)
                .port(Port.http(8080))
                .publicAt("www");
    }

    private static Platform.Builder platform(Environment prod, Service.Builder orders) {
        return Platform.named("shop").environments(prod).services(orders.build());
    }

    private static <T> Decision<T> decision(SettingCase<T> it, Platform.Builder platform) {
        return platform.build().plan().in("prod").service("orders").decisions().decision(it.setting(), it.entry());
    }
}
