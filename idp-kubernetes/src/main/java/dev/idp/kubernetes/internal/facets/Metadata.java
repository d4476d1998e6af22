package dev.idp.kubernetes.internal.facets;

import dev.idp.EnvironmentSettings;
import dev.idp.Image;
import dev.idp.Settings;
import dev.idp.Team;
import dev.idp.explain.Decision;
import dev.idp.kubernetes.internal.render.Trace;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.ServicePlan;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Names and labels.
 *
 * <p>The labels are the <a href="https://kubernetes.io/docs/concepts/overview/working-with-objects/common-labels/">
 * recommended</a> ones of Kubernetes.
 */
final class Metadata {

    static final String NAME = "app.kubernetes.io/name";
    private static final String INSTANCE = "app.kubernetes.io/instance";
    private static final String PART_OF = "app.kubernetes.io/part-of";
    private static final String MANAGED_BY = "app.kubernetes.io/managed-by";
    private static final String VERSION = "app.kubernetes.io/version";
    private static final String OWNER = "dev.idp/owner";

    private static final Pattern LABEL_VALUE = Pattern.compile("(?=.{1,63}$)[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?");

    private Metadata() {}

    static void head(Trace trace, String kind) {
        trace.because("/apiVersion", kind, "the version that every supported Kubernetes serves");
        trace.because("/kind", kind, "one file an object, one object a concern");
    }

    static ObjectMeta ofService(Trace trace, String kind, ServicePlan service, EnvironmentPlan environment) {
        head(trace, kind);
        ObjectMeta meta = inNamespace(trace, environment);
        meta.setName(trace.value("/metadata/name", service.identity()));
        meta.setLabels(labels(trace.at("/metadata/labels"), service, environment));
        return meta;
    }

    static ObjectMeta ofEnvironment(Trace trace, String kind, String name, String reason, EnvironmentPlan environment) {
        head(trace, kind);
        ObjectMeta meta = inNamespace(trace, environment);
        meta.setName(trace.because("/metadata/name", name, reason));
        meta.setLabels(labels(trace.at("/metadata/labels"), environment));
        return meta;
    }

    private static ObjectMeta inNamespace(Trace trace, EnvironmentPlan environment) {
        ObjectMeta meta = new ObjectMeta();
        meta.setNamespace(trace.value("/metadata/namespace", environment.decision(EnvironmentSettings.NAMESPACE)));
        return meta;
    }

    static Map<String, String> labels(Trace trace, EnvironmentPlan environment) {
        Map<String, String> labels = new TreeMap<>();
        put(trace, labels, INSTANCE, environment.identity());
        labels.put(MANAGED_BY, trace.at("", MANAGED_BY).because("", "idp", "says which tool to ask about the object"));
        put(trace, labels, PART_OF, environment.platform());
        return labels;
    }

    static Map<String, String> labels(Trace trace, ServicePlan service, EnvironmentPlan environment) {
        Map<String, String> labels = labels(trace, environment);
        put(trace, labels, NAME, service.identity());
        Decision<Team> owner = service.decision(Settings.OWNER);
        if (owner.isPresent()) {
            labels.put(OWNER, trace.at("", OWNER).value("", owner).name());
        } else {
            trace.at("", OWNER).absent("", Settings.OWNER.reason(), owner);
        }
        return labels;
    }

    /** For the workload and its pods alone: other objects do not change with the image. */
    static Map<String, String> versioned(Trace trace, ServicePlan service, EnvironmentPlan environment) {
        Map<String, String> labels = labels(trace, service, environment);
        Trace at = trace.at("", VERSION);
        Decision<Image> image = service.decision(Settings.IMAGE);
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

    /** Selects the pods of a service by its name alone: selectors cannot change while the service lives. */
    static LabelSelector selector(Trace trace, Decision<String> service) {
        LabelSelector selector = new LabelSelector();
        selector.setMatchLabels(selected(trace.at("/matchLabels"), service));
        return selector;
    }

    static Map<String, String> selected(Trace trace, Decision<String> service) {
        Map<String, String> labels = new TreeMap<>();
        put(trace, labels, NAME, service);
        return labels;
    }
}
