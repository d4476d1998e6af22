package dev.idp.testing.junit;

import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.ServicePlan;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;

/**
 * What one run of a template is about.
 *
 * @param environment the environment
 * @param service the service in it, if it is about one
 */
record Subject(EnvironmentPlan environment, Optional<ServicePlan> service) implements TestTemplateInvocationContext {

    private static final Namespace NAMESPACE = Namespace.create(Subject.class);

    static Optional<Subject> of(ExtensionContext context) {
        return Optional.ofNullable(context.getStore(NAMESPACE).get(Subject.class, Subject.class));
    }

    @Override
    public String getDisplayName(int invocation) {
        return service.map(it -> it.name() + " in " + environment.name()).orElse(environment.name());
    }

    @Override
    public List<Extension> getAdditionalExtensions() {
        BeforeEachCallback remember = context -> context.getStore(NAMESPACE).put(Subject.class, this);
        return List.of(remember);
    }
}
