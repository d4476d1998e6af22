package dev.idp.tests.testing.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.idp.Cpu;
import dev.idp.Environment;
import dev.idp.JobPath;
import dev.idp.JobPaving;
import dev.idp.Memory;
import dev.idp.Platform;
import dev.idp.Port;
import dev.idp.Probe;
import dev.idp.Restriction;
import dev.idp.Service;
import dev.idp.ServicePath;
import dev.idp.ServicePaving;
import dev.idp.Settings;
import dev.idp.Team;
import dev.idp.Tier;
import dev.idp.plan.Comparison;
import dev.idp.plan.PlatformException;
import dev.idp.testing.generate.Property;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** What a property asks, and how it fails. */
class PropertyTest {

    private static final Environment DEV = Environment.named("dev").build();
    private static final Environment PROD =
            Environment.named("prod").tier(Tier.PRODUCTION).build();
    private static final Team TEAM = Team.named("team");

    /** A path as most are: defaults for all, mandates, more copies in production. */
    private static final class SpringWeb implements ServicePath {

        @Override
        public String id() {
            return "spring-web";
        }

        @Override
        public String version() {
            return "2.1";
        }

        @Override
        public void pave(ServicePaving service, Environment environment) {
            service.defaults()
                    .port(Port.http(8080))
                    .liveness(Probe.httpGet("/live"))
                    .cpu(Cpu.millis(250))
                    .memory(Memory.mebibytes(512), Memory.mebibytes(512));
            service.mandates().runAsNonRoot().readOnlyRootFilesystem();
            if (environment.isProduction()) {
                service.defaults().replicas(3, 12);
            }
        }
    }

    /** A path that thinks that services have one port. */
    private static final class Careless implements ServicePath {

        @Override
        public String id() {
            return "careless";
        }

        @Override
        public String version() {
            return "1.0";
        }

        @Override
        public void pave(ServicePaving service, Environment environment) {
            service.defaults().port(Port.http(8080)).readiness(Probe.tcpConnect());
        }
    }

    private static final class Batch implements JobPath {

        @Override
        public String id() {
            return "batch";
        }

        @Override
        public String version() {
            return "1.0";
        }

        @Override
        public void pave(JobPaving job, Environment environment) {
            job.defaults().image("batch:1").schedule("@daily");
            job.mandates("jobs end").retries(1);
        }
    }

    @Test
    void holdsForWhatTheGoldenPathSecures() {
        Set<Integer> ports = new HashSet<>();

        Property.ofServices(new SpringWeb()).in(DEV, PROD).times(200).holdsForEach((environment, service) -> {
            assertThat(service.get(Settings.LIVENESS)).isPresent();
            assertThat(service.get(Settings.NON_ROOT)).contains(Restriction.HOLDS);
            ports.add(service.ports().size());
        });

        assertThat(ports)
                .as("some services have more ports than the path gives them")
                .contains(1, 2);
    }

    @Test
    void holdsForJobs() {
        Property.ofJobs(new Batch()).in(PROD).holdsForEach((environment, job) -> {
            assertThat(job.schedule()).isPresent();
            assertThat(job.get(Settings.RETRIES)).contains(1L);
        });
    }

    @Test
    void asksInOneEnvironmentOfEachTierUnlessTheTestHasItsOwn() {
        Property.ofServices(new SpringWeb()).times(3).holds(plan -> assertThat(plan.environments())
                .extracting(environment -> environment.tier())
                .containsExactly(Tier.values()));
    }

    @Test
    void asksAroundAPlatformThatExists() {
        Property.ofServices(new SpringWeb())
                .around(() -> Platform.named("shop")
                        .environments(DEV, PROD)
                        .services(Service.named("payments").image("payments:1").build()))
                .holds(plan ->
                        assertThat(plan.in(PROD).graph().callsFrom("payments")).isEmpty());
    }

    @Test
    void saysOfEachWorkloadWhatTheTestSays() {
        Property.ofServices(new SpringWeb())
                .in(DEV)
                .each(service -> service.ownedBy(TEAM))
                .holdsForEach((environment, service) ->
                        assertThat(service.get(Settings.OWNER)).contains(TEAM));
    }

    @Test
    void makesServicesPublicWhereTheyCanBe() {
        Set<Integer> routes = new HashSet<>();

        Property.ofServices(new SpringWeb())
                .holdsForEach(
                        (environment, service) -> routes.add(service.routes().size()));
        Property.ofServices(new SpringWeb()).in(DEV).holdsForEach((environment, service) -> assertThat(service.routes())
                .isEmpty());

        assertThat(routes).containsExactlyInAnyOrder(0, 1);
    }

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
        assertThatThrownBy(() -> Property.ofServices(new SpringWeb())
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
    void asksTheSameEveryTime() {
        List<String> first = new ArrayList<>();
        List<String> second = new ArrayList<>();

        Property.ofPlatforms().times(20).holds(plan -> first.add(plan.toJson()));
        Property.ofPlatforms().times(20).holds(plan -> second.add(plan.toJson()));

        assertThat(second).isEqualTo(first).doesNotHaveDuplicates();
    }

    @Test
    void failsWithTheSmallestProgramAndTheSeed() {
        Property<?> property = Property.ofServices(new SpringWeb()).in(DEV, PROD);

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
        assertThatThrownBy(() -> Property.ofServices(new Careless()).in(PROD).holds(plan -> {}))
                .isInstanceOf(AssertionError.class)
                .hasCauseInstanceOf(PlatformException.class)
                .hasMessageContaining("s0 in prod: readiness needs a port, and there are several: [grpc, http]")
                .hasMessageContaining("golden path careless 1.0, PropertyTest.java:")
                .hasMessageContaining(".port(Port.grpc(9000))\n");
    }

    @Test
    void leavesOutWhatPlanningRefusesIfToldSo() {
        Set<Integer> ports = new HashSet<>();

        Property.ofServices(new Careless())
                .in(PROD)
                .discardingRefused()
                .holdsForEach(
                        (environment, service) -> ports.add(service.ports().size()));

        assertThat(ports).contains(1);
    }

    @Test
    void failsIfHardlyAnythingIsLeft() {
        assertThatThrownBy(() -> Property.ofServices(new SpringWeb())
                        .in(PROD)
                        .each(service -> service.replicas(0, -1))
                        .times(10)
                        .discardingRefused()
                        .holds(plan -> {}))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("Only 0 of 50 made-up platforms could be used, instead of 10: say more in"
                        + " each(...), or ask for fewer times. The last that could not: ");
        assertThatThrownBy(() -> Property.ofPlatforms()
                        .holds(plan -> Assumptions.assumeTrue(plan.platform().isEmpty(), "never")))
                .hasMessage("Only 0 of 500 made-up platforms could be used, instead of 100: say more in each(...), or"
                        + " ask for fewer times. The last that could not: Assumption failed: never");
    }

    @Test
    void asksAgainWhenOneWorkloadSaysOneMoreThing() {
        Set<String> workloads = new HashSet<>();

        Property.ofServices(new SpringWeb()).in(DEV, PROD).holdsWhenMutated((before, after, mutation) -> {
            workloads.add(mutation.workload());
            assertThat(Comparison.of(before, after).isEmpty()).isFalse();
            assertThat(Comparison.of(before, after).changedWorkloads(mutation.environment()))
                    .allMatch(name -> name.startsWith(mutation.workload()));
        });

        assertThat(workloads).contains("s0", "s1");
    }

    @Test
    void marksWhatWasMutatedInTheProgram() {
        assertThatThrownBy(() -> Property.ofPlatforms().holdsWhenMutated((before, after, mutation) -> {
                    throw new AssertionError(mutation.toString());
                }))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("    s0 says label(\"mutated\", \"yes\") in e0\n")
                .hasMessageContaining(".in(e0, there -> there.label(\"mutated\", \"yes\")) // this is new\n");
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
