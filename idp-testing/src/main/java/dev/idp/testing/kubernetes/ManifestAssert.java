package dev.idp.testing.kubernetes;

import dev.idp.kubernetes.check.ManifestObject;
import dev.idp.testing.kubernetes.Shape.Mismatch;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/** Assertions on one object. */
@SuppressWarnings("exports") // Whoever has manifests requires their module; whoever tests intent need not.
public final class ManifestAssert extends AbstractAssert<ManifestAssert, ManifestObject> {

    private final Lines lines;

    ManifestAssert(ManifestObject actual, Lines lines) {
        super(actual, ManifestAssert.class);
        this.lines = lines;
    }

    /**
     * Passes if a field is as expected.
     *
     * <pre>{@code
     * assertThat(manifests).object("Deployment/orders").has("/spec/replicas", 3); // passes if there are to be three copies
     * assertThat(manifests).object("Deployment/orders").has("/spec/replicas", 9); // fails, and says who decided
     * }</pre>
     *
     * @param pointer the field, as a JSON pointer (RFC 6901)
     * @param shape the value, or what it is expected to look like
     * @return this
     * @throws IllegalArgumentException if the pointer does not start with a slash
     */
    public ManifestAssert has(String pointer, Object shape) {
        Object at = at(pointer);
        return check(Shapes.of(shape).compare(at, pointer), Shapes.of(shape), at);
    }

    /**
     * Passes if a field is not there.
     *
     * <pre>{@code
     * assertThat(manifests).object("Deployment/orders").hasNo("/spec/replicas"); // passes if an autoscaler decides
     * assertThat(manifests).object("Deployment/orders").hasNo("/spec/template"); // fails, and says what is there
     * }</pre>
     *
     * @param pointer the field, as a JSON pointer (RFC 6901)
     * @return this
     * @throws IllegalArgumentException if the pointer does not start with a slash
     */
    public ManifestAssert hasNo(String pointer) {
        return has(pointer, Shape.absent());
    }

    /**
     * Passes if the object is as expected.
     *
     * <pre>{@code
     * assertThat(manifests).object("Deployment/orders").matches(fields("spec", fields("replicas", 3)));     // passes if so
     * assertThat(manifests).object("Deployment/orders").matches(fields("spec", fields("paused", any()))); // fails
     * }</pre>
     *
     * @param shape what it is expected to look like
     * @return this
     */
    public ManifestAssert matches(Shape shape) {
        return check(mismatches(actual, shape), Shapes.of(shape), root(actual));
    }

    private ManifestAssert check(List<Mismatch> mismatches, Shapes.Known shape, @Nullable Object at) {
        if (!mismatches.isEmpty()) {
            throw failure("%s", difference(actual, mismatches, lines));
        }
        if (at != null) {
            shape.keep(at);
        }
        return this;
    }

    static void keep(ManifestObject object, Shape shape) {
        Object root = root(object);
        if (root != null) {
            Shapes.of(shape).keep(root);
        }
    }

    static List<Mismatch> mismatches(ManifestObject object, Shape shape) {
        return shape.compare(root(object), "");
    }

    static String difference(ManifestObject object, Shape shape, Lines lines) {
        List<Mismatch> mismatches = mismatches(object, shape);
        return mismatches.isEmpty() ? "" : difference(object, mismatches, lines);
    }

    private static String difference(ManifestObject object, List<Mismatch> mismatches, Lines lines) {
        return "Expected " + object.reference()
                + (object.environment().isEmpty() ? "" : " in " + object.environment())
                + " to match, but"
                + mismatches.stream()
                        .map(mismatch -> "\n  " + (mismatch.pointer().isEmpty() ? "" : mismatch.pointer() + ": ")
                                + (isSecret(object, mismatch.pointer())
                                        ? "not as expected; what is in a Secret is not shown"
                                        : mismatch.message())
                                + (mismatch.message().endsWith(":") ? "" : lines.by(object, mismatch)))
                        .collect(Collectors.joining());
    }

    /** Also where it is all of an object, or of its annotations. */
    private static boolean isSecret(ManifestObject object, String pointer) {
        return object.kind().equals("Secret")
                && (pointer.isEmpty() || pointer.matches("/(data|stringData|metadata/annotations)(/.*)?|/metadata"));
    }

    private static @Nullable Object root(ManifestObject object) {
        return object.root().value().orElse(null);
    }

    private @Nullable Object at(String pointer) {
        if (!pointer.isEmpty() && !pointer.startsWith("/")) {
            throw new IllegalArgumentException("'" + pointer + "' is not a JSON pointer: write it like /spec/replicas");
        }
        Object at = root(actual);
        String[] names = pointer.split("/", -1);
        for (int i = 1; i < names.length && at != null; i++) {
            String name = names[i].replace("~1", "/").replace("~0", "~");
            at = at instanceof Map<?, ?> map
                    ? map.get(name)
                    : at instanceof List<?> list && name.matches("\\d{1,9}") && Integer.parseInt(name) < list.size()
                            ? list.get(Integer.parseInt(name))
                            : null;
        }
        return at;
    }
}
