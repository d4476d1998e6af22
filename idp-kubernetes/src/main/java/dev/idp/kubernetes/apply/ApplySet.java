package dev.idp.kubernetes.apply;

import dev.idp.explain.Source;
import dev.idp.kubernetes.Explainer;
import dev.idp.kubernetes.Manifests;
import dev.idp.kubernetes.internal.apply.ApplySetLabels;
import dev.idp.kubernetes.internal.apply.Because;
import dev.idp.kubernetes.internal.apply.Wanted;
import dev.idp.kubernetes.internal.tree.JavaTrees;
import dev.idp.kubernetes.internal.tree.Tree;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Objects that are applied together, and the name under which a cluster remembers them. What was applied under a name and is
 * no longer among its objects is found again, and may be pruned.
 *
 * <p>The memory is a ConfigMap of the set's name, as {@code kubectl} knows it: an ApplySet of KEP-3659. Each object carries the
 * label {@code applyset.kubernetes.io/part-of}, so that {@code kubectl get} lists what belongs to the set. It never changes.
 */
public final class ApplySet {

    /** RFC 1123, which names of ConfigMaps follow. */
    private static final Pattern NAME = Pattern.compile("(?=.{1,253}$)[a-z0-9]([a-z0-9.-]*[a-z0-9])?");

    private final String name;
    private final String namespace;
    private final List<Wanted> objects;
    private final Because because;
    private final String id;

    private ApplySet(String name, String namespace, List<Wanted> objects, Because because) {
        this.name = name;
        this.namespace = namespace;
        this.objects = objects;
        this.because = because;
        this.id = ApplySetLabels.id(name, namespace);
    }

    /**
     * Takes what was rendered of an environment. What changes is explained by the lines of the program.
     *
     * @param manifests the manifests
     * @return a set that is called after platform and environment, and remembered in the environment's namespace
     */
    public static ApplySet of(Manifests manifests) {
        String name = manifests.environment().platform().get() + "-"
                + manifests.environment().name();
        Because because = new Because() {
            private final Explainer explainer = manifests.explainer();

            @Override
            public synchronized Optional<String> of(ObjectKey key, String pointer) {
                try {
                    return explainer.source(key.toString(), pointer).map(Source::toString);
                } catch (NoSuchElementException notRendered) {
                    return Optional.empty();
                }
            }
        };
        return checked(
                name,
                manifests.environment().namespace(),
                manifests.objects().map(ApplySet::wanted).toList(),
                because);
    }

    /**
     * Takes any objects.
     *
     * @param name under which the cluster remembers them; a DNS subdomain
     * @param namespace where it does, and where those objects are that say no namespace
     * @param objects Fabric8's types
     * @return the set
     * @throws IllegalArgumentException if a name is none, or if objects have no name or are there twice; the message says all
     */
    public static ApplySet of(String name, String namespace, Collection<? extends HasMetadata> objects) {
        return checked(name, namespace, objects.stream().map(ApplySet::wanted).toList(), Because.UNKNOWN);
    }

    private static Wanted wanted(HasMetadata object) {
        return Wanted.of((Tree.Fields) JavaTrees.of(Objects.requireNonNull(object, "an object to apply is null")));
    }

    private static ApplySet checked(String name, String namespace, List<Wanted> objects, Because because) {
        List<String> problems = new ArrayList<>();
        Stream.of(name, namespace)
                .filter(each -> !NAME.matcher(each).matches())
                .forEach(
                        wrong -> problems.add(
                                "'" + wrong
                                        + "' cannot be the name or the namespace of a set: use lower-case letters, digits, dashes, dots"));
        Set<List<String>> met = new HashSet<>();
        for (int i = 0; i < objects.size(); i++) {
            Wanted object = objects.get(i);
            String called = object.kind() + "/" + object.name();
            if (object.kind().isEmpty() || object.apiVersion().isEmpty()) {
                problems.add("object " + (i + 1) + " says no kind or no apiVersion: set both");
            } else if (object.name().isEmpty()) {
                problems.add("object " + (i + 1) + ", a " + object.kind()
                        + ", has no name, so that it would be another one each time: give it one");
            } else if (!met.add(List.of(object.apiVersion(), object.kind(), object.namespace(), object.name()))) {
                problems.add(called + " is there twice: remove one of them");
            }
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(problems.size() + (problems.size() == 1 ? " problem" : " problems")
                    + " in set '" + name + "':\n  " + String.join("\n  ", problems));
        }
        return new ApplySet(name, namespace, objects, because);
    }

    /**
     * Returns the same objects, remembered elsewhere: in a namespace that outlives them, say. What says no namespace is then
     * there as well.
     *
     * @param other an existing namespace
     * @return another set, which knows nothing of what this one applied
     */
    public ApplySet rememberedIn(String other) {
        return checked(name, other, objects, because);
    }

    /**
     * Returns the name.
     *
     * @return the name of the ConfigMap
     */
    public String name() {
        return name;
    }

    /**
     * Returns where it is remembered.
     *
     * @return the namespace of the ConfigMap
     */
    public String namespace() {
        return namespace;
    }

    /**
     * Returns the value of the label on each object.
     *
     * @return as in {@code kubectl get deployments -l applyset.kubernetes.io/part-of=ID}
     */
    public String id() {
        return id;
    }

    /**
     * Returns how many objects there are.
     *
     * @return the number
     */
    public int size() {
        return objects.size();
    }

    List<Wanted> objects() {
        return objects;
    }

    Because because() {
        return because;
    }

    /** Returns name, namespace and size. */
    @Override
    public String toString() {
        return name + " in " + namespace + ", " + objects.size() + (objects.size() == 1 ? " object" : " objects");
    }
}
