package dev.idp.kubernetes.internal.facets;

import dev.idp.Settings;
import dev.idp.explain.Decision;
import dev.idp.kubernetes.internal.render.Output;
import dev.idp.kubernetes.internal.render.Trace;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.JobPlan;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.batch.v1.JobSpec;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One run of a job, whether it runs once or again and again. */
final class Runs {

    private Runs() {}

    static JobSpec spec(Trace trace, JobPlan job, EnvironmentPlan environment, Output output) {
        JobSpec spec = new JobSpec();
        Decision<Long> retries = job.decision(Settings.RETRIES);
        if (retries.isPresent()) {
            spec.setBackoffLimit(Math.toIntExact(trace.value("/backoffLimit", retries)));
        } else {
            trace.absent("/backoffLimit", "left to Kubernetes, which tries again 6 times", retries);
        }
        Decision<Duration> deadline = job.decision(Settings.DEADLINE);
        if (deadline.isPresent()) {
            spec.setActiveDeadlineSeconds(
                    trace.value("/activeDeadlineSeconds", deadline).toSeconds());
        } else {
            trace.absent("/activeDeadlineSeconds", Settings.DEADLINE.reason(), deadline);
        }
        spec.setTtlSecondsAfterFinished(keptFor(trace, job, environment));
        PodTemplateSpec template = Pods.template(trace.at("/template"), job, environment, output);
        template.getSpec()
                .setRestartPolicy(trace.because(
                        "/template/spec/restartPolicy",
                        "Never",
                        "each try is a pod of its own, so that the log of one that failed can be read"));
        spec.setTemplate(template);
        return spec;
    }

    private static @Nullable Integer keptFor(Trace trace, JobPlan job, EnvironmentPlan environment) {
        String pointer = "/ttlSecondsAfterFinished";
        Decision<Duration> kept = job.decision(Settings.KEPT_FOR);
        List<Wait> waits = Wait.until(job, environment);
        if (!waits.isEmpty()) {
            trace.absent(pointer, "each new copy of what waits for the job looks for it", Wait.reasons(waits));
            return null;
        }
        if (kept.isPresent()) {
            return Math.toIntExact(trace.value(pointer, kept).toSeconds());
        }
        trace.absent(pointer, "a finished job is kept until somebody removes it", kept);
        return null;
    }
}
