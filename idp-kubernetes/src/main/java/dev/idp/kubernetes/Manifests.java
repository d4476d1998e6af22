package dev.idp.kubernetes;

import dev.idp.explain.Explanation;
import dev.idp.kubernetes.internal.yaml.YamlWriter;
import dev.idp.output.OutputDirectory;
import dev.idp.output.WriteReport;
import dev.idp.plan.EnvironmentPlan;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The Kubernetes objects of one environment.
 *
 * <p>Objects are made when they are asked for, workload by workload, so that writing an environment of any size takes the
 * memory of one workload. Asking twice gives equal objects, and none that is shared.
 */
public final class Manifests {

    private final EnvironmentPlan planned;
    private final EnvironmentPlan environment;

    /**
     * Takes what is rendered.
     *
     * @param planned the plan as it was given
     * @param environment the plan with the names of hosts that callers use
     */
    Manifests(EnvironmentPlan planned, EnvironmentPlan environment) {
        this.planned = planned;
        this.environment = environment;
    }

    /**
     * Returns the plan that was rendered.
     *
     * @return the plan
     */
    public EnvironmentPlan environment() {
        return planned;
    }

    /**
     * Returns the objects.
     *
     * @return namespaces and definitions of custom resources, what else belongs to the environment as a whole, then the
     *     services and after them the jobs, each in the order of their names
     */
    public Stream<HasMetadata> objects() {
        return rendered(false).map(RenderedObject::object);
    }

    /**
     * Returns the objects with what is known of them.
     *
     * @return in the order of {@link #objects()}
     */
    public Stream<Manifest> all() {
        return rendered(false).map(rendered -> rendered);
    }

    /** What must be there before anything else can is first, which costs another look at those who add objects. */
    private Stream<RenderedObject> rendered(boolean traced) {
        Rendering rendering = new Rendering(environment, traced);
        List<RenderedObject> whole = rendering.environment();
        Stream<RenderedObject> first = Stream.concat(
                whole.stream(),
                environment.workloads().stream()
                        .filter(Extensions::addAny)
                        .flatMap(workload -> rendering.workload(workload).stream()));
        Stream<RenderedObject> others = Stream.concat(
                whole.stream(),
                environment.workloads().stream().flatMap(workload -> rendering.workload(workload).stream()));
        return Stream.concat(
                first.filter(RenderedObject::comesFirst), others.filter(rendered -> !rendered.comesFirst()));
    }

    /**
     * Returns an object, the first where several namespaces have one of that name.
     *
     * @param <T> the type of object
     * @param type its Fabric8 class
     * @param name its name
     * @return the object
     * @throws NoSuchElementException if there is no such object; the message lists those of the type
     */
    public <T extends HasMetadata> T get(Class<T> type, String name) {
        return get(type, name, objects());
    }

    /**
     * Returns an object of one namespace, where several have one of that name.
     *
     * @param <T> the type of object
     * @param type its Fabric8 class
     * @param namespace its namespace
     * @param name its name
     * @return the object
     * @throws NoSuchElementException if there is no such object; the message lists those of the type in the namespace
     */
    public <T extends HasMetadata> T get(Class<T> type, String namespace, String name) {
        return get(
                type,
                name,
                objects().filter(object -> namespace.equals(object.getMetadata().getNamespace())));
    }

    private <T extends HasMetadata> T get(Class<T> type, String name, Stream<HasMetadata> objects) {
        List<T> all = objects.filter(type::isInstance).map(type::cast).toList();
        return all.stream()
                .filter(object -> object.getMetadata().getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("no " + type.getSimpleName() + " '" + name + "' in "
                        + environment.name() + ", "
                        + (all.isEmpty()
                                ? "and no other"
                                : all.stream()
                                        .map(object -> object.getMetadata().getName())
                                        .collect(Collectors.joining(", ", "only ", "")))));
    }

    /**
     * Returns all objects as one stream of YAML documents.
     *
     * @return the text, the same for equal plans
     */
    public String toYaml() {
        YamlWriter yaml = new YamlWriter();
        rendered(false).forEach(rendered -> {
            yaml.startDocument();
            Serialization.write(rendered.object(), yaml);
        });
        return new String(yaml.array(), 0, yaml.length(), StandardCharsets.UTF_8);
    }

    /**
     * Writes one file for each object: {@code WORKLOAD/KIND.yaml}, {@code WORKLOAD/KIND-PART.yaml} where a workload has
     * more than one of a kind, and {@code KIND-NAME.yaml} for what belongs to no workload. Objects that {@link
     * Kubernetes#objects} adds are in {@code KIND.GROUP_NAME.yaml}, beside those of the workload if they belong to one.
     *
     * @param directory the environment's own directory, made if it is missing
     * @return how many files were written, were as they should be, and were removed since their objects are gone
     * @throws IllegalStateException if a file is in the way that no earlier run wrote
     * @throws java.io.UncheckedIOException if the file system fails; every file is then the old or the new one
     */
    public WriteReport writeTo(Path directory) {
        return writeTo(directory, Layout.filePerObject());
    }

    /**
     * Writes files in a layout. Those of another layout that an earlier run wrote are removed.
     *
     * @param directory the environment's own directory, made if it is missing
     * @param layout how the objects are split into files
     * @return how many files were written, were as they should be, and were removed
     * @throws IllegalStateException if a file is in the way that no earlier run wrote
     * @throws java.io.UncheckedIOException if the file system fails; every file is then the old or the new one
     */
    public WriteReport writeTo(Path directory, Layout layout) {
        Objects.requireNonNull(layout, "the layout of manifests is null");
        try (OutputDirectory output = OutputDirectory.open(directory)) {
            LayoutWriter writer = new LayoutWriter(layout, output);
            rendered(false).forEach(writer::add);
            writer.end();
            return output.finish();
        }
    }

    /**
     * Explains one line of one object, also one that is not there.
     *
     * @param object the object as kind and name: {@code Deployment/orders}; where several are called so, with the group or
     *     the namespace as well: {@code Service.serving.knative.dev/orders}, {@code ConfigMap/monitoring/orders}
     * @param pointer the line, as a JSON pointer (RFC 6901): {@code /spec/replicas}
     * @return the explanation; of everything below the pointer if it leads to a list or a map
     * @throws NoSuchElementException if there is no such object; the message lists similar ones
     * @throws IllegalArgumentException if the pointer is not a JSON pointer
     */
    public Explanation explain(String object, String pointer) {
        return explainer().explain(object, pointer);
    }

    /**
     * Returns what explains many lines faster than one after the other, since it keeps what it rendered for them.
     *
     * @return an explainer of these manifests, for one thread
     */
    public Explainer explainer() {
        return new Explainer(environment);
    }

    /**
     * Explains every leaf of one object.
     *
     * @param object the object as kind and name, as in {@link #explain(String, String)}
     * @return explanations in the order of their pointers
     * @throws NoSuchElementException if there is no such object; the message lists similar ones
     */
    public List<Explanation> explain(String object) {
        return explainer().explain(object);
    }
}
