package dev.idp.kubernetes;

import dev.idp.kubernetes.internal.facets.Facets;
import dev.idp.kubernetes.internal.render.Output;
import dev.idp.kubernetes.internal.render.RecordingTrace;
import dev.idp.kubernetes.internal.render.Trace;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.JobPlan;
import dev.idp.plan.WorkloadPlan;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs the facets, for one workload at a time, so that what is written need not be kept. */
final class Rendering {

    private final EnvironmentPlan environment;
    private final boolean traced;

    Rendering(EnvironmentPlan environment, boolean traced) {
        this.environment = environment;
        this.traced = traced;
    }

    List<RenderedObject> environment() {
        Collected collected = new Collected(null);
        Facets.OF_ENVIRONMENT.forEach(facet -> facet.render(environment, collected));
        Extensions.run(environment, collected.objects, traced);
        return collected.objects;
    }

    List<RenderedObject> workload(WorkloadPlan workload) {
        Collected collected = new Collected(workload.name());
        Facets.OF_WORKLOAD.forEach(facet -> facet.render(workload, environment, collected));
        Extensions.run(workload, environment, collected.objects, traced);
        JobNames.complete(collected.objects);
        return collected.objects;
    }

    private final class Collected implements Output {

        private final @Nullable String workload;
        private final List<RenderedObject> objects = new ArrayList<>();
        private @Nullable RecordingTrace trace;

        Collected(@Nullable String workload) {
            this.workload = workload;
        }

        @Override
        public RunName nameOf(JobPlan job) {
            try {
                return JobNames.of(Rendering.this.workload(job));
            } catch (Fault.Refused refused) {
                // The job itself reports it, and nothing of this is written.
                return new RunName(job.name(), List.of());
            }
        }

        @Override
        public Trace start() {
            if (!traced) {
                return Trace.OFF;
            }
            RecordingTrace started = new RecordingTrace();
            trace = started;
            return started;
        }

        @Override
        public void add(HasMetadata object, String part) {
            objects.add(new RenderedObject(
                    object,
                    workload,
                    FileNames.ofGenerated(object, part, workload, environment.namespace()),
                    trace,
                    null));
        }
    }
}
