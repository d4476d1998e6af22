package dev.idp.testing.junit;

import dev.idp.plan.PlatformException;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.LifecycleMethodExecutionExceptionHandler;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/** Plans the platform of a {@link PlatformTest}, and gives tests what they ask for. */
final class PlatformExtension
        implements BeforeAllCallback,
                ParameterResolver,
                TestExecutionExceptionHandler,
                LifecycleMethodExecutionExceptionHandler {

    PlatformExtension() {}

    /** A platform that is wrong is so once for the class, and not once for each test. */
    @Override
    public void beforeAll(ExtensionContext context) {
        PlannedPlatform.of(context).plan();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return Injection.offers(parameter);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return Injection.of(parameter, context);
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable thrown) throws Throwable {
        throw unwrapped(thrown);
    }

    @Override
    public void handleBeforeAllMethodExecutionException(ExtensionContext context, Throwable thrown) throws Throwable {
        throw unwrapped(thrown);
    }

    @Override
    public void handleBeforeEachMethodExecutionException(ExtensionContext context, Throwable thrown) throws Throwable {
        throw unwrapped(thrown);
    }

    @Override
    public void handleAfterEachMethodExecutionException(ExtensionContext context, Throwable thrown) throws Throwable {
        throw unwrapped(thrown);
    }

    @Override
    public void handleAfterAllMethodExecutionException(ExtensionContext context, Throwable thrown) throws Throwable {
        throw unwrapped(thrown);
    }

    /** What could not be rendered, and what was asked for wrongly, is said in our words, and not behind those of JUnit. */
    private static Throwable unwrapped(Throwable thrown) {
        return thrown instanceof ParameterResolutionException
                        && (thrown.getCause() instanceof PlatformException
                                || thrown.getCause() instanceof ExtensionConfigurationException)
                ? thrown.getCause()
                : thrown;
    }
}
