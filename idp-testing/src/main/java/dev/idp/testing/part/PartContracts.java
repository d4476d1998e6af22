package dev.idp.testing.part;

import dev.idp.Platform;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.Plan;
import dev.idp.spi.Part;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;

/**
 * Runs the contracts of the parts that a platform takes: each expectation in each environment that the part runs in.
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicTest> partsGetWhatTheyExpect() {
 *     return PartContracts.discovered(Shop.platform()); // fails as "payments: orders lets payments through, in prod"
 * }
 * }</pre>
 */
public final class PartContracts {

    private PartContracts() {}

    /**
     * Runs the contracts on the class path of all parts that a platform takes, itself or through other parts.
     *
     * @param platform the platform
     * @return the tests; if there are no contracts, one that fails
     * @throws dev.idp.plan.PlatformException if the platform cannot be planned
     */
    public static Stream<DynamicTest> discovered(Platform platform) {
        Map<String, TakenPart> taken = TakenPart.of(platform);
        List<PartContract> contracts = StreamSupport.stream(
                        ServiceLoader.load(
                                        PartContract.class,
                                        Thread.currentThread().getContextClassLoader())
                                .spliterator(),
                        false)
                .filter(contract -> taken.containsKey(contract.part().id()))
                .toList();
        return contracts.isEmpty()
                ? Stream.of(failing(
                        "contracts of parts",
                        "no part that platform " + platform.name() + " takes has a contract on the class path"
                                + only(taken)))
                : tests(platform, taken, contracts);
    }

    /**
     * Runs contracts.
     *
     * @param platform the platform
     * @param contracts the contracts of parts that it takes
     * @return the tests; one that fails for a part that it does not take
     * @throws dev.idp.plan.PlatformException if the platform cannot be planned
     */
    public static Stream<DynamicTest> of(Platform platform, PartContract... contracts) {
        return contracts.length == 0
                ? Stream.of(failing("contracts of parts", "no contract was named"))
                : tests(platform, TakenPart.of(platform), Arrays.asList(contracts));
    }

    private static Stream<DynamicTest> tests(
            Platform platform, Map<String, TakenPart> taken, List<PartContract> contracts) {
        Plan plan = platform.plan();
        return contracts.stream().flatMap(contract -> {
            Part part = contract.part();
            TakenPart found = taken.get(part.id());
            return found == null
                    ? Stream.of(failing(
                            nick(part),
                            "platform " + platform.name() + " does not take part " + part.id() + only(taken)))
                    : tests(contract, found, plan).stream();
        });
    }

    private static List<DynamicTest> tests(PartContract contract, TakenPart part, Plan plan) {
        Demands demands = new Demands();
        contract.demand(demands);
        List<DynamicTest> tests = new ArrayList<>();
        for (Demand demand : demands.all()) {
            Expectation expectation = new Expectation(part, demand);
            String name = nick(part.part()) + ": " + demand.what() + ", in ";
            List<EnvironmentPlan> exercising = plan.environments().stream()
                    .filter(expectation::isExercisedBy)
                    .toList();
            exercising.forEach(environment ->
                    tests.add(DynamicTest.dynamicTest(name + environment, () -> expectation.check(environment))));
            if (exercising.isEmpty()) {
                tests.add(failing(name + "no environment", expectation.notExercised(plan)));
            }
        }
        return tests.isEmpty()
                ? List.of(failing(nick(part.part()), "the contract of " + part + " expects nothing"))
                : tests;
    }

    private static DynamicTest failing(String name, String message) {
        return DynamicTest.dynamicTest(name, () -> {
            throw new AssertionError(message);
        });
    }

    private static String only(Map<String, TakenPart> taken) {
        return taken.isEmpty()
                ? ": it takes no part"
                : taken.values().stream().map(TakenPart::toString).collect(Collectors.joining(", ", ": it takes ", ""));
    }

    /** The name of the artifact, where the id has that of the group as well. */
    private static String nick(Part part) {
        return part.id().substring(part.id().lastIndexOf(':') + 1);
    }
}
