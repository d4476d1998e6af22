package dev.idp.testing.junit;

import dev.idp.Platform;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.Plan;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** The platform of a {@link PlatformTest}, planned once: what extensions of others can build on. Any thread may ask it. */
public final class PlannedPlatform {

    private static final Namespace NAMESPACE = Namespace.create(PlannedPlatform.class);

    private final PlatformSource source;
    private final Map<String, Object> rendered = new ConcurrentHashMap<>();
    private @Nullable Platform platform;
    private @Nullable Plan plan;
    private @Nullable RuntimeException failure;

    private PlannedPlatform(PlatformSource source) {
        this.source = source;
    }

    /**
     * Returns the platform of a test.
     *
     * @param context where the test is, or its class
     * @return the platform, the same for all classes of a run that say the same
     * @throws org.junit.jupiter.api.extension.ExtensionConfigurationException if no class around the test is a
     *     {@link PlatformTest}, or it does not say where its platform is
     */
    public static PlannedPlatform of(ExtensionContext context) {
        PlatformSource source = PlatformSource.of(context.getRequiredTestClass());
        ExtensionContext.Store store = context.getRoot().getStore(NAMESPACE);
        // The method that does both at once has another name in each version of JUnit.
        synchronized (PlannedPlatform.class) {
            @Nullable PlannedPlatform known = store.get(source, PlannedPlatform.class);
            if (known != null) {
                return known;
            }
            PlannedPlatform first = new PlannedPlatform(source);
            store.put(source, first);
            return first;
        }
    }

    /**
     * Returns the platform as it was declared.
     *
     * @return the same each time
     */
    public synchronized Platform platform() {
        if (platform == null) {
            platform = source.platform();
        }
        return platform;
    }

    /**
     * Returns its plan.
     *
     * @return the same each time
     * @throws dev.idp.plan.PlatformException if anything is wrong with the platform, the same each time
     */
    public synchronized Plan plan() {
        if (failure != null) {
            throw failure;
        }
        if (plan == null) {
            try {
                plan = platform().plan();
            } catch (RuntimeException wrong) {
                failure = wrong;
                throw wrong;
            }
        }
        return plan;
    }

    /**
     * Returns the plan of an environment.
     *
     * @param name the environment's name
     * @return its plan
     * @throws org.junit.jupiter.api.extension.ExtensionConfigurationException if there is none; the message says which one was
     *     probably meant
     */
    public EnvironmentPlan in(String name) {
        return plan().environments().stream()
                .filter(environment -> environment.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Misuse.unknown("environment", name, plan().platform(), names()));
    }

    List<String> names() {
        return plan().environments().stream().map(EnvironmentPlan::name).toList();
    }

    Object rendered(EnvironmentPlan environment, Function<EnvironmentPlan, Object> backend) {
        return rendered.computeIfAbsent(environment.name(), name -> backend.apply(environment));
    }
}
