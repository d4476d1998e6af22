package dev.idp.tests.testing.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.idp.ServiceKind;
import dev.idp.Settings;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.Plan;
import dev.idp.testing.generate.Property;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Of planted faults, the smallest program that shows each is known. */
class ShrinkerTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void findsTheSmallestProgram(String fault, Predicate<Plan> shows, String environments, String rest) {
        Throwable failure =
                catchThrowable(() -> Property.ofPlatforms().times(500).holds(plan -> {
                    if (shows.test(plan)) {
                        throw new AssertionError(fault);
                    }
                }));

        assertThat(failure).isNotNull();
        assertThat(failure.getMessage().lines().map(String::strip).skip(4))
                .containsExactlyElementsOf(Stream.of(environments, rest)
                        .flatMap(String::lines)
                        .map(String::strip)
                        .toList());
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                fault(
                        "a service has two ports",
                        anywhere(it -> it.services().stream()
                                .anyMatch(service -> service.ports().size() > 1)),
                        """
                        var s0 = Service.named("s0")
                        .image("registry.example/s0:0")
                        .port(Port.http(8080))
                        .port(Port.grpc(9000))
                        .build();
                        var platform = Platform.named("made-up")
                        .environments(e0)
                        .services(s0)
                        .build();"""),
                fault(
                        "a service runs on every node",
                        anywhere(it -> it.services().stream()
                                .anyMatch(service -> service.serviceKind() == ServiceKind.PER_NODE)),
                        """
                        var s0 = Service.named("s0")
                        .image("registry.example/s0:0")
                        .onEveryNode()
                        .build();
                        var platform = Platform.named("made-up")
                        .environments(e0)
                        .services(s0)
                        .build();"""),
                fault(
                        "a job has a schedule",
                        anywhere(it -> it.jobs().stream()
                                .anyMatch(job -> job.schedule().isPresent())),
                        """
                        var s0 = Service.named("s0")
                        .image("registry.example/s0:0")
                        .build();
                        var j0 = Job.named("j0")
                        .image("registry.example/j0:0")
                        .schedule("@daily")
                        .build();
                        var platform = Platform.named("made-up")
                        .environments(e0)
                        .services(s0)
                        .jobs(j0)
                        .build();"""),
                fault(
                        "a service calls another one",
                        anywhere(it -> it.graph().edges().stream()
                                .anyMatch(edge -> !edge.from().equals(edge.to())
                                        && it.findService(edge.from()).isPresent()
                                        && it.findService(edge.to()).isPresent()
                                        && it.resources().isEmpty())),
                        """
                        var s0 = Service.named("s0")
                        .image("registry.example/s0:0")
                        .env("CALL_S1", Service.ref("s1").url("http"))
                        .build();
                        var s1 = Service.named("s1")
                        .image("registry.example/s1:1")
                        .port(Port.http(8081))
                        .build();
                        var platform = Platform.named("made-up")
                        .environments(e0)
                        .services(s0)
                        .services(s1)
                        .build();"""),
                fault(
                        "a made-up service runs as a certain user",
                        anywhere(it -> it.findService("s0")
                                        .flatMap(service -> service.get(Settings.USER_ID))
                                        .orElse(0L)
                                > 500),
                        """
                        var s0 = Service.named("s0")
                        .image("registry.example/s0:0")
                        .runAsUser(501)
                        .build();
                        var platform = Platform.named("made-up")
                        .environments(e0)
                        .services(s0)
                        .build();"""));
    }

    private static Predicate<Plan> anywhere(Predicate<EnvironmentPlan> fault) {
        return plan -> plan.environments().stream().anyMatch(fault);
    }

    private static Arguments fault(String name, Predicate<Plan> shows, String rest) {
        return Arguments.of(name, shows, """
                var e0 = Environment.named("e0")
                .tier(Tier.DEVELOPMENT)
                .build();""", rest);
    }
}
