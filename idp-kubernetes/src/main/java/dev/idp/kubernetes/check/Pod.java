package dev.idp.kubernetes.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The pods that an object makes, or the one that it is.
 *
 * @param object the object
 * @param metadata labels and annotations of the pods
 * @param spec what the pods are
 */
public record Pod(ManifestObject object, Field metadata, Field spec) implements HasFields {

    /**
     * Returns the pods of an object.
     *
     * @param object the object
     * @return empty if it is of no kind of Kubernetes, or of OpenShift, that makes pods
     */
    public static Optional<Pod> of(ManifestObject object) {
        return template(object).map(template -> new Pod(object, template.get("metadata"), template.get("spec")));
    }

    private static Optional<Field> template(ManifestObject object) {
        Optional<Field> template =
                switch (object.kind()) {
                    case "Pod" -> ofGroup(object, "", object.root());
                    case "PodTemplate" -> ofGroup(object, "", object.at("template"));
                    case "ReplicationController" -> ofGroup(object, "", object.at("spec", "template"));
                    case "Deployment", "StatefulSet", "DaemonSet", "ReplicaSet" ->
                        ofGroup(object, "apps", object.at("spec", "template"));
                    case "DeploymentConfig" -> ofGroup(object, "apps.openshift.io", object.at("spec", "template"));
                    case "Job" -> ofGroup(object, "batch", object.at("spec", "template"));
                    case "CronJob" -> ofGroup(object, "batch", object.at("spec", "jobTemplate", "spec", "template"));
                    default -> Optional.empty();
                };
        return template;
    }

    private static Optional<Field> ofGroup(ManifestObject object, String group, Field template) {
        return object.group().equals(group) ? Optional.of(template) : Optional.empty();
    }

    /**
     * Returns what several names lead to.
     *
     * @param names the name of a field of the spec, the name of a field of that, and so on
     * @return the field, there or not
     */
    @Override
    public Field at(String... names) {
        return spec.at(names);
    }

    /**
     * Returns everything that runs in a pod: init containers, sidecars among them, then containers, then ephemeral ones.
     *
     * @return in the order in which they are written
     */
    public List<Container> containers() {
        List<Container> all = new ArrayList<>();
        for (Container.Role role : Container.Role.values()) {
            spec.get(role.field()).items().forEach(field -> all.add(new Container(this, role, field)));
        }
        return all;
    }

    /**
     * Returns the labels by which the pods are selected.
     *
     * @return values by keys
     */
    public Map<String, String> labels() {
        return Selector.texts(metadata.get("labels"));
    }

    /**
     * Tells whether the pods run to an end.
     *
     * @return true for jobs, whether they run once or again and again
     */
    public boolean isOfJob() {
        return object.group().equals("batch");
    }

    /** Returns the object's kind and name. */
    @Override
    public String toString() {
        return object.reference();
    }
}
