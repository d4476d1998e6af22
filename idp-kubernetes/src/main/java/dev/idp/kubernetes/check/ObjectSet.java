package dev.idp.kubernetes.check;

import dev.idp.kubernetes.Kubernetes;
import dev.idp.kubernetes.Manifests;
import dev.idp.kubernetes.internal.tree.JavaTrees;
import dev.idp.plan.Plan;
import dev.idp.policy.Finding;
import dev.idp.policy.Held;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Objects that are checked together: those of one environment, or of several, so that rules see what they take from each
 * other. It never changes.
 */
public final class ObjectSet {

    private final List<ManifestObject> objects;
    private final List<Finding> unreadable;
    private final List<Held> planned;
    private final List<Pod> pods;
    private final PodIndex selectable;
    private final Map<Kind, List<ManifestObject>> byKind = new LinkedHashMap<>();
    private final Map<Key, ManifestObject> byName = new LinkedHashMap<>();

    private record Kind(String group, String kind) {}

    private record Key(String environment, String group, String kind, String namespace, String name) {}

    private ObjectSet(List<ManifestObject> objects, List<Finding> unreadable, List<Held> planned) {
        this.objects = objects;
        this.planned = planned;
        this.unreadable = unreadable;
        this.pods = objects.stream().flatMap(object -> Pod.of(object).stream()).toList();
        this.selectable = new PodIndex(pods);
        for (ManifestObject object : objects) {
            byKind.computeIfAbsent(new Kind(object.group(), object.kind()), kind -> new ArrayList<>())
                    .add(object);
            byName.putIfAbsent(
                    new Key(object.environment(), object.group(), object.kind(), object.namespace(), object.name()),
                    object);
        }
    }

    /**
     * Takes what this library rendered. Findings lead to the lines of the program.
     *
     * @param manifests the manifests of one environment or of several
     * @return the objects
     */
    public static ObjectSet of(Manifests... manifests) {
        List<ManifestObject> objects = new ArrayList<>();
        List<Held> planned = new ArrayList<>();
        for (Manifests rendered : manifests) {
            planned.addAll(Held.in(rendered.environment()));
            Places places = new PlannedPlaces(rendered.explainer());
            String environment = rendered.environment().name();
            rendered.all()
                    .forEach(manifest -> objects.add(new ManifestObject(
                            environment, manifest.belongsTo(), JavaTrees.of(manifest.object()), places)));
        }
        return new ObjectSet(List.copyOf(objects), List.of(), List.copyOf(planned));
    }

    /**
     * Renders all environments of a plan, and takes what comes out.
     *
     * @param plan the plan
     * @return the objects of all environments
     * @throws dev.idp.plan.PlatformException if Kubernetes cannot express what one of them says
     */
    public static ObjectSet of(Plan plan) {
        return of(plan.environments().stream().map(Kubernetes.backend()::render).toArray(Manifests[]::new));
    }

    /**
     * Takes typed objects that somebody else made. Findings lead to the objects, and to no line.
     *
     * @param environment the name of the environment that they are meant for
     * @param objects Fabric8's types, or whatever else Jackson writes as an object of Kubernetes
     * @return the objects
     */
    public static ObjectSet of(String environment, Collection<?> objects) {
        Objects.requireNonNull(environment, "the environment of objects is null");
        return new ObjectSet(
                objects.stream()
                        .map(object ->
                                new ManifestObject(environment, Optional.empty(), JavaTrees.of(object), Places.NOWHERE))
                        .toList(),
                List.of(),
                List.of());
    }

    /**
     * Reads files, and the files of directories and of those in them, whose names end in {@code .yaml}, {@code .yml} or {@code
     * .json}. What cannot be read is a {@linkplain #unreadable finding}, and the rest is read nevertheless.
     *
     * @param environment the name of the environment that they are meant for
     * @param paths files and directories
     * @return the objects, by the names of their files
     */
    public static ObjectSet read(String environment, Path... paths) {
        ManifestReader reader = new ManifestReader(environment);
        for (Path path : paths) {
            reader.read(path);
        }
        return new ObjectSet(List.copyOf(reader.objects()), List.copyOf(reader.unreadable()), List.of());
    }

    /**
     * Reads a text, such as what another tool printed.
     *
     * @param environment the name of the environment that it is meant for
     * @param name how findings call the text
     * @param yaml any number of documents
     * @return the objects
     */
    public static ObjectSet parse(String environment, String name, String yaml) {
        ManifestReader reader = new ManifestReader(environment);
        reader.parse(name, yaml);
        return new ObjectSet(List.copyOf(reader.objects()), List.copyOf(reader.unreadable()), List.of());
    }

    /**
     * Returns these objects and others.
     *
     * @param other the others
     * @return all of them
     */
    public ObjectSet and(ObjectSet other) {
        return new ObjectSet(
                Stream.concat(objects.stream(), other.objects.stream()).toList(),
                Stream.concat(unreadable.stream(), other.unreadable.stream()).toList(),
                Stream.concat(planned.stream(), other.planned.stream()).toList());
    }

    /**
     * Returns all objects.
     *
     * @return in the order in which they were rendered or read
     */
    public List<ManifestObject> objects() {
        return objects;
    }

    /**
     * Returns what could not be read.
     *
     * @return a finding for each file, or for each document of a file
     */
    public List<Finding> unreadable() {
        return unreadable;
    }

    /**
     * Returns the pods of all objects that make some.
     *
     * @return in the order of the objects
     */
    public List<Pod> pods() {
        return pods;
    }

    /**
     * Returns the pods that an object selects.
     *
     * @param from the object, in whose environment and namespace to look
     * @param selector what it selects
     * @return in the order of the objects
     */
    public List<Pod> selectedBy(ManifestObject from, Selector selector) {
        return selectedIn(from.environment(), from.namespace(), selector);
    }

    /**
     * Returns the pods that are selected in a namespace.
     *
     * @param environment the name of the environment
     * @param namespace the namespace
     * @param selector what is selected
     * @return in the order of the objects
     */
    public List<Pod> selectedIn(String environment, String namespace, Selector selector) {
        return selectable.select(environment, namespace, selector);
    }

    /**
     * Returns the objects of a kind.
     *
     * @param group the group of the API, whatever the version; empty for the oldest one
     * @param kind the kind
     * @return in the order in which they were rendered or read
     */
    public List<ManifestObject> ofKind(String group, String kind) {
        return byKind.getOrDefault(new Kind(group, kind), List.of());
    }

    /**
     * Finds an object that another one refers to.
     *
     * @param from the other object, in whose environment and namespace to look
     * @param group the group of its API; empty for the oldest one
     * @param kind its kind
     * @param name its name
     * @return the object; empty if it is not among these
     */
    public Optional<ManifestObject> find(ManifestObject from, String group, String kind, String name) {
        return find(from.environment(), from.namespace(), group, kind, name);
    }

    /**
     * Finds an object.
     *
     * @param environment the name of its environment
     * @param namespace its namespace; empty for what belongs to the cluster, or says none
     * @param group the group of its API; empty for the oldest one
     * @param kind its kind
     * @param name its name
     * @return the object; empty if it is not among these
     */
    public Optional<ManifestObject> find(String environment, String namespace, String group, String kind, String name) {
        return Optional.ofNullable(byName.get(new Key(environment, group, kind, namespace, name)));
    }

    /** Returns the waivers of what was planned, and those that objects hold by annotations. */
    List<Held> waivers() {
        return Stream.concat(planned.stream(), WaiverAnnotation.of(objects).stream())
                .toList();
    }

    /** Returns the waivers that objects hold by annotations. */
    List<Held> annotated() {
        return WaiverAnnotation.of(objects);
    }

    /** Returns how many objects there are. */
    @Override
    public String toString() {
        return objects.size() + (objects.size() == 1 ? " object" : " objects");
    }
}
