package dev.idp.spi;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/**
 * Finds the parts on the class path or module path.
 *
 * <p>Nothing in this library calls it: a platform is made of what its program names, unless the program says that it wants
 * whatever is there: {@code platform.parts(Parts.discover().toArray(Part[]::new))}.
 */
public final class Parts {

    private Parts() {}

    /**
     * Finds every part that is registered for {@link ServiceLoader} and that the calling thread can see.
     *
     * @return sorted by their ids
     * @throws IllegalStateException if one of them cannot be loaded
     */
    public static List<Part> discover() {
        return discover(Thread.currentThread().getContextClassLoader());
    }

    /**
     * Finds every part that is registered for {@link ServiceLoader}.
     *
     * @param loader sees the parts
     * @return sorted by their ids
     * @throws IllegalStateException if one of them cannot be loaded
     */
    public static List<Part> discover(ClassLoader loader) {
        List<Part> parts = new ArrayList<>();
        try {
            ServiceLoader.load(Part.class, loader).forEach(parts::add);
        } catch (ServiceConfigurationError broken) {
            throw new IllegalStateException(
                    "a part on the class path cannot be loaded: " + broken.getMessage()
                            + "; fix: remove its artifact, or name the parts instead of discovering them",
                    broken);
        }
        parts.sort(Comparator.comparing(Part::id).thenComparing(Part::version));
        return List.copyOf(parts);
    }
}
