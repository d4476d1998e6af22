package dev.idp.kubernetes.internal.facets;

import dev.idp.Container;
import dev.idp.Flaw;
import dev.idp.Mount;
import dev.idp.ServiceKind;
import dev.idp.kubernetes.KubernetesSettings;
import dev.idp.kubernetes.Rollout;
import dev.idp.kubernetes.internal.render.EnvironmentFacet;
import dev.idp.kubernetes.internal.render.Trace;
import dev.idp.kubernetes.internal.render.WorkloadFacet;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.ServicePlan;
import dev.idp.plan.WorkloadPlan;
import dev.idp.spi.Extension;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.LabelSelector;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Every concern that is rendered: a new one is a class of its own and a line here. */
public final class Facets {

    /** What an environment has as a whole. */
    public static final List<EnvironmentFacet> OF_ENVIRONMENT = List.of(
            new NamespaceFacet(),
            new QuotaFacet(),
            new ContainerRangeFacet(),
            new TeamAccessFacet(),
            new DefaultDenyFacet(),
            new VolumesFacet(),
            new MadeSecretsFacet(),
            new SuppliedFacet(),
            new ExternalNamesFacet());

    /** What workloads have, each facet for the kinds that it knows. */
    public static final List<WorkloadFacet> OF_WORKLOAD = List.of(
            new IdentityFacet(),
            new PermissionFacet(),
            new WaitRightsFacet(),
            new ConfigurationFacet(),
            new DeploymentFacet(),
            new StatefulSetFacet(),
            new DaemonSetFacet(),
            new OnceFacet(),
            new ScheduledFacet(),
            new NetworkingFacet(),
            new AutoscalingFacet(),
            new DisruptionFacet(),
            new IngressFacet(),
            new GatewayFacet(),
            new IsolationFacet(),
            new CiliumFacet());

    /** The id of the extension that says where passwords come from, instead of whoever applies the objects. */
    public static final String PASSWORD_SOURCE = "password-source";

    /** The name of a network policy of the namespace itself, which no workload can have. */
    public static final String TAKEN_NAME = DefaultDenyFacet.NAME;

    /** Keys of labels that are not for workloads to say. */
    public static final Set<String> TAKEN_LABELS = Metadata.TAKEN_LABELS;

    /** Keys of annotations that are not for workloads to say. */
    public static final Set<String> TAKEN_ANNOTATIONS = Metadata.TAKEN_ANNOTATIONS;

    private Facets() {}

    /**
     * Tells whether facets read an extension of an environment, so that it need not do anything itself.
     *
     * @param extension the extension
     * @return true for those that say how all objects are to be
     */
    public static boolean read(Extension extension) {
        return extension instanceof PoliciesByName || extension instanceof ExternalNames;
    }

    /**
     * Selects pods or namespaces.
     *
     * @param label the label that they have
     * @param value its value
     * @return a selector that users' edits can change
     */
    public static LabelSelector labelled(String label, String value) {
        return Peers.labelled(label, value);
    }

    /**
     * Selects a namespace.
     *
     * @param name its name
     * @return a selector that users' edits can change
     */
    public static LabelSelector ofNamespace(String name) {
        return Peers.labelled(Peers.NAMESPACE_NAME, name);
    }

    /**
     * Returns the name by which the copies of a service are found.
     *
     * @param service the service
     * @return empty if its copies are all the same
     */
    public static Optional<String> headless(ServicePlan service) {
        return service.serviceKind() == ServiceKind.STATEFUL
                ? Optional.of(service.name() + StatefulSetFacet.HEADLESS)
                : Optional.empty();
    }

    /**
     * Tells whether a host has a name.
     *
     * @param host the host of an external service
     * @return false for an address
     */
    public static boolean isName(String host) {
        return Hosts.isName(host);
    }

    /**
     * Returns what Cilium needs to let a workload call external services by name.
     *
     * @param workload the workload, which calls at least one
     * @param environment the environment that it is in
     * @return the policy
     */
    public static HasMetadata ciliumPolicy(WorkloadPlan workload, EnvironmentPlan environment) {
        return CiliumFacet.policy(Trace.OFF, workload, environment);
    }

    /**
     * Returns the labels by which the pods of a workload are selected.
     *
     * @param workload the workload
     * @return labels that can be added to
     */
    public static Map<String, String> selected(WorkloadPlan workload) {
        return Metadata.selected(Trace.OFF, workload.identity());
    }

    /**
     * Tells whether a key of a label or of an annotation says who somebody is to a cloud, which has a setting.
     *
     * @param key the key
     * @return true for those that {@link KubernetesSettings#CLOUD_IDENTITY} sets
     */
    public static boolean isOfCloudIdentity(String key) {
        return key.equals(CloudIdentities.USES_AZURE) || CloudIdentities.ANNOTATIONS.contains(key);
    }

    /**
     * Finds out why the object that runs the pods of a service cannot replace its copies in some way.
     *
     * @param rollout how a new version replaces the old one
     * @param kind what the copies of the service are to each other
     * @return the flaw; empty if it can
     */
    public static Optional<Flaw> flawOf(Rollout rollout, ServiceKind kind) {
        return Rollouts.flawOf(rollout, kind);
    }

    /**
     * Tells whether there is an autoscaler for a service.
     *
     * @param service the service
     * @return true if its number of copies follows its load
     */
    public static boolean isScaled(ServicePlan service) {
        return Kinds.isScaled(service);
    }

    /**
     * Returns the init containers by which the pods of a workload wait for what it starts after, by what they wait for.
     *
     * @param workload the workload
     * @param environment the environment that it is in
     * @return none if nobody said by what pods wait
     */
    public static Map<WorkloadPlan, Container> waits(WorkloadPlan workload, EnvironmentPlan environment) {
        Map<WorkloadPlan, Container> waits = new LinkedHashMap<>();
        Wait.of(workload, environment).forEach(wait -> waits.put(wait.first(), wait.container()));
        return waits;
    }

    /**
     * Names what lets the pods of a workload look at what they wait for.
     *
     * @param workload the workload
     * @return the name of a Role and of its binding
     */
    public static String waitRights(WorkloadPlan workload) {
        return WaitRightsFacet.name(workload);
    }

    /**
     * Measures the plain variables of a workload.
     *
     * @param workload the workload
     * @return the bytes of names and texts
     */
    public static int sizeOfVariables(WorkloadPlan workload) {
        return Configuration.variables(workload).size();
    }

    /**
     * Measures the plain files of a workload.
     *
     * @param workload the workload
     * @return the bytes of keys and texts
     */
    public static int sizeOfFiles(WorkloadPlan workload) {
        return Configuration.files(workload).size();
    }

    /**
     * Names the claim of a volume.
     *
     * @param mount what mounts it
     * @return the claim's name
     */
    public static String nameOf(Mount mount) {
        return Texts.plain(mount.volume());
    }

    /**
     * Returns the labels that every object of an environment has.
     *
     * @param trace the trace of the labels
     * @param environment the environment
     * @return labels that can be added to
     */
    public static Map<String, String> labels(Trace trace, EnvironmentPlan environment) {
        return Metadata.labels(trace, environment);
    }

    /**
     * Returns the labels that every object of a workload has.
     *
     * @param trace the trace of the labels
     * @param workload the workload
     * @param environment the environment that it is in
     * @return labels that can be added to
     */
    public static Map<String, String> labels(Trace trace, WorkloadPlan workload, EnvironmentPlan environment) {
        return Metadata.labels(trace, workload, environment);
    }
}
