package dev.idp.testing.rule;

import dev.idp.EnvironmentSettings;
import dev.idp.explain.Decision;
import dev.idp.plan.EnvironmentPlan;
import java.util.Optional;

/**
 * The domains of two environments, when they do not count.
 *
 * @param here that of the one, or empty
 * @param there that of the other, or empty
 */
record Domains(Optional<String> here, Optional<String> there) {

    static Domains of(EnvironmentPlan here, EnvironmentPlan there, Allowed allowed) {
        return allowed.hosts()
                ? new Domains(
                        here.decision(EnvironmentSettings.DOMAIN_NAME).value(),
                        there.decision(EnvironmentSettings.DOMAIN_NAME).value())
                : new Domains(Optional.empty(), Optional.empty());
    }

    boolean isSame(Decision<?> mine, Decision<?> other) {
        return mine.value().equals(other.value())
                || (mine.isPresent()
                        && other.isPresent()
                        && here.isPresent()
                        && there.isPresent()
                        && without(here, mine).equals(without(there, other)));
    }

    private static String without(Optional<String> domain, Decision<?> decision) {
        return decision.get().toString().replace(domain.orElseThrow(), "\0");
    }
}
