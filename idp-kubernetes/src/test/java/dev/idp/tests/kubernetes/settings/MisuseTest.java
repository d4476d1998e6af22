package dev.idp.tests.kubernetes.settings;

import static dev.idp.kubernetes.KubernetesSettings.CLOUD_IDENTITY;
import static dev.idp.kubernetes.KubernetesSettings.NODE_LABEL;
import static dev.idp.kubernetes.KubernetesSettings.PRIORITY_CLASS;
import static dev.idp.kubernetes.KubernetesSettings.PULL_SECRET;
import static dev.idp.kubernetes.KubernetesSettings.ROLLOUT;
import static dev.idp.kubernetes.KubernetesSettings.RUNTIME_CLASS;
import static dev.idp.kubernetes.KubernetesSettings.SCALING;
import static dev.idp.kubernetes.KubernetesSettings.TOLERATION;
import static dev.idp.kubernetes.KubernetesSettings.WAIT_BY;
import static dev.idp.kubernetes.Portion.copies;
import static dev.idp.kubernetes.Portion.percent;
import static dev.idp.tests.kubernetes.Platforms.render;
import static dev.idp.tests.kubernetes.Platforms.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idp.Cpu;
import dev.idp.Image;
import dev.idp.Service;
import dev.idp.Setting;
import dev.idp.kubernetes.CloudIdentity;
import dev.idp.kubernetes.Pace;
import dev.idp.kubernetes.Portion;
import dev.idp.kubernetes.Rollout;
import dev.idp.kubernetes.Scaling;
import dev.idp.kubernetes.Toleration;
import dev.idp.plan.PlatformException;
import dev.idp.tests.kubernetes.Lines;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the API server, or a cloud, would refuse is refused by planning, with the line that said it. */
class MisuseTest {

    private static final Lines LINES = Lines.of(MisuseTest.class);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private static Stream<Arguments> mistakes() {
        return Stream.of(
                wrong(PRIORITY_CLASS, "", "High", "'High' cannot name a priority class", SUBDOMAIN),
                wrong(RUNTIME_CLASS, "", "", "'' cannot name a runtime class", SUBDOMAIN),
                wrong(PULL_SECRET, "registry", "a..b", "'a..b' cannot name a secret", SUBDOMAIN),
                wrong(
                        WAIT_BY,
                        "",
                        new Image("a b"),
                        "'a b' is not the name of an image",
                        "write it like registry.example/team/name:1.2.3"),
                wrong(NODE_LABEL, "pool", "a b", "no node can have the label pool=a b", AS_ON_NODES),
                wrong(
                        NODE_LABEL,
                        "Shop.example/pool",
                        "a",
                        "no node can have the label Shop.example/pool=a",
                        AS_ON_NODES),
                wrong(TOLERATION, "it", Toleration.ofTaint("a b"), "no taint can be a b", AS_ON_NODES),
                wrong(TOLERATION, "it", Toleration.ofTaint("a", "-"), "no taint can be a=-", AS_ON_NODES),
                wrong(
                        TOLERATION,
                        "it",
                        Toleration.ofTaint("", "gpu"),
                        "a toleration of value 'gpu' names no taint",
                        "name the key of the taint, or say Toleration.ofEveryTaint()"),
                wrong(
                        TOLERATION,
                        "it",
                        Toleration.ofTaint("a").forAtMost(MINUTE),
                        "pods are evicted after PT1M, and a toleration of any effect evicts none",
                        "say only(Toleration.Effect.NO_EXECUTE), or leave out the time"),
                wrong(
                        TOLERATION,
                        "it",
                        Toleration.ofTaint("a")
                                .only(Toleration.Effect.NO_SCHEDULE)
                                .forAtMost(MINUTE),
                        "pods are evicted after PT1M, and NoSchedule evicts none",
                        "say only(Toleration.Effect.NO_EXECUTE), or leave out the time"),
                wrong(
                        TOLERATION,
                        "it",
                        Toleration.ofTaint("a")
                                .only(Toleration.Effect.NO_EXECUTE)
                                .forAtMost(Duration.ofSeconds(-1)),
                        "the time of a toleration cannot be PT-1S",
                        "give whole seconds, 0 or more"),
                wrong(
                        ROLLOUT,
                        "",
                        Rollout.rolling(copies(0), percent(0)),
                        "a rollout with no copy more and no copy fewer replaces nothing",
                        "allow a copy more, as in Rollout.rolling(1, 0), or a copy fewer"),
                wrong(ROLLOUT, "", Rollout.rolling(-1, 1), "the surge of a rollout cannot be -1", "say 0 or more"),
                wrong(
                        ROLLOUT,
                        "",
                        Rollout.rolling(copies(1), percent(-5)),
                        "what may be unavailable in a rollout cannot be -5%",
                        "say 0 or more"),
                wrong(
                        ROLLOUT,
                        "",
                        Rollout.rolling(copies(1), percent(101)),
                        "more copies than there are cannot be unavailable: 101%",
                        "say at most 100 percent"),
                wrong(
                        ROLLOUT,
                        "",
                        new Rollout(Rollout.Kind.RECREATE, copies(1), copies(0)),
                        "only a rolling rollout has copies more or fewer meanwhile",
                        "say Rollout.rolling(...)"),
                wrong(
                        SCALING,
                        "",
                        Scaling.down(Pace.after(Duration.ofSeconds(3601))),
                        "the window of a pace cannot be PT1H1S",
                        "give whole seconds, from 0 to 3600"),
                wrong(
                        SCALING,
                        "",
                        Scaling.up(Pace.after(Duration.ofMillis(1500))),
                        "the window of a pace cannot be PT1.5S",
                        "give whole seconds, from 0 to 3600"),
                wrong(
                        SCALING,
                        "",
                        Scaling.up(Pace.atMost(copies(1), Duration.ofSeconds(1801))),
                        "the time of a step cannot be PT30M1S",
                        "give whole seconds, from 1 to 1800"),
                wrong(
                        SCALING,
                        "",
                        Scaling.up(Pace.never())
                                .andDown(Pace.atMost(copies(2), MINUTE).or(percent(0), MINUTE)),
                        "a step of scaling cannot be 0%",
                        "say 1 or more"),
                wrong(
                        SCALING,
                        "",
                        Scaling.up(new Pace(Optional.empty(), List.of(), Optional.empty())),
                        "a pace of scaling says nothing",
                        "say Pace.after(...) or Pace.atMost(...)"),
                wrong(
                        SCALING,
                        "",
                        new Scaling(Optional.empty(), Optional.empty()),
                        "a scaling says nothing",
                        "say Scaling.up(...) or Scaling.down(...)"),
                identity(CloudIdentity.awsRole("arn:aws:iam::123456789012:user/ada"), "AWS role", ARN),
                identity(CloudIdentity.awsRole("orders"), "AWS role", ARN),
                identity(
                        CloudIdentity.googleServiceAccount("ada@shop.example"),
                        "Google service account",
                        "write it like orders@shop-prod.iam.gserviceaccount.com"),
                identity(
                        CloudIdentity.azureClient("orders"),
                        "Azure client",
                        "write it like 00000000-0000-0000-0000-000000000000"));
    }

    private static final String SUBDOMAIN = "use at most 253 lower-case letters, digits, dashes and dots";
    private static final String AS_ON_NODES = "write key and value as the nodes have them";
    private static final String ARN = "write it like arn:aws:iam::123456789012:role/orders";

    private static <T> Arguments wrong(Setting<T> setting, String entry, T value, String message, String fix) {
        return Arguments.of(setting, entry, value, message, fix);
    }

    private static Arguments identity(CloudIdentity identity, String what, String fix) {
        return wrong(CLOUD_IDENTITY, "", identity, "'" + identity.name() + "' is not the name of any " + what, fix);
    }

    @ParameterizedTest(name = "{3}")
    @MethodSource("mistakes")
    <T> void isRefusedWithItsLine(Setting<T> setting, String entry, T value, String message, String fix) {
        Service.Builder orders = scaled().set(setting, entry, value); // (wrong)

        assertThatThrownBy(() -> render(orders))
                .isInstanceOf(PlatformException.class)
                .hasMessage("""
                        1 problem in platform 'shop':
                          orders in prod: %s
                              %s %s
                              fix%s %s""".formatted(
                                message,
                                setting,
                                LINES.at("wrong"),
                                " ".repeat(setting.id().length() - 3),
                                fix));
    }

    private static Stream<Arguments> right() {
        return Stream.of(
                Arguments.of(CLOUD_IDENTITY, CloudIdentity.awsRole("arn:aws-us-gov:iam::123456789012:role/a/b/c@d")),
                Arguments.of(CLOUD_IDENTITY, CloudIdentity.awsRole("arn:aws-cn:iam::123456789012:role/x")),
                Arguments.of(
                        CLOUD_IDENTITY,
                        CloudIdentity.googleServiceAccount("orders-1@project.corp.example.iam.gserviceaccount.com")),
                Arguments.of(
                        CLOUD_IDENTITY,
                        CloudIdentity.googleServiceAccount("123-compute@developer.gserviceaccount.com")),
                Arguments.of(ROLLOUT, Rollout.rolling(percent(200), percent(100))),
                Arguments.of(SCALING, Scaling.down(Pace.after(Duration.ofHours(1)))),
                Arguments.of(SCALING, Scaling.up(Pace.atMost(copies(1), Duration.ofMinutes(30)))),
                Arguments.of(PRIORITY_CLASS, "system-cluster-critical"),
                Arguments.of(RUNTIME_CLASS, "x".repeat(253)));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("right")
    <T> void whatIsAtTheEdgeIsTaken(Setting<T> setting, T value) {
        assertThatCode(() -> render(scaled().set(setting, value))).doesNotThrowAnyException();
    }

    @Test
    void nullIsRefusedWhereItIsSaid() {
        assertThatThrownBy(() -> CloudIdentity.awsRole(null))
                .isExactlyInstanceOf(NullPointerException.class)
                .hasMessage("the name of a cloud's identity is null");
        assertThatThrownBy(() -> Toleration.ofTaint(null)).hasMessage("the key of a toleration is null");
        assertThatThrownBy(() -> Rollout.rolling(null, Portion.copies(1))).hasMessage("the surge of a rollout is null");
        assertThatThrownBy(() -> Pace.after(null)).hasMessage("the window of a pace is null");
        assertThatThrownBy(() -> Scaling.up(null)).hasMessage("the pace of scaling up is null");
        assertThat(Portion.percent(25)).hasToString("25%");
    }

    private static Service.Builder scaled() {
        return service("orders").cpu(Cpu.millis(100)).replicas(2, 5);
    }
}
