package dev.idp.testing.junit;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.platform.commons.support.AnnotationSupport;

/** Runs what is annotated with {@link EachEnvironment}. */
final class EnvironmentTemplate implements TestTemplateInvocationContextProvider {

    EnvironmentTemplate() {}

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return AnnotationSupport.isAnnotated(context.getTestMethod(), EachEnvironment.class);
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        EachEnvironment said = AnnotationSupport.findAnnotation(context.getTestMethod(), EachEnvironment.class)
                .orElseThrow();
        PlannedPlatform platform = PlannedPlatform.of(context);
        Environments wanted = Environments.of(platform, said.value(), said.tier());
        List<TestTemplateInvocationContext> subjects = wanted.selected()
                .<TestTemplateInvocationContext>map(environment -> new Subject(environment, Optional.empty()))
                .toList();
        if (subjects.isEmpty()) {
            throw new AssertionError("@EachEnvironment selects nothing: platform "
                    + platform.plan().platform() + " has no environment" + wanted.where() + ", only "
                    + platform.plan().environments().stream()
                            .map(environment ->
                                    environment.name() + " in tier " + Environments.word(environment.tier()))
                            .collect(Collectors.joining(", ")));
        }
        return subjects.stream();
    }
}
