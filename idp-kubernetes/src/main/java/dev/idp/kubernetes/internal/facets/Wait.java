package dev.idp.kubernetes.internal.facets;

import static dev.idp.Cpu.millis;
import static dev.idp.Memory.mebibytes;

import dev.idp.Container;
import dev.idp.Image;
import dev.idp.explain.Decision;
import dev.idp.kubernetes.KubernetesSettings;
import dev.idp.kubernetes.internal.render.Output;
import dev.idp.kubernetes.internal.render.Trace;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.JobPlan;
import dev.idp.plan.ServicePlan;
import dev.idp.plan.Start;
import dev.idp.plan.WorkloadPlan;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * That the pods of a workload wait until another one is ready or complete.
 *
 * @param start the edge of the graph
 * @param first what is waited for
 * @param image what waits
 */
record Wait(Start start, WorkloadPlan first, Decision<Image> image) {

    /** The waits of a workload; none unless somebody said by what pods wait. */
    static List<Wait> of(WorkloadPlan workload, EnvironmentPlan environment) {
        Decision<Image> image = workload.decision(KubernetesSettings.WAIT_BY);
        if (!image.isPresent()) {
            return List.of();
        }
        return environment.graph().waitsFor(workload.name()).stream()
                .flatMap(start ->
                        environment.findWorkload(start.to()).stream().map(first -> new Wait(start, first, image)))
                .toList();
    }

    /** The waits for a workload. */
    static List<Wait> until(WorkloadPlan first, EnvironmentPlan environment) {
        return environment.graph().waitingFor(first.name()).stream()
                .flatMap(start -> environment.findWorkload(start.from()).stream())
                .flatMap(workload -> of(workload, environment).stream())
                .filter(wait -> wait.first().name().equals(first.name()))
                .toList();
    }

    /** What makes a workload wait. */
    static Decision<?>[] reasons(Collection<Wait> waits) {
        return waits.stream()
                .flatMap(wait -> Stream.of(wait.reasons()))
                .distinct()
                .toArray(Decision<?>[]::new);
    }

    Decision<?>[] reasons() {
        return Stream.concat(Stream.of(image), start.because().stream()).toArray(Decision<?>[]::new);
    }

    boolean isForService() {
        return first instanceof ServicePlan;
    }

    /** The kind of object that is looked at, as its API spells it in the singular. */
    String kind() {
        return first instanceof ServicePlan service ? Kinds.of(service).toLowerCase(Locale.ROOT) : "job";
    }

    /** Cites what was said to be waited for, and all that its name is made of; the name of a Job is made of its pods. */
    String object(Trace trace, String pointer, Output output) {
        Set<Decision<?>> made = new LinkedHashSet<>();
        String name = first.name();
        if (first instanceof JobPlan job && job.schedule().isEmpty()) {
            Output.RunName run = output.nameOf(job);
            made.addAll(run.decisions());
            name = run.name();
        } else {
            made.add(first.identity());
        }
        made.addAll(start.because());
        trace.cite(pointer, made.toArray(Decision<?>[]::new));
        return name;
    }

    /** Cites what was said to be waited for, where that alone counts. */
    void cite(Trace trace, String pointer) {
        trace.cite(pointer, start.because().toArray(Decision<?>[]::new));
    }

    String group() {
        return isForService() ? "apps" : "batch";
    }

    /** The init container that waits; kubectl takes that much to look at one object. */
    Container container() {
        return Container.named(VolumeNames.ofClaim("wait-for", first.name()))
                .image(image.get().reference())
                .cpu(millis(10))
                .memory(mebibytes(32), mebibytes(128))
                .build();
    }
}
