package dev.idp.testing.kubernetes;

import dev.idp.kubernetes.apply.Cluster;
import dev.idp.kubernetes.apply.Outcome;
import dev.idp.testing.junit.In;
import dev.idp.testing.junit.PlannedPlatform;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/** Starts what {@link OnApiServer} asks for, and stops it when the class is done. */
final class ApiServerExtension implements ExecutionCondition, BeforeAllCallback, AfterAllCallback, ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(ApiServerExtension.class);
    private static final Set<Class<?>> OFFERED = Set.of(KubernetesClient.class, Cluster.class, Outcome.class);

    ApiServerExtension() {}

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (context.getTestMethod().isPresent()) {
            return ConditionEvaluationResult.enabled("the class was asked");
        }
        return ServerBinaries.of(context, said(context).download())
                .missing()
                .map(ConditionEvaluationResult::disabled)
                .orElseGet(() -> ConditionEvaluationResult.enabled("the binaries of an API server are there"));
    }

    /** A class within another one has the server of that, unless it asks for its own. */
    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        if (running(context) != null
                && !AnnotationSupport.isAnnotated(context.getRequiredTestClass(), OnApiServer.class)) {
            return;
        }
        OnApiServer said = said(context);
        RunningServer server = RunningServer.start(ServerBinaries.of(context, said.download()));
        // Before anything else can fail, so that it is stopped then.
        context.getStore(NAMESPACE).put(RunningServer.class, server);
        if (said.current()) {
            server.makeCurrent();
        }
        if (said.definitions().length > 0) {
            server.define(Definitions.read(said.definitions(), context.getRequiredTestClass(), server.client()));
        }
        for (String environment : said.apply()) {
            server.apply(PlannedPlatform.of(context).in(environment));
        }
    }

    @Override
    public void afterAll(ExtensionContext context) throws Exception {
        @Nullable RunningServer own = context.getStore(NAMESPACE).remove(RunningServer.class, RunningServer.class);
        if (own != null) {
            own.stop();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return OFFERED.contains(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        @Nullable RunningServer server = running(context);
        if (server == null) {
            throw new ParameterResolutionException(
                    "the API server starts with the class: nothing of it can be had before");
        }
        Class<?> type = parameter.getParameter().getType();
        if (type == KubernetesClient.class) {
            return server.client();
        }
        return type == Cluster.class
                ? server.cluster()
                : outcome(server.outcomes(), parameter.findAnnotation(In.class).map(In::value));
    }

    private static Outcome outcome(Map<String, Outcome> outcomes, Optional<String> environment) {
        if (environment.isEmpty() && outcomes.size() == 1) {
            return outcomes.values().iterator().next();
        }
        @Nullable Outcome outcome = outcomes.get(environment.orElse(""));
        if (outcome == null) {
            throw new ParameterResolutionException((environment.isEmpty()
                            ? "the outcome of which environment?"
                            : "environment '" + environment.get() + "' was not applied:")
                    + (outcomes.isEmpty()
                            ? " none was applied: say @OnApiServer(apply = \"prod\")"
                            : " applied were " + String.join(", ", outcomes.keySet())));
        }
        return outcome;
    }

    private static @Nullable RunningServer running(ExtensionContext context) {
        return context.getStore(NAMESPACE).get(RunningServer.class, RunningServer.class);
    }

    private static OnApiServer said(ExtensionContext context) {
        for (@Nullable Class<?> around = context.getRequiredTestClass();
                around != null;
                around = around.getEnclosingClass()) {
            Optional<OnApiServer> said = AnnotationSupport.findAnnotation(around, OnApiServer.class);
            if (said.isPresent()) {
                return said.get();
            }
        }
        throw new ExtensionConfigurationException(
                context.getRequiredTestClass().getSimpleName() + " is not annotated with @OnApiServer");
    }
}
