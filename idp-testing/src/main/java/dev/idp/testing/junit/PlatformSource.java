package dev.idp.testing.junit;

import dev.idp.Platform;
import dev.idp.internal.text.Closest;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * Where a test says that its platform is.
 *
 * @param type the class
 * @param method the static method of it; empty if the class is a supplier
 */
record PlatformSource(Class<?> type, Optional<Method> method) {

    static PlatformSource of(Class<?> test) {
        for (@Nullable Class<?> around = test; around != null; around = around.getEnclosingClass()) {
            Optional<PlatformTest> said = AnnotationSupport.findAnnotation(around, PlatformTest.class);
            if (said.isPresent()) {
                Class<?> type = said.get().value();
                return in(type == void.class ? around : type, said.get().method());
            }
        }
        throw new ExtensionConfigurationException(
                "nobody says which platform " + test.getSimpleName() + " tests: annotate it with @PlatformTest");
    }

    private static PlatformSource in(Class<?> type, String name) {
        List<Method> methods =
                ReflectionSupport.findMethods(type, PlatformSource::isOne, HierarchyTraversalMode.TOP_DOWN);
        if (!name.isEmpty()) {
            return new PlatformSource(type, Optional.of(named(name, methods, type)));
        }
        if (methods.isEmpty() && Supplier.class.isAssignableFrom(type)) {
            return new PlatformSource(type, Optional.empty());
        }
        if (methods.isEmpty()) {
            throw new ExtensionConfigurationException(type.getSimpleName()
                    + " has no static method without parameters that returns a Platform: add one, or name the class that"
                    + " has it, @PlatformTest(Shop.class)");
        }
        if (methods.size() > 1) {
            throw new ExtensionConfigurationException(
                    type.getSimpleName() + " has " + methods.size() + " platforms: say which of " + names(methods)
                            + ", as @PlatformTest(value = " + type.getSimpleName() + ".class, method = \""
                            + methods.get(0).getName() + "\")");
        }
        return new PlatformSource(type, Optional.of(methods.get(0)));
    }

    private static boolean isOne(Method method) {
        return Modifier.isStatic(method.getModifiers())
                && !method.isSynthetic()
                && method.getParameterCount() == 0
                && Platform.class.isAssignableFrom(method.getReturnType());
    }

    private static Method named(String name, List<Method> methods, Class<?> type) {
        return methods.stream()
                .filter(method -> method.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new ExtensionConfigurationException(type.getSimpleName()
                        + " has no static method '" + name + "' without parameters that returns a Platform"
                        + Closest.to(name, methods.stream().map(Method::getName).toList())
                                .map(near -> ": did you mean '" + near + "'?")
                                .orElse(methods.isEmpty() ? "" : ", only " + names(methods))));
    }

    private static String names(List<Method> methods) {
        return methods.stream().map(Method::getName).sorted().collect(Collectors.joining(", "));
    }

    Platform platform() {
        @Nullable
        Object made = method.isPresent()
                ? ReflectionSupport.invokeMethod(method.get(), null)
                : ((Supplier<?>) ReflectionSupport.newInstance(type)).get();
        if (made instanceof Platform platform) {
            return platform;
        }
        throw new ExtensionConfigurationException(type.getSimpleName()
                + method.map(it -> "." + it.getName()).orElse("")
                + (made == null
                        ? " returns null"
                        : " supplies a " + made.getClass().getSimpleName())
                + " and no Platform");
    }
}
