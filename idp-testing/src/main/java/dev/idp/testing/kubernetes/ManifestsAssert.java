package dev.idp.testing.kubernetes;

import dev.idp.internal.text.Closest;
import dev.idp.kubernetes.check.ManifestObject;
import dev.idp.kubernetes.check.ObjectSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;

/** Assertions on the objects of an environment. */
@SuppressWarnings("exports") // Whoever has manifests requires their module; whoever tests intent need not.
public final class ManifestsAssert extends AbstractAssert<ManifestsAssert, ObjectSet> {

    private final Lines lines;
    private final String where;

    ManifestsAssert(ObjectSet actual, Lines lines, String where) {
        super(actual, ManifestsAssert.class);
        this.lines = lines;
        this.where = where;
    }

    /**
     * Goes on with an object.
     *
     * <pre>{@code
     * assertThat(manifests).object("Deployment/orders").has("/spec/replicas", 3); // passes if there is such an object
     * assertThat(manifests).object("Deployment/odrers");                          // fails, and says which is meant
     * }</pre>
     *
     * @param reference kind and name; kind, namespace and name where several namespaces have one
     * @return assertions on the object
     */
    public ManifestAssert object(String reference) {
        List<ManifestObject> found = actual.objects().stream()
                .filter(object -> isCalled(object, reference))
                .toList();
        if (found.size() == 1) {
            return new ManifestAssert(found.get(0), lines);
        }
        if (found.isEmpty()) {
            throw failure("%s", "Expected an object " + reference + " in " + where + instead(reference));
        }
        throw failure(
                "%s",
                "Expected one object " + reference + " in " + where + ", but there are " + found.size()
                        + "; say the namespace: "
                        + found.stream()
                                .map(object -> object.kind() + "/" + object.namespace() + "/" + object.name())
                                .collect(Collectors.joining(", ")));
    }

    private static boolean isCalled(ManifestObject object, String reference) {
        return reference.equals(object.reference())
                || reference.equals(object.kind() + "/" + object.namespace() + "/" + object.name());
    }

    private String instead(String reference) {
        List<String> known = actual.objects().stream()
                .map(ManifestObject::reference)
                .distinct()
                .toList();
        String kind = reference.substring(0, Math.max(0, reference.indexOf('/') + 1));
        List<String> ofKind =
                known.stream().filter(other -> other.startsWith(kind)).toList();
        return Closest.to(reference, known)
                .map(near -> ", but there is " + near)
                .orElse(
                        ofKind.isEmpty() || kind.isEmpty()
                                ? ", but there are only: " + String.join(", ", known)
                                : ", but of that kind there are only: " + String.join(", ", ofKind));
    }

    /**
     * Passes if there is no such object.
     *
     * <pre>{@code
     * assertThat(manifests).hasNoObject("Ingress/payments"); // passes if payments is not public
     * assertThat(manifests).hasNoObject("Ingress/frontend"); // fails, and says who made it so
     * }</pre>
     *
     * @param reference kind and name
     * @return this
     */
    public ManifestsAssert hasNoObject(String reference) {
        actual.objects().stream()
                .filter(object -> isCalled(object, reference))
                .findFirst()
                .ifPresent(object -> {
                    throw failure(
                            "%s",
                            "Expected no object " + reference + " in " + where + ", but there is one"
                                    + lines.by(object, "/metadata/name"));
                });
        return this;
    }

    /**
     * Passes if these are the objects of a kind.
     *
     * <pre>{@code
     * assertThat(manifests).hasOnly("Ingress", "frontend"); // passes if nothing else is public
     * assertThat(manifests).hasOnly("Ingress");             // fails, and says what there is, and who made it so
     * }</pre>
     *
     * @param kind the kind
     * @param names the names, in any order
     * @return this
     */
    public ManifestsAssert hasOnly(String kind, String... names) {
        TreeSet<String> expected = new TreeSet<>(Arrays.asList(names));
        List<ManifestObject> found = ofKind(kind);
        if (found.isEmpty()) {
            Closest.to(kind, actual.objects().stream().map(ManifestObject::kind).toList())
                    .ifPresent(near -> {
                        throw failure(
                                "%s",
                                "Expected objects of kind " + kind + " in " + where + ", but there is the kind "
                                        + near);
                    });
        }
        TreeSet<String> there = found.stream().map(ManifestObject::name).collect(Collectors.toCollection(TreeSet::new));
        if (!there.equals(expected)) {
            throw failure(
                    "%s",
                    "Expected objects of kind " + kind + " in " + where + " to be " + expected + ", but they are "
                            + there
                            + found.stream()
                                    .filter(object -> !expected.contains(object.name()))
                                    .map(object -> "\n  " + object.reference() + lines.by(object, "/metadata/name"))
                                    .collect(Collectors.joining()));
        }
        return this;
    }

    /**
     * Passes if every object of a kind is as expected, and there is one at least.
     *
     * <pre>{@code
     * assertThat(manifests).each("Deployment", fields("metadata", fields("namespace", "shop"))); // passes if all are there
     * assertThat(manifests).each("Deployment", fields("spec", fields("paused", true)));          // fails, with each field
     * }</pre>
     *
     * @param kind the kind
     * @param shape what each of them is expected to look like
     * @return this
     */
    public ManifestsAssert each(String kind, Shape shape) {
        List<ManifestObject> found = ofKind(kind);
        if (found.isEmpty()) {
            throw failure(
                    "%s", "Expected objects of kind " + kind + " in " + where + ", but there are none to look at");
        }
        String failures = found.stream()
                .map(object -> ManifestAssert.difference(object, shape, lines))
                .filter(difference -> !difference.isEmpty())
                .collect(Collectors.joining("\n"));
        if (!failures.isEmpty()) {
            throw failure("%s", failures);
        }
        found.forEach(object -> ManifestAssert.keep(object, shape));
        return this;
    }

    /**
     * Passes if an object of a kind is as expected, whatever its name.
     *
     * <pre>{@code
     * assertThat(manifests).hasOne("Service", fields("spec", fields("type", "ClusterIP"))); // passes if any of them is
     * assertThat(manifests).hasOne("Service", fields("spec", fields("type", "NodePort")));  // fails, with the closest
     * }</pre>
     *
     * @param kind the kind
     * @param shape what it is expected to look like
     * @return this
     */
    public ManifestsAssert hasOne(String kind, Shape shape) {
        List<ManifestObject> closest = new ArrayList<>(ofKind(kind));
        closest.sort(Comparator.comparingInt(
                object -> ManifestAssert.mismatches(object, shape).size()));
        if (closest.isEmpty()) {
            throw failure("%s", "Expected an object of kind " + kind + " in " + where + ", but there is none");
        }
        String difference = ManifestAssert.difference(closest.get(0), shape, lines);
        if (!difference.isEmpty()) {
            throw failure(
                    "%s",
                    "Expected an object of kind " + kind + " in " + where + " to match, but none of " + closest.size()
                            + " does. The closest:\n" + difference);
        }
        ManifestAssert.keep(closest.get(0), shape);
        return this;
    }

    private List<ManifestObject> ofKind(String kind) {
        return actual.objects().stream()
                .filter(object -> object.kind().equals(kind))
                .toList();
    }
}
