package dev.idp.testing.junit;

import dev.idp.Team;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.ServicePlan;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.platform.commons.support.AnnotationSupport;

/** Runs what is annotated with {@link EachService}. */
final class ServiceTemplate implements TestTemplateInvocationContextProvider {

    ServiceTemplate() {}

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return AnnotationSupport.isAnnotated(context.getTestMethod(), EachService.class);
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        EachService said = AnnotationSupport.findAnnotation(context.getTestMethod(), EachService.class)
                .orElseThrow();
        PlannedPlatform platform = PlannedPlatform.of(context);
        check("service", said.except(), platform, service -> Optional.of(service.name()));
        check("team", said.ownedBy(), platform, ServiceTemplate::owner);
        Environments wanted = Environments.of(platform, said.environments(), said.tier());
        List<TestTemplateInvocationContext> subjects = wanted.selected()
                .flatMap(environment -> environment.services().stream()
                        .filter(service -> isWanted(said, service))
                        .<TestTemplateInvocationContext>map(service -> new Subject(environment, Optional.of(service))))
                .toList();
        if (subjects.isEmpty()) {
            throw new AssertionError("@EachService selects nothing: platform "
                    + platform.plan().platform() + " has no " + (said.onlyPublic() ? "public " : "") + "service"
                    + wanted.where()
                    + (said.ownedBy().length == 0 ? "" : " owned by " + String.join(" or ", said.ownedBy()))
                    + (said.except().length == 0 ? "" : " except " + String.join(", ", said.except())));
        }
        return subjects.stream();
    }

    private static boolean isWanted(EachService said, ServicePlan service) {
        return (!said.onlyPublic() || !service.routes().isEmpty())
                && !Arrays.asList(said.except()).contains(service.name())
                && (said.ownedBy().length == 0
                        || owner(service)
                                .filter(Arrays.asList(said.ownedBy())::contains)
                                .isPresent());
    }

    private static Optional<String> owner(ServicePlan service) {
        return service.owner().map(Team::name);
    }

    private static void check(
            String kind, String[] names, PlannedPlatform platform, Function<ServicePlan, Optional<String>> name) {
        TreeSet<String> known = new TreeSet<>();
        for (EnvironmentPlan environment : platform.plan().environments()) {
            environment.services().forEach(service -> name.apply(service).ifPresent(known::add));
        }
        for (String each : names) {
            if (!known.contains(each)) {
                throw Misuse.unknown(kind, each, platform.plan().platform(), known);
            }
        }
    }
}
