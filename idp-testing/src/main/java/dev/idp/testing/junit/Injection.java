package dev.idp.testing.junit;

import dev.idp.Platform;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.Graph;
import dev.idp.plan.Plan;
import dev.idp.plan.ServicePlan;
import dev.idp.testing.EnvironmentAssert;
import dev.idp.testing.PlanAssert;
import dev.idp.testing.PlatformAssertions;
import dev.idp.testing.ServiceAssert;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;

/** What a test can ask for, by the names of types: not all of them are on every class path. */
final class Injection {

    private static final Map<String, Function<PlannedPlatform, Object>> OF_ALL = Map.of(
            Platform.class.getName(),
            PlannedPlatform::platform,
            Plan.class.getName(),
            PlannedPlatform::plan,
            PlanAssert.class.getName(),
            platform -> PlatformAssertions.assertThat(platform.plan()));

    private static final Map<String, BiFunction<PlannedPlatform, EnvironmentPlan, Object>> OF_AN_ENVIRONMENT = Map.of(
            EnvironmentPlan.class.getName(),
            (platform, environment) -> environment,
            EnvironmentAssert.class.getName(),
            (platform, environment) -> PlatformAssertions.assertThat(environment),
            Graph.class.getName(),
            (platform, environment) -> environment.graph(),
            RenderedManifests.TYPE,
            (platform, environment) -> platform.rendered(environment, it -> RenderedManifests.of(it)));

    private static final Set<String> OF_A_SERVICE = Set.of(ServicePlan.class.getName(), ServiceAssert.class.getName());

    /** What belongs to a cluster is given by whoever has one. */
    private static final String OF_A_CLUSTER = "dev.idp.kubernetes.apply.";

    private Injection() {}

    static boolean offers(ParameterContext parameter) {
        String type = type(parameter);
        return OF_ALL.containsKey(type)
                || OF_AN_ENVIRONMENT.containsKey(type)
                || OF_A_SERVICE.contains(type)
                || (parameter.isAnnotated(In.class) && !type.startsWith(OF_A_CLUSTER));
    }

    static Object of(ParameterContext parameter, ExtensionContext context) {
        String type = type(parameter);
        PlannedPlatform platform = PlannedPlatform.of(context);
        Optional<String> named = parameter.findAnnotation(In.class).map(In::value);
        BiFunction<PlannedPlatform, EnvironmentPlan, Object> ofAnEnvironment = OF_AN_ENVIRONMENT.get(type);
        if (ofAnEnvironment != null) {
            return ofAnEnvironment.apply(
                    platform,
                    named.map(platform::in).orElseGet(() -> environment(simple(parameter), platform, context)));
        }
        if (named.isPresent()) {
            throw new ExtensionConfigurationException("@In(\"" + named.get() + "\") stands before a "
                    + simple(parameter) + ", of which no environment has its own: it goes before "
                    + simpleNames(OF_AN_ENVIRONMENT.keySet()));
        }
        Function<PlannedPlatform, Object> ofAll = OF_ALL.get(type);
        return ofAll == null ? ofTheService(type, simple(parameter), context) : ofAll.apply(platform);
    }

    private static Object ofTheService(String type, String simple, ExtensionContext context) {
        Subject subject = Subject.of(context)
                .filter(about -> about.service().isPresent())
                .orElseThrow(() -> new ExtensionConfigurationException("which service? A " + simple
                        + " is given to a test that is annotated with @EachService; others ask for an EnvironmentPlan, and"
                        + " that for the service"));
        ServicePlan service = subject.service().orElseThrow();
        return type.equals(ServicePlan.class.getName())
                ? service
                : PlatformAssertions.assertThat(subject.environment(), service);
    }

    private static EnvironmentPlan environment(String simple, PlannedPlatform platform, ExtensionContext context) {
        Optional<Subject> subject = Subject.of(context);
        if (subject.isPresent()) {
            return subject.get().environment();
        }
        if (platform.names().size() == 1) {
            return platform.plan().environments().get(0);
        }
        throw new ExtensionConfigurationException("which environment? Say one of " + String.join(", ", platform.names())
                + ", as @In(\"" + platform.names().get(0) + "\") " + simple
                + ", or run the test in each with @EachEnvironment");
    }

    private static String type(ParameterContext parameter) {
        return parameter.getParameter().getType().getName();
    }

    private static String simple(ParameterContext parameter) {
        return parameter.getParameter().getType().getSimpleName();
    }

    private static String simpleNames(Set<String> types) {
        TreeSet<String> simple = new TreeSet<>();
        types.forEach(type -> simple.add(type.substring(type.lastIndexOf('.') + 1)));
        return String.join(", ", simple);
    }
}
