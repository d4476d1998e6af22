package dev.idp.testing.snapshot;

import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.DynamicTestInvocationContext;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/** Tells when all tests of a class have run and passed: only then is it known what nobody asked for. */
abstract class TestClassWatch
        implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback, InvocationInterceptor {

    private final Set<Method> passed = ConcurrentHashMap.newKeySet();
    private volatile boolean hasFailures;
    private volatile @Nullable Class<?> watched;

    /** Is called when all tests of the class have passed. */
    abstract void allPassed(Class<?> test);

    @Override
    public final synchronized void beforeAll(ExtensionContext context) {
        if (watched == null) {
            watched = context.getRequiredTestClass();
            passed.clear();
            hasFailures = false;
        }
    }

    @Override
    public final void beforeEach(ExtensionContext context) {
        if (watched == null) {
            throw new ExtensionConfigurationException("the field with the snapshots of "
                    + context.getRequiredTestClass().getSimpleName()
                    + " is not static, so that nobody sees what all its tests ask for; fix: make it static");
        }
    }

    @Override
    public final void afterEach(ExtensionContext context) {
        if (context.getExecutionException().isPresent()) {
            hasFailures = true;
        } else {
            passed.add(context.getRequiredTestMethod());
        }
    }

    @Override
    public final void interceptDynamicTest(
            Invocation<@Nullable Void> invocation, DynamicTestInvocationContext dynamic, ExtensionContext context)
            throws Throwable {
        try {
            invocation.proceed();
        } catch (Throwable failure) {
            hasFailures = true;
            throw failure;
        }
    }

    @Override
    public final void afterAll(ExtensionContext context) {
        Class<?> test = context.getRequiredTestClass();
        if (test.equals(watched)) {
            watched = null;
            if (!hasFailures && passed.containsAll(tests(test))) {
                allPassed(test);
            }
        }
    }

    private static Set<Method> tests(Class<?> test) {
        Set<Method> tests = new HashSet<>(
                AnnotationSupport.findAnnotatedMethods(test, Testable.class, HierarchyTraversalMode.TOP_DOWN));
        ReflectionSupport.findNestedClasses(test, nested -> AnnotationSupport.isAnnotated(nested, Nested.class))
                .forEach(nested -> tests.addAll(tests(nested)));
        return tests;
    }
}
