package dev.idp.kubernetes;

import dev.idp.Flaw;
import dev.idp.Image;
import dev.idp.JsonForm;
import dev.idp.Names;
import dev.idp.Setting;
import dev.idp.WorkloadKind;

/**
 * What can be said about a workload and only Kubernetes understands: one typed key each.
 *
 * <p>They are said by {@code set(...)} and taken away by {@code unset(...)}, by whomever can say the library's own
 * settings, and are decided, mandated, waived, explained and compared like those. A saved plan that says them is read by
 * {@code Plan.fromJson(json, KubernetesSettings.all())}. Other backends pass over them.
 *
 * <p>The fields are those of the API of Kubernetes 1.34.
 */
public final class KubernetesSettings {

    /** The priority class of the pods, {@code priorityClassName}: who comes first when there is not room for all. */
    public static final Setting<String> PRIORITY_CLASS = Setting.of("priority-class", JsonForm.TEXT)
            .withoutDefault("left to the cluster, which has a usual priority")
            .checkedBy(name -> Subdomains.flawOf(name, "a priority class"));

    /** The runtime class of the pods, {@code runtimeClassName}: what runs their containers, a sandbox for example. */
    public static final Setting<String> RUNTIME_CLASS = Setting.of("runtime-class", JsonForm.TEXT)
            .withoutDefault("left to the nodes, which have a usual runtime")
            .checkedBy(name -> Subdomains.flawOf(name, "a runtime class"));

    /** Secrets by which nodes may pull images, {@code imagePullSecrets}: their names, by what they open. */
    public static final Setting<String> PULL_SECRET = Setting.byKey("pull-secret", JsonForm.TEXT)
            .withoutDefault("left to the nodes, which may know the registries")
            .checkedBy((entry, name) -> Subdomains.flawOf(name, "a secret"));

    /** Labels that nodes must have for pods to run there, {@code nodeSelector}: values by keys. */
    public static final Setting<String> NODE_LABEL = Setting.byKey("node-label", JsonForm.TEXT)
            .withoutDefault("any node will do")
            .checkedBy((key, value) -> Names.flawOfTag(key, value)
                    .map(flaw -> new Flaw(
                            "no node can have the label " + key + "=" + value,
                            "write key and value as the nodes have them")));

    /** Taints of nodes that do not keep the pods away, {@code tolerations}: by names of one's own. */
    public static final Setting<Toleration> TOLERATION = Setting.byKey("toleration", Toleration.JSON)
            .withoutDefault("who taints a node keeps others away for a reason")
            .checkedBy((name, toleration) -> toleration.flaw());

    /** How a new version of a service replaces the old one, {@code strategy} or {@code updateStrategy}. */
    public static final Setting<Rollout> ROLLOUT = Setting.of("rollout", Rollout.JSON)
            .onlyFor(WorkloadKind.SERVICE)
            .withoutDefault("left to Kubernetes")
            .checkedBy(Rollout::flaw)
            .affectingNothing();

    /** How fast the number of copies of a service follows its load, {@code behavior} of the autoscaler. */
    public static final Setting<Scaling> SCALING = Setting.of("scaling", Scaling.JSON)
            .onlyFor(WorkloadKind.SERVICE)
            .withoutDefault("left to Kubernetes, which adds copies at once and waits before it removes them")
            .checkedBy(Scaling::flaw)
            .affectingNothing();

    /**
     * As whom the workload speaks to the cloud that the cluster runs in. Network policies let it speak only to whom it
     * {@linkplain dev.idp.WorkloadSettings#uses uses}: the cloud's services are external services.
     */
    public static final Setting<CloudIdentity> CLOUD_IDENTITY = Setting.of("cloud-identity", CloudIdentity.JSON)
            .withoutDefault("nobody said as whom the workload speaks to the cloud")
            .checkedBy(CloudIdentity::flaw);

    /**
     * What the public entry must know of a service and its API has no field for: annotations of the Ingress, or of the routes
     * of the Gateway API, values by keys. An entry through ingress-nginx, for one, is told by {@code
     * nginx.ingress.kubernetes.io/backend-protocol: GRPC} what others read from the port.
     */
    public static final Setting<String> ENTRY_ANNOTATION = Setting.byKey("entry-annotation", JsonForm.TEXT)
            .onlyFor(WorkloadKind.SERVICE)
            .withoutDefault("the public entry knows all it needs")
            .checkedBy((key, value) -> Names.flawOfTagKey(key))
            .affectingNothing();

    /**
     * By which image the pods wait for what the workload {@linkplain dev.idp.WorkloadSettings#startsAfter starts after}; it
     * must have {@code kubectl}, of the cluster's version or one beside it, like {@code registry.k8s.io/kubectl:v1.34.2}.
     *
     * <p>Without it, the order is for whoever applies the objects, who finds it in an annotation. With it, an init container
     * for each service waits until it is rolled out, and for each job until it is complete, and nothing else starts before.
     * The price is a token of the API server for these containers, the right to look at what they wait for, and that each
     * new copy waits, long after the first start; a job that is waited for is therefore kept until somebody removes it. What
     * has failed, or is not there yet, is waited for once more after ten
     * minutes; a try of a job counts as one of its retries.
     */
    public static final Setting<Image> WAIT_BY = Setting.of("wait-by", JsonForm.text(Image::reference, Image::new))
            .withoutDefault("pods do not wait: the order of starts is for whoever applies them")
            .checkedBy(Image::flaw);

    private KubernetesSettings() {}

    /**
     * Returns every setting of Kubernetes alone, for {@link dev.idp.plan.Plan#fromJson}.
     *
     * @return in the order of this class
     */
    public static Setting<?>[] all() {
        return new Setting<?>[] {
            PRIORITY_CLASS,
            RUNTIME_CLASS,
            PULL_SECRET,
            NODE_LABEL,
            TOLERATION,
            ROLLOUT,
            SCALING,
            CLOUD_IDENTITY,
            ENTRY_ANNOTATION,
            WAIT_BY
        };
    }
}
