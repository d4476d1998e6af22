package dev.idp.kubernetes.internal.facets;

import dev.idp.Image;
import dev.idp.Settings;
import dev.idp.Team;
import dev.idp.explain.Decision;
import dev.idp.kubernetes.KubernetesSettings;
import dev.idp.kubernetes.internal.render.Trace;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.ServicePlan;
import dev.idp.plan.WorkloadPlan;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Names and labels.
 *
 * <p>The labels are the <a href="https://kubernetes.io/docs/concepts/overview/working-with-objects/common-labels/">
 * recommended</a> ones of Kubernetes.
 */
final class Metadata {

    static final String NAME = "app.kubernetes.io/name";

    /** After what a workload starts, for whoever applies it. */
    static final String STARTS_AFTER = "dev.idp/starts-after";

    /** The keys of a Secret whose values are made up once, by whoever applies it. */
    static final String MADE_UP = "dev.idp/made-up";

    /** The certificates' issuer, which cert-manager reads. */
    static final String ISSUER = "cert-manager.io/cluster-issuer";

    private static final String INSTANCE = "app.kubernetes.io/instance";
    private static final String PART_OF = "app.kubernetes.io/part-of";
    private static final String MANAGED_BY = "app.kubernetes.io/managed-by";
    private static final String VERSION = "app.kubernetes.io/version";
    static final String OWNER = "dev.idp/owner";

    /** What this library says itself, and what Kubernetes sets on pods to find them again. */
    static final Set<String> TAKEN_LABELS = Set.of(
            NAME,
            INSTANCE,
            PART_OF,
            MANAGED_BY,
            VERSION,
            OWNER,
            CloudIdentities.USES_AZURE,
            "pod-template-hash",
            "pod-template-generation",
            "controller-revision-hash",
            "statefulset.kubernetes.io/pod-name",
            "apps.kubernetes.io/pod-index",
            "job-name",
            "controller-uid",
            "batch.kubernetes.io/job-name",
            "batch.kubernetes.io/controller-uid");

    /** What this library says itself. */
    static final Set<String> TAKEN_ANNOTATIONS = Stream.concat(
                    Stream.of(ISSUER, STARTS_AFTER), CloudIdentities.ANNOTATIONS.stream())
            .collect(Collectors.toUnmodifiableSet());

    private static final Pattern LABEL_VALUE = Pattern.compile("(?=.{1,63}$)[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?");

    private Metadata() {}

    static void head(Trace trace, String kind) {
        trace.because("/apiVersion", kind, "the version that every supported Kubernetes serves");
        trace.because("/kind", kind, "one file an object, one object a concern");
    }

    static ObjectMeta ofWorkload(Trace trace, String kind, WorkloadPlan workload, EnvironmentPlan environment) {
        head(trace, kind);
        ObjectMeta meta = inNamespace(trace, environment.namespaceOf(workload));
        meta.setName(trace.value("/metadata/name", workload.identity()));
        meta.setLabels(labels(trace.at("/metadata/labels"), workload, environment));
        meta.setAnnotations(own(trace.at("/metadata/annotations"), workload.entries(Settings.ANNOTATION)));
        return meta;
    }

    /** Names, labels and annotations of what tells the public entry about a service. */
    static ObjectMeta ofEntry(Trace trace, String kind, ServicePlan service, EnvironmentPlan environment) {
        ObjectMeta meta = ofWorkload(trace, kind, service, environment);
        meta.getAnnotations()
                .putAll(own(trace.at("/metadata/annotations"), service.entries(KubernetesSettings.ENTRY_ANNOTATION)));
        return meta;
    }

    static ObjectMeta ofNamespace(
            Trace trace,
            String kind,
            String name,
            String reason,
            Decision<String> namespace,
            EnvironmentPlan environment) {
        head(trace, kind);
        ObjectMeta meta = inNamespace(trace, namespace);
        meta.setName(trace.because("/metadata/name", name, reason));
        meta.setLabels(labels(trace.at("/metadata/labels"), environment));
        return meta;
    }

    private static ObjectMeta inNamespace(Trace trace, Decision<String> namespace) {
        ObjectMeta meta = new ObjectMeta();
        meta.setNamespace(trace.value("/metadata/namespace", namespace));
        return meta;
    }

    static Map<String, String> labels(Trace trace, EnvironmentPlan environment) {
        Map<String, String> labels = new TreeMap<>();
        put(trace, labels, INSTANCE, environment.identity());
        labels.put(MANAGED_BY, trace.at("", MANAGED_BY).because("", "idp", "says which tool to ask about the object"));
        put(trace, labels, PART_OF, environment.platform());
        return labels;
    }

    static Map<String, String> labels(Trace trace, WorkloadPlan workload, EnvironmentPlan environment) {
        Map<String, String> labels = own(trace, workload.entries(Settings.LABEL));
        labels.putAll(labels(trace, environment));
        put(trace, labels, NAME, workload.identity());
        Decision<Team> owner = workload.decision(Settings.OWNER);
        if (owner.isPresent()) {
            labels.put(OWNER, trace.at("", OWNER).value("", owner).name());
        } else {
            trace.at("", OWNER).absent("", Settings.OWNER.reason(), owner);
        }
        return labels;
    }

    /** What the workload itself says, which planning has checked. */
    private static Map<String, String> own(Trace trace, Map<String, Decision<String>> said) {
        Map<String, String> own = new TreeMap<>();
        said.forEach((key, decision) -> put(trace, own, key, decision));
        return own;
    }

    /** The pods of a workload: they have all labels and annotations that it has itself. */
    static ObjectMeta ofPods(Trace trace, WorkloadPlan workload, EnvironmentPlan environment) {
        ObjectMeta meta = new ObjectMeta();
        meta.setLabels(versioned(trace.at("/labels"), workload, environment));
        meta.setAnnotations(own(trace.at("/annotations"), workload.entries(Settings.ANNOTATION)));
        return meta;
    }

    /** For the workload and its pods alone: other objects do not change with the image. */
    static Map<String, String> versioned(Trace trace, WorkloadPlan workload, EnvironmentPlan environment) {
        Map<String, String> labels = labels(trace, workload, environment);
        Trace at = trace.at("", VERSION);
        Decision<Image> image = workload.decision(Settings.IMAGE);
        image.get()
                .tag()
                .filter(tag -> LABEL_VALUE.matcher(tag).matches())
                .ifPresentOrElse(
                        tag -> {
                            at.cite("", image);
                            labels.put(VERSION, tag);
                        },
                        () -> at.absent("", "the image has no tag that can be a label", image));
        return labels;
    }

    private static void put(Trace trace, Map<String, String> labels, String label, Decision<String> value) {
        labels.put(label, trace.at("", label).value("", value));
    }

    /** Selects the pods of a workload by its name alone: selectors cannot change while the workload lives. */
    static LabelSelector selector(Trace trace, Decision<String> workload) {
        LabelSelector selector = new LabelSelector();
        selector.setMatchLabels(selected(trace.at("/matchLabels"), workload));
        return selector;
    }

    static Map<String, String> selected(Trace trace, Decision<String> workload) {
        Map<String, String> labels = new TreeMap<>();
        put(trace, labels, NAME, workload);
        return labels;
    }
}
