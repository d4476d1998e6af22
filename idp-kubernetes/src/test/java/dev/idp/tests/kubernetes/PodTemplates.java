package dev.idp.tests.kubernetes;

import dev.idp.kubernetes.Manifests;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What pods are made from, whatever kind of object makes them. */
public final class PodTemplates {

    private PodTemplates() {}

    /** Returns the templates, by kind and name of their objects; a Job has the name of its workload alone. */
    public static Map<String, PodTemplateSpec> of(Manifests manifests) {
        Map<String, PodTemplateSpec> templates = new TreeMap<>();
        manifests.objects().forEach(object -> template(object)
                .ifPresent(template -> templates.put(
                        object.getKind() + "/"
                                + object.getMetadata().getLabels().get("app.kubernetes.io/name"),
                        template)));
        return templates;
    }

    private static Optional<PodTemplateSpec> template(HasMetadata object) {
        if (object instanceof Deployment deployment) {
            return Optional.of(deployment.getSpec().getTemplate());
        } else if (object instanceof StatefulSet set) {
            return Optional.of(set.getSpec().getTemplate());
        } else if (object instanceof DaemonSet set) {
            return Optional.of(set.getSpec().getTemplate());
        } else if (object instanceof Job job) {
            return Optional.of(job.getSpec().getTemplate());
        } else if (object instanceof CronJob job) {
            return Optional.of(job.getSpec().getJobTemplate().getSpec().getTemplate());
        }
        return Optional.empty();
    }
}
