package dev.idp.kubernetes.internal.capacity;

import dev.idp.kubernetes.check.Field;
import dev.idp.kubernetes.check.ManifestObject;
import dev.idp.kubernetes.check.Pod;

/**
 * How many pods of one kind there are.
 *
 * @param least how many there always are; of a job, how many must run so that it gets on
 * @param most how many there may be
 * @param surge how many more there are for a while when they are replaced, which count like all others
 * @param nature what one should know of the numbers
 */
record Scale(long least, long most, Surge surge, Nature nature) {

    /** Why there are as many pods as there are. */
    enum Nature {
        /** Somebody said how many. */
        FIXED,
        /** An autoscaler decides. */
        SCALED,
        /** They run to an end, and one after the other if need be. */
        RUN,
        /** Like a run, and the next may start before it ends. */
        OVERLAPPING_RUN,
        /** One on each node, and nobody here knows how many nodes there are. */
        PER_NODE
    }

    static Scale of(Pod pod, Namespace namespace) {
        ManifestObject object = pod.object();
        Field spec = object.at("spec");
        return switch (object.kind()) {
            case "Deployment" -> ofReplicas(object, namespace, Surge.of(spec.get("strategy")));
            case "StatefulSet", "ReplicaSet", "ReplicationController" -> ofReplicas(object, namespace, Surge.NONE);
            case "DaemonSet" -> new Scale(1, 1, Surge.NONE, Nature.PER_NODE);
            case "Job" -> ofJob(spec, Nature.RUN, spec);
            case "CronJob" ->
                ofJob(
                        spec.at("jobTemplate", "spec"),
                        spec.get("concurrencyPolicy").text().orElse("Allow").equals("Allow")
                                ? Nature.OVERLAPPING_RUN
                                : Nature.RUN,
                        spec);
            case "Pod" -> new Scale(1, 1, Surge.NONE, Nature.FIXED);
            default -> new Scale(0, 0, Surge.NONE, Nature.FIXED);
        };
    }

    private static Scale ofReplicas(ManifestObject object, Namespace namespace, Surge surge) {
        long replicas = number(object.at("spec", "replicas"), 1);
        // An autoscaler leaves alone what somebody scaled to zero.
        return namespace
                .autoscaler(object)
                .filter(spec -> replicas > 0)
                .map(spec -> {
                    long least = number(spec.get("minReplicas"), 1);
                    long most = Math.max(least, number(spec.get("maxReplicas"), least));
                    return new Scale(least, most, surge, Nature.SCALED);
                })
                .orElseGet(() -> new Scale(replicas, replicas, surge, Nature.FIXED));
    }

    private static Scale ofJob(Field job, Nature nature, Field suspended) {
        long parallel = suspended.get("suspend").isTrue() ? 0 : number(job.get("parallelism"), 1);
        long most = Math.min(parallel, number(job.get("completions"), parallel));
        return new Scale(Math.min(1, most), most, Surge.NONE, nature);
    }

    private static long number(Field field, long otherwise) {
        return field.number().filter(number -> number >= 0).orElse(otherwise);
    }
}
