package dev.idp.tests.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idp.Environment;
import dev.idp.Job;
import dev.idp.Platform;
import dev.idp.Service;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.policy.Finding;
import dev.idp.policy.Policy;
import dev.idp.policy.Severity;
import dev.idp.tests.Lines;
import dev.idp.tests.Shop;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** Applies one rule of the library to a small platform. */
final class Checks {

    private final Lines lines;
    private final String rule;

    private Checks(Lines lines, String rule) {
        this.lines = lines;
        this.rule = rule;
    }

    static Checks of(Class<?> test, String rule) {
        return new Checks(Lines.of(test), rule);
    }

    void finds(EnvironmentPlan plan, String... findings) {
        assertThat(found(plan))
                .extracting(Finding::toString)
                .containsExactly(Arrays.stream(findings).map(lines::cite).toArray(String[]::new));
    }

    void findsNothing(EnvironmentPlan plan) {
        assertThat(found(plan)).isEmpty();
    }

    void finds(EnvironmentPlan plan, Severity... severities) {
        assertThat(found(plan)).extracting(Finding::severity).containsExactly(severities);
    }

    private List<Finding> found(EnvironmentPlan plan) {
        return Policy.standard().only(rule).findings(plan);
    }

    static EnvironmentPlan orders(Environment environment, Consumer<Service.Builder> block) {
        return plan(environment, Shop.service("orders", block));
    }

    static EnvironmentPlan plan(Environment environment, Service... services) {
        return Shop.in(environment, services).plan().in(environment);
    }

    static EnvironmentPlan nightly(Environment environment, Consumer<Job.Builder> block) {
        Job.Builder job = Job.named("nightly").image("registry.example/nightly:1.0");
        block.accept(job);
        return Platform.named("shop")
                .environments(environment)
                .jobs(job.build())
                .build()
                .plan()
                .in(environment);
    }
}
