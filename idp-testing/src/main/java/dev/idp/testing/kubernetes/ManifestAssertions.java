package dev.idp.testing.kubernetes;

import dev.idp.kubernetes.Manifests;
import dev.idp.kubernetes.check.ObjectSet;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;

/**
 * The entry to assertions on manifests.
 *
 * <pre>{@code
 * import static dev.idp.testing.kubernetes.ManifestAssertions.assertThat;
 *
 * assertThat(manifests).object("Deployment/orders").has("/spec/replicas", 3);
 * }</pre>
 */
@SuppressWarnings("exports") // Whoever has manifests requires their module; whoever tests intent need not.
public final class ManifestAssertions {

    private ManifestAssertions() {}

    /**
     * Starts assertions on what was rendered for an environment. Failures cite the lines of the program.
     *
     * @param manifests the manifests
     * @return the assertions
     */
    public static ManifestsAssert assertThat(Manifests manifests) {
        return new ManifestsAssert(
                ObjectSet.of(manifests),
                new Lines(manifests),
                manifests.environment().name());
    }

    /**
     * Starts assertions on objects of anybody, such as those that were read from files.
     *
     * @param objects the objects
     * @return the assertions
     */
    public static ManifestsAssert assertThat(ObjectSet objects) {
        return new ManifestsAssert(objects, Lines.NONE, "these objects");
    }

    /**
     * Starts assertions on one object of anybody.
     *
     * @param object the object
     * @return the assertions
     */
    public static ManifestAssert assertThat(HasMetadata object) {
        return new ManifestAssert(ObjectSet.of("", List.of(object)).objects().get(0), Lines.NONE);
    }
}
