package dev.idp.internal.planning;

import dev.idp.Environment;
import dev.idp.Platform;
import dev.idp.explain.Decision;
import dev.idp.explain.Layer;
import dev.idp.explain.Origin;
import dev.idp.explain.Source;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.Plan;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Plans a platform, its environments side by side. */
public final class Planner {

    private Planner() {}

    /**
     * Plans a platform.
     *
     * @param platform what was declared
     * @return the plan
     * @throws dev.idp.plan.PlatformException if anything is wrong
     */
    public static Plan plan(Platform platform) {
        Problems problems = new Problems();
        Composition composition = Composition.of(platform, problems);
        PlatformChecks.check(platform, composition, problems);
        Decision<String> identity =
                identity("platform", platform.name(), "platform " + platform.name(), platform.origin());
        Flaws flaws = Flaws.inAll();
        List<EnvironmentPlan> plans = distinct(platform.environments()).parallelStream()
                .map(environment -> new EnvironmentPlanner(
                                platform, composition, identity, environment, flaws.inOne(), problems)
                        .plan())
                .toList();
        problems.throwIfAny(
                platform.name(), plans.stream().map(EnvironmentPlan::name).toList());
        return new Plan(identity, plans);
    }

    static Decision<String> identity(String subject, String name, String speaker, Origin origin) {
        return Decision.of(subject + "/name", name, new Source(Layer.PLATFORM, speaker, origin, ""));
    }

    /** Two environments of one name are reported already; planning both would report everything else twice. */
    private static List<Environment> distinct(List<Environment> environments) {
        Set<String> names = new HashSet<>();
        return environments.stream()
                .filter(environment -> names.add(environment.name()))
                .sorted(Comparator.comparing(Environment::tier).thenComparing(Environment::name))
                .toList();
    }
}
