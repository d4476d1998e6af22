package dev.idp.testing;

import dev.idp.Platform;
import dev.idp.plan.Plan;
import dev.idp.plan.PlatformException;
import dev.idp.plan.Problem;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Assertions on a platform: whether it can be planned, and what is wrong with it if not. */
public final class PlatformAssert extends IntentAssert<PlatformAssert, Platform> {

    PlatformAssert(Platform actual, Complaints complaints) {
        super(actual, true, complaints, PlatformAssert.class);
    }

    /**
     * Plans the platform, and goes on with its plan.
     *
     * <pre>{@code
     * assertThat(Shop.platform()).plans().in("prod").service("orders").calls("payments"); // passes if nothing is wrong
     * assertThat(Shop.platform()).plans();                                                // fails with the whole report
     * }</pre>
     *
     * @return assertions on the plan
     */
    public PlanAssert plans() {
        isNotNull();
        Plan plan = null;
        try {
            plan = actual.plan();
        } catch (PlatformException refused) {
            complain("Expected a plan, but there is something wrong:\n" + refused.getMessage());
        }
        return new PlanAssert(plan, plan != null, complaints());
    }

    /**
     * Passes if planning refuses the platform, among others because of this.
     *
     * <pre>{@code
     * assertThat(platform).isRefusedBecause("orders", "memory limit"); // passes if that is wrong with orders
     * assertThat(platform).isRefusedBecause("orders", "no image");     // fails, and says what is wrong instead
     * }</pre>
     *
     * @param subject what something is wrong with, such as the name of a service
     * @param message a part of what is wrong
     * @return this
     */
    public PlatformAssert isRefusedBecause(String subject, String message) {
        return fact(platform -> {
            String expected = "Expected planning to refuse " + subject + " because of '" + message + "', but ";
            List<Problem> problems;
            try {
                platform.plan();
                return Optional.of(expected + "it found nothing wrong");
            } catch (PlatformException refused) {
                problems = refused.problems();
            }
            return problems.stream()
                            .anyMatch(problem -> problem.subject().equals(subject)
                                    && problem.message().contains(message))
                    ? Optional.empty()
                    : Optional.of(expected + "only because of:"
                            + problems.stream()
                                    .map(problem -> "\n  " + problem.subject() + ": " + problem.message())
                                    .distinct()
                                    .collect(Collectors.joining()));
        });
    }
}
