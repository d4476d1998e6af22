package dev.idp.tests.testing.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.Environment;
import dev.idp.Platform;
import dev.idp.Restriction;
import dev.idp.Service;
import dev.idp.Settings;
import dev.idp.Team;
import dev.idp.Tier;
import dev.idp.plan.Comparison;
import dev.idp.testing.generate.Property;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a property asks. */
class PropertyTest {

    private static final Environment DEV = Environment.named("dev").build();
    private static final Environment PROD =
            Environment.named("prod").tier(Tier.PRODUCTION).build();
    private static final Team TEAM = Team.named("team");

    @Test
    void holdsForWhatTheGoldenPathSecures() {
        Set<Integer> ports = new HashSet<>();

        Property.ofServices(new Roads.SpringWeb()).in(DEV, PROD).times(200).holdsForEach((environment, service) -> {
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
        Property.ofJobs(new Roads.Batch()).in(PROD).holdsForEach((environment, job) -> {
            assertThat(job.schedule()).isPresent();
            assertThat(job.get(Settings.RETRIES)).contains(1L);
        });
    }

    @Test
    void asksInOneEnvironmentOfEachTierUnlessTheTestHasItsOwn() {
        Property.ofServices(new Roads.SpringWeb()).times(3).holds(plan -> assertThat(plan.environments())
                .extracting(environment -> environment.tier())
                .containsExactly(Tier.values()));
    }

    @Test
    void asksAroundAPlatformThatExists() {
        Property.ofServices(new Roads.SpringWeb())
                .around(() -> Platform.named("shop")
                        .environments(DEV, PROD)
                        .services(Service.named("payments").image("payments:1").build()))
                .holds(plan ->
                        assertThat(plan.in(PROD).graph().callsFrom("payments")).isEmpty());
    }

    @Test
    void saysOfEachWorkloadWhatTheTestSays() {
        Property.ofServices(new Roads.SpringWeb())
                .in(DEV)
                .each(service -> service.ownedBy(TEAM))
                .holdsForEach((environment, service) ->
                        assertThat(service.get(Settings.OWNER)).contains(TEAM));
    }

    @Test
    void makesServicesPublicWhereTheyCanBe() {
        Set<Integer> routes = new HashSet<>();

        Property.ofServices(new Roads.SpringWeb())
                .holdsForEach(
                        (environment, service) -> routes.add(service.routes().size()));
        Property.ofServices(new Roads.SpringWeb()).in(DEV).holdsForEach((environment, service) -> assertThat(
                        service.routes())
                .isEmpty());

        assertThat(routes).containsExactlyInAnyOrder(0, 1);
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
    void leavesOutWhatPlanningRefusesIfToldSo() {
        Set<Integer> ports = new HashSet<>();

        Property.ofServices(new Roads.Careless())
                .in(PROD)
                .discardingRefused()
                .holdsForEach(
                        (environment, service) -> ports.add(service.ports().size()));

        assertThat(ports).contains(1);
    }

    @Test
    void asksAgainWhenOneWorkloadSaysOneMoreThing() {
        Set<String> workloads = new HashSet<>();

        Property.ofServices(new Roads.SpringWeb()).in(DEV, PROD).holdsWhenMutated((before, after, mutation) -> {
            workloads.add(mutation.workload());
            assertThat(Comparison.of(before, after).isEmpty()).isFalse();
            assertThat(Comparison.of(before, after).changedWorkloads(mutation.environment()))
                    .allMatch(name -> name.startsWith(mutation.workload()));
        });

        assertThat(workloads).contains("s0", "s1");
    }
}
