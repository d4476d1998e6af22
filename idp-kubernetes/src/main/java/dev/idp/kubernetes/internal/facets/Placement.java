package dev.idp.kubernetes.internal.facets;

import dev.idp.Setting;
import dev.idp.explain.Decision;
import dev.idp.kubernetes.KubernetesSettings;
import dev.idp.kubernetes.Toleration;
import dev.idp.kubernetes.internal.render.Trace;
import dev.idp.plan.WorkloadPlan;
import io.fabric8.kubernetes.api.model.LocalObjectReference;
import io.fabric8.kubernetes.api.model.PodSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Which nodes run the pods of a workload, before whom, by what, and with which secrets they pull the images. */
final class Placement {

    private Placement() {}

    static void place(Trace trace, PodSpec spec, WorkloadPlan workload) {
        spec.setPriorityClassName(name(trace, "/priorityClassName", workload, KubernetesSettings.PRIORITY_CLASS));
        spec.setRuntimeClassName(name(trace, "/runtimeClassName", workload, KubernetesSettings.RUNTIME_CLASS));
        spec.setImagePullSecrets(pullSecrets(trace, workload));
        spec.setNodeSelector(nodeLabels(trace, workload));
        spec.setTolerations(tolerations(trace, workload));
    }

    private static @Nullable String name(Trace trace, String pointer, WorkloadPlan workload, Setting<String> setting) {
        Decision<String> name = workload.decision(setting);
        if (!name.isPresent()) {
            trace.absent(pointer, setting.reason(), name);
            return null;
        }
        return trace.value(pointer, name);
    }

    /** One entry for each secret: it may open several registries, and Kubernetes knows entries by their names. */
    private static List<LocalObjectReference> pullSecrets(Trace trace, WorkloadPlan workload) {
        Map<String, List<Decision<String>>> byName = new TreeMap<>();
        workload.entries(KubernetesSettings.PULL_SECRET).values().forEach(said -> byName.computeIfAbsent(
                        said.get(), name -> new ArrayList<>(1))
                .add(said));
        List<LocalObjectReference> secrets = new ArrayList<>();
        byName.forEach((name, said) -> {
            trace.at("/imagePullSecrets", secrets.size()).cite("/name", said.toArray(Decision<?>[]::new));
            secrets.add(new LocalObjectReference(name));
        });
        if (secrets.isEmpty()) {
            trace.absent("/imagePullSecrets", KubernetesSettings.PULL_SECRET.reason());
        }
        return secrets;
    }

    private static Map<String, String> nodeLabels(Trace trace, WorkloadPlan workload) {
        Map<String, String> labels = new TreeMap<>();
        workload.entries(KubernetesSettings.NODE_LABEL)
                .forEach((key, said) ->
                        labels.put(key, trace.at("/nodeSelector", key).value("", said)));
        if (labels.isEmpty()) {
            trace.absent("/nodeSelector", KubernetesSettings.NODE_LABEL.reason());
        }
        return labels;
    }

    private static List<io.fabric8.kubernetes.api.model.Toleration> tolerations(Trace trace, WorkloadPlan workload) {
        List<io.fabric8.kubernetes.api.model.Toleration> tolerations = new ArrayList<>();
        for (Decision<Toleration> said :
                workload.entries(KubernetesSettings.TOLERATION).values()) {
            tolerations.add(toleration(trace.at("/tolerations", tolerations.size()), said));
        }
        if (tolerations.isEmpty()) {
            trace.absent("/tolerations", KubernetesSettings.TOLERATION.reason());
        }
        return tolerations;
    }

    private static io.fabric8.kubernetes.api.model.Toleration toleration(Trace trace, Decision<Toleration> said) {
        Toleration toleration = trace.value("", said);
        io.fabric8.kubernetes.api.model.Toleration rendered = new io.fabric8.kubernetes.api.model.Toleration();
        if (toleration.key().isEmpty()) {
            trace.absent("/key", "every taint is tolerated", said);
        } else {
            rendered.setKey(toleration.key());
        }
        rendered.setOperator(
                toleration.value().isPresent()
                        ? trace.because("/operator", "Equal", "the taint has a value", said)
                        : trace.because("/operator", "Exists", "any value of the taint is tolerated", said));
        toleration.value().ifPresent(rendered::setValue);
        toleration
                .effect()
                .ifPresentOrElse(
                        effect -> rendered.setEffect(effect.toString()),
                        () -> trace.absent("/effect", "every effect of the taint is tolerated", said));
        toleration
                .time()
                .ifPresentOrElse(
                        time -> rendered.setTolerationSeconds(time.toSeconds()),
                        () -> trace.absent("/tolerationSeconds", "the taint is tolerated for ever", said));
        return rendered;
    }
}
