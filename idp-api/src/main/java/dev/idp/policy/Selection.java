package dev.idp.policy;

import dev.idp.explain.Decision;
import dev.idp.plan.EnvironmentPlan;
import java.util.List;
import java.util.function.Function;

/**
 * What of an environment a rule looks at, one after the other.
 *
 * @param <W> what one of them is
 * @param of finds all of them
 * @param name the name under which one is found
 * @param declared who declared one
 */
record Selection<W>(
        Function<EnvironmentPlan, List<W>> of, Function<W, String> name, Function<W, Decision<?>> declared) {}
