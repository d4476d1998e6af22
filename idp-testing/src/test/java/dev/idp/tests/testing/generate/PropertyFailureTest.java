package dev.idp.tests.testing.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.idp.Environment;
import dev.idp.Platform;
import dev.idp.Service;
import dev.idp.ServicePath;
import dev.idp.ServicePaving;
import dev.idp.Team;
import dev.idp.Tier;
import dev.idp.plan.PlatformException;
import dev.idp.testing.generate.Property;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** How a property fails: with its seed, and with the smallest program as Java. */
class PropertyFailureTest {

    private static final Environment DEV = Environment.named("dev").build();
    private static final Environment PROD =
            Environment.named("prod").tier(Tier.PRODUCTION).build();
    private static final Team TEAM = Team.named("team");

    @Test
    void reportsAGoldenPathThatThrowsInTheWordsOfPlanning() {
        ServicePath broken = new ServicePath() {
            @Override
            public String id() {
                return "broken";
            }

            @Override
            public String version() {
                return "1.0";
            }

            @Override
            public void pave(ServicePaving service, Environment environment) {
                throw new IllegalStateException("no road");
            }
        };

        assertThatThrownBy(() -> Property.ofServices(broken).in(DEV).holds(plan -> {}))
                .isInstanceOf(AssertionError.class)
                .hasCauseInstanceOf(PlatformException.class)
                .hasMessageContaining("no road");
    }

    @Test
    void throwsWhatTheTestItselfThrows() {
        assertThatThrownBy(() -> Property.ofServices(new Roads.SpringWeb())
                        .in(DEV)
                        .each(service -> {
                            throw new IllegalStateException("my mistake");
                        })
                        .holds(plan -> {}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("my mistake");
        assertThatThrownBy(() -> Property.ofPlatforms().times(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a property that is asked 0 times says nothing");
    }

    @Test
    void failsWithTheSmallestProgramAndTheSeed() {
        Property<?> property = Property.ofServices(new Roads.SpringWeb()).in(DEV, PROD);

        assertThatThrownBy(() -> property.holds(plan -> plan.in(PROD).services().forEach(service -> {
                    if (service.ports().size() > 1) {
                        throw new AssertionError(service.name() + " has " + service.ports());
                    }
                })))
                .isInstanceOf(AssertionError.class)
                .hasMessage("""
                        Run 1 of 100 failed, with seed 1:
                            s0 has [grpc 9000, http 8080]
                        -Didp.seed=1 runs it first. The smallest program that fails like this:

                            // Of the test: DEV, PROD, SPRING_WEB
                            var s0 = Service.named("s0")
                                    .on(SPRING_WEB)
                                    .image("registry.example/s0:0")
                                    .port(Port.grpc(9000))
                                    .build();
                            var platform = Platform.named("made-up")
                                    .environments(DEV)
                                    .environments(PROD)
                                    .services(s0)
                                    .build();""")
                .cause()
                .hasMessage("s0 has [grpc 9000, http 8080]");
    }

    @Test
    void failsIfPlanningRefusesWhatServicesMayWellSay() {
        Property<?> property = Property.ofServices(new Roads.Careless()).in(PROD);

        Throwable failure = catchThrowable(() -> property.holds(plan -> {}));

        assertThat(failure).isInstanceOf(AssertionError.class).hasCauseInstanceOf(PlatformException.class);
        assertThat(failure.getMessage().replaceAll("java:\\d+", "java:LINE")).isEqualTo("""
                        Run 4 of 100 failed, with seed 4:
                            1 problem in platform 'made-up':
                              s0 in prod: readiness needs a port, and there are several: [grpc, http]
                                  said golden path careless 1.0, Roads.java:LINE
                                  fix  name the one that is meant
                        -Didp.seed=4 runs it first. The smallest program that fails like this:

                            // Of the test: CARELESS, PROD
                            var s0 = Service.named("s0")
                                    .on(CARELESS)
                                    .image("registry.example/s0:0")
                                    .port(Port.grpc(9000))
                                    .build();
                            var platform = Platform.named("made-up")
                                    .environments(PROD)
                                    .services(s0)
                                    .build();""");
    }

    @Test
    void failsIfHardlyAnythingIsLeft() {
        assertThatThrownBy(() -> Property.ofServices(new Roads.SpringWeb())
                        .in(PROD)
                        .each(service -> service.replicas(0, -1))
                        .times(10)
                        .discardingRefused()
                        .holds(plan -> {}))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("Only 0 of 100 made-up platforms could be used, instead of 10: say more in"
                        + " each(...), or ask for fewer times. The last that could not: ");
        assertThatThrownBy(() -> Property.ofPlatforms()
                        .times(10)
                        .holds(plan -> Assumptions.assumeTrue(plan.platform().isEmpty(), "never")))
                .hasMessage("Only 0 of 100 made-up platforms could be used, instead of 10: say more in each(...), or"
                        + " ask for fewer times. The last that could not: Assumption failed: never");
    }

    @Test
    void marksWhatWasMutatedInTheProgram() {
        assertThatThrownBy(() -> Property.ofPlatforms().holdsWhenMutated((before, after, mutation) -> {
                    throw new AssertionError(mutation.toString());
                }))
                .isInstanceOf(AssertionError.class)
                .hasMessage("""
                        Run 1 of 100 failed, with seed 1:
                            s0 says label("mutated", "yes") in e0
                        -Didp.seed=1 runs it first. The smallest program that fails like this:

                            var e0 = Environment.named("e0")
                                    .tier(Tier.DEVELOPMENT)
                                    .build();
                            var s0 = Service.named("s0")
                                    .image("registry.example/s0:0")
                                    .in(e0, there -> there.label("mutated", "yes")) // this is new
                                    .build();
                            var platform = Platform.named("made-up")
                                    .environments(e0)
                                    .services(s0)
                                    .build();""");
    }

    @Test
    void printsOfAPlatformThatExistsWhatIsAdded() {
        assertThatThrownBy(() -> Property.ofJobs(new Roads.Batch())
                        .around(() -> Platform.named("shop")
                                .environments(PROD)
                                .services(Service.named("payments")
                                        .image("payments:1")
                                        .build()))
                        .each(job -> job.ownedBy(TEAM))
                        .holdsForEach((environment, job) -> assertThat(job.schedule())
                                .as("schedule of %s", job.name())
                                .isEmpty()))
                .isInstanceOf(AssertionError.class)
                .hasMessage("""
                        Run 1 of 100 failed, with seed 1:
                            j0 in prod: [schedule of j0]\s
                            Expecting an empty Optional but was containing value: @daily Etc/UTC
                        -Didp.seed=1 runs it first. The smallest program that fails like this:

                            // Of the test: AROUND, BATCH
                            var j0 = Job.named("j0")
                                    .on(BATCH)
                                    // and what each(...) says
                                    .build();
                            var platform = AROUND.get()
                                    .jobs(j0)
                                    .build();""");
    }

    @Test
    void startsAtAnotherSeedIfAsked() {
        String before = System.setProperty("idp.seed", "4711");
        try {
            Throwable failure =
                    catchThrowable(() -> Property.ofPlatforms().times(3).holds(plan -> {
                        throw new AssertionError("no");
                    }));

            assertThat(failure).hasMessageStartingWith("Run 1 of 3 failed, with seed 4711:\n    no\n-Didp.seed=4711 ");
            System.setProperty("idp.seed", "x");
            assertThatThrownBy(() -> Property.ofPlatforms().holds(plan -> {}))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("-Didp.seed=x is not a whole number");
        } finally {
            if (before == null) {
                System.clearProperty("idp.seed");
            } else {
                System.setProperty("idp.seed", before);
            }
        }
    }
}
