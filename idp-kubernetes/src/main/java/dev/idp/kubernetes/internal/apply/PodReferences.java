package dev.idp.kubernetes.internal.apply;

import dev.idp.kubernetes.internal.tree.Tree;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Objects without which the pods of a workload do not start. */
public final class PodReferences {

    /**
     * One of them, in the namespace of the pods.
     *
     * @param kind a kind of the oldest group
     * @param name its name
     */
    public record Reference(String kind, String name) {}

    private PodReferences() {}

    /**
     * Finds them.
     *
     * @param object any object
     * @return none of what makes no pods
     */
    public static Set<Reference> of(Wanted object) {
        Set<Reference> references = new HashSet<>();
        spec(object).ifPresent(spec -> {
            add(references, "ServiceAccount", spec.text("serviceAccountName"));
            spec.elementsOf("volumes").forEach(volume -> addVolume(references, volume));
            spec.elementsOf("imagePullSecrets").forEach(secret -> add(references, "Secret", secret.text("name")));
            Stream.of("initContainers", "containers")
                    .flatMap(name -> spec.elementsOf(name).stream())
                    .forEach(container -> addVariables(references, container));
        });
        return references;
    }

    private static Optional<Tree> spec(Wanted object) {
        return switch (object.kind()) {
            case "Pod" -> object.tree().find("spec");
            case "Deployment", "StatefulSet", "DaemonSet", "ReplicaSet", "Job" ->
                object.tree().find("spec", "template", "spec");
            case "CronJob" -> object.tree().find("spec", "jobTemplate", "spec", "template", "spec");
            default -> Optional.empty();
        };
    }

    private static void addVolume(Set<Reference> references, Tree volume) {
        add(references, "ConfigMap", volume.text("configMap", "name"));
        add(references, "Secret", volume.text("secret", "secretName"));
        add(references, "PersistentVolumeClaim", volume.text("persistentVolumeClaim", "claimName"));
        for (Tree source : volume.elementsOf("projected", "sources")) {
            add(references, "ConfigMap", source.text("configMap", "name"));
            add(references, "Secret", source.text("secret", "name"));
        }
    }

    private static void addVariables(Set<Reference> references, Tree container) {
        List<Tree> variables = container.elementsOf("env");
        for (Tree variable : variables) {
            add(references, "ConfigMap", variable.text("valueFrom", "configMapKeyRef", "name"));
            add(references, "Secret", variable.text("valueFrom", "secretKeyRef", "name"));
        }
        for (Tree source : container.elementsOf("envFrom")) {
            add(references, "ConfigMap", source.text("configMapRef", "name"));
            add(references, "Secret", source.text("secretRef", "name"));
        }
    }

    private static void add(Set<Reference> references, String kind, String name) {
        if (!name.isEmpty()) {
            references.add(new Reference(kind, name));
        }
    }
}
