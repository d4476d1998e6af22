package dev.idp.kubernetes;

import dev.idp.kubernetes.internal.facets.ExternalNames;
import dev.idp.kubernetes.internal.render.PodsBehind;
import dev.idp.output.WriteReport;
import dev.idp.plan.Plan;
import dev.idp.spi.Backend;
import dev.idp.spi.Extension;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;

/** The entry to the Kubernetes backend. */
public final class Kubernetes {

    /** The name of the backend, by which extensions are addressed to it. */
    static final String ID = "kubernetes";

    private Kubernetes() {}

    /**
     * Returns the backend that renders planned environments to Kubernetes objects.
     *
     * @return the backend; it needs no cluster
     */
    public static Backend<Manifests> backend() {
        return new KubernetesBackend();
    }

    /**
     * Renders all environments of a plan and writes each to a directory of its own, named like it:
     *
     * <pre>{@code
     * Kubernetes.write(Shop.platform().plan(), Path.of("deploy"), Layout.filePerWorkload());
     * }</pre>
     *
     * <p>The environments are written side by side, which is faster than one after the other. Directories of environments that
     * the plan no longer has are left alone.
     *
     * @param plan the plan
     * @param directory where the directories of the environments are, made if it is missing
     * @param layout how the objects of an environment are split into files
     * @return what was done for each environment, by its name, in the order of the plan
     * @throws dev.idp.plan.PlatformException if any environment cannot be rendered, with everything that is wrong in any of
     *     them; nothing is written then
     * @throws IllegalStateException if a file is in the way that no earlier run wrote
     * @throws java.io.UncheckedIOException if the file system fails; every file is then the old or the new one
     */
    public static Map<String, WriteReport> write(Plan plan, Path directory, Layout layout) {
        Objects.requireNonNull(directory, "the directory of a plan is null");
        Objects.requireNonNull(layout, "the layout of manifests is null");
        return new PlanWriter(directory, layout).write(Objects.requireNonNull(plan, "the plan to write is null"));
    }

    /**
     * Returns an edit of objects of one type, to be attached by {@code with(...)}: to a workload on any layer for the objects
     * of that workload, to an environment or a platform for the objects of the environment as a whole.
     *
     * <p>The edit is called once for each object and rendering and must be pure. It is the origin of exactly the fields that
     * it changes. Objects that extensions add are edited as well. An edit that finds no object of its type, that throws, or
     * that renames the object, is an error of rendering.
     *
     * @param <T> the type of object
     * @param id the edit's name, for explanations and saved plans, in lower case with dashes
     * @param type the Fabric8 class of the object
     * @param edit changes the object
     * @return the edit as an extension
     */
    public static <T extends HasMetadata> Extension edit(String id, Class<T> type, Consumer<T> edit) {
        return KubernetesEdit.ofType(
                Objects.requireNonNull(id, "the id of an edit is null"),
                Objects.requireNonNull(type, "the type of an edit is null"),
                Objects.requireNonNull(edit, "the code of an edit is null"));
    }

    /**
     * Returns an edit of objects of one kind, as {@link #edit(String, Class, Consumer)} does: of custom resources, or of
     * fields that the classes of Fabric8 do not know yet.
     *
     * @param id the edit's name, for explanations and saved plans, in lower case with dashes
     * @param apiVersion group and version, like {@code cert-manager.io/v1}
     * @param kind the kind, like {@code Certificate}
     * @param edit changes the object
     * @return the edit as an extension
     */
    public static Extension edit(String id, String apiVersion, String kind, Consumer<GenericKubernetesResource> edit) {
        return KubernetesEdit.ofKind(
                Objects.requireNonNull(id, "the id of an edit is null"),
                Objects.requireNonNull(apiVersion, "the apiVersion of an edit is null"),
                Objects.requireNonNull(kind, "the kind of an edit is null"),
                Objects.requireNonNull(edit, "the code of an edit is null"));
    }

    /**
     * Returns objects beside the generated ones, to be attached by {@code with(...)} to an environment or a platform, to a
     * workload on any layer, or to what a provisioner supplies:
     *
     * <pre>{@code
     * Environment.named("prod").with(Kubernetes.objects("alerts", prod -> List.of(rule(prod.namespace()))));
     * }</pre>
     *
     * <p>The function is called once for each rendering, must be pure, and keeps what it returns: copies are rendered. They
     * get the labels that every object has, unless they have them already, and the environment's namespace if they have
     * none. Only objects of Fabric8 classes that are not {@link io.fabric8.kubernetes.api.model.Namespaced} get none; a
     * {@link GenericKubernetesResource} counts as belonging to a namespace.
     *
     * <p>A function that throws is an error of rendering, and so are objects without a name, of the name of another object,
     * with what only a cluster can say, and secrets with values.
     *
     * @param id the name of these objects together, for explanations and saved plans, in lower case with dashes
     * @param objects makes the objects
     * @return the objects as an extension
     * @see #clusterObjects
     */
    public static Extension objects(String id, Function<Attachment, ? extends List<? extends HasMetadata>> objects) {
        return objects(id, false, objects);
    }

    /**
     * Returns {@linkplain #objects objects} beside the generated ones, among which a
     * {@link GenericKubernetesResource} belongs to the cluster as a whole and gets no
     * namespace.
     *
     * @param id the name of these objects together, for explanations and saved plans, in lower case with dashes
     * @param objects makes the objects
     * @return the objects as an extension
     */
    public static Extension clusterObjects(
            String id, Function<Attachment, ? extends List<? extends HasMetadata>> objects) {
        return objects(id, true, objects);
    }

    /**
     * Says by which labels the pods are known that answer for a resource, where something else than this library makes them,
     * such as an operator. To be attached by a provisioner, whose outputs are those of an external service that is named
     * like the resource: policies then allow its users these pods, and the pods these users.
     *
     * @param labels the labels that the pods, and no others, have
     * @return the labels as an extension
     */
    public static Extension podsBehind(Map<String, String> labels) {
        return new PodsBehind(ID, "pods-behind", labels);
    }

    /**
     * Says where the secrets come from that workloads of an environment read and that exist somewhere, to be attached by
     * {@code with(...)} to an environment or a platform:
     *
     * <pre>{@code
     * Environment.named("prod").with(Kubernetes.secretsFrom(ExternalSecrets.inClusterStore("vault")));
     * }</pre>
     *
     * <p>Until it is said, Secrets must be there already. It is asked once for each secret and namespace.
     *
     * @param source makes the objects that bring Secrets about
     * @return the source as an extension
     */
    public static Extension secretsFrom(SecretSource source) {
        return KubernetesSecrets.existing(Objects.requireNonNull(source, "the source of secrets is null"));
    }

    /**
     * Says where the passwords come from that nobody knows beforehand, such as those of databases that run in the
     * environment, to be attached by {@code with(...)} to an environment or a platform.
     *
     * <p>Until it is said, Secrets are rendered without such values and with the annotation {@code dev.idp/made-up}, which
     * names the keys that whoever applies them makes up once. No value ever stands in a file.
     *
     * @param source makes the objects that bring Secrets about
     * @return the source as an extension
     */
    public static Extension passwordsFrom(SecretSource source) {
        return KubernetesSecrets.toMakeUp(Objects.requireNonNull(source, "the source of passwords is null"));
    }

    /**
     * Says that the network of an environment knows the names of hosts, to be attached by {@code with(...)} to an environment
     * or a platform:
     *
     * <pre>{@code
     * Environment.named("prod").with(Kubernetes.policiesByName(NamePolicies.cilium()));
     * }</pre>
     *
     * <p>Workloads may then call external services of which only the host name is known by this name alone. Without it, their
     * network policies allow any destination on the port, since those of Kubernetes know no names. External services
     * with networks stay as they are, and so do those whose host is an address. What an environment says replaces what the
     * platform says.
     *
     * @param policies how the network plugin of the cluster does it
     * @return the statement as an extension
     */
    public static Extension policiesByName(NamePolicies policies) {
        return new KubernetesNamePolicies(
                "policies-by-name", Objects.requireNonNull(policies, "the policies by name are null"));
    }

    /**
     * Says that external services are found by their own names within the cluster, to be attached by {@code with(...)} to an
     * environment or a platform. There is then a Service of type ExternalName for each external service that is used, in
     * each namespace that uses it, so that {@code smtp://mail-relay:587} is right in every environment. This is also so for
     * those that supply resources.
     *
     * <p>It is an alias in the DNS and no more: clients of HTTP and TLS tell the server the name that they asked for, and
     * some servers take none but their own. References ({@code mail.address()}) say the host itself, as always. An external
     * service whose host is an address is an error of rendering.
     *
     * @return the statement as an extension
     * @see <a href="https://kubernetes.io/docs/concepts/services-networking/service/#externalname">Services of type
     *     ExternalName</a>
     */
    public static Extension externalNames() {
        return new ExternalNames(ID, "external-names");
    }

    private static Extension objects(
            String id, boolean ofCluster, Function<Attachment, ? extends List<? extends HasMetadata>> objects) {
        return new KubernetesObjects(
                Objects.requireNonNull(id, "the id of objects is null"),
                ofCluster,
                Objects.requireNonNull(objects, "the function that makes objects is null"));
    }
}
