package dev.idp.kubernetes.internal.facets;

import dev.idp.Overlap;
import dev.idp.Schedule;
import dev.idp.Settings;
import dev.idp.explain.Decision;
import dev.idp.kubernetes.internal.render.JobFacet;
import dev.idp.kubernetes.internal.render.Output;
import dev.idp.kubernetes.internal.render.Trace;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.JobPlan;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.CronJobSpec;
import io.fabric8.kubernetes.api.model.batch.v1.JobTemplateSpec;
import org.jspecify.annotations.Nullable;

/** A job that runs again and again, as a CronJob. */
final class ScheduledFacet implements JobFacet {

    @Override
    public void render(JobPlan job, EnvironmentPlan environment, Output output) {
        Decision<Schedule> schedule = job.decision(Settings.SCHEDULE);
        if (!schedule.isPresent()) {
            return;
        }
        Trace trace = output.start();
        ObjectMeta meta = Kinds.meta(trace, "CronJob", job, environment);
        trace.because("/kind", "CronJob", "it runs again and again", schedule);
        CronJobSpec spec = new CronJobSpec();
        spec.setSchedule(trace.value("/spec/schedule", schedule).cron());
        spec.setTimeZone(trace.value("/spec/timeZone", schedule).zone());
        spec.setConcurrencyPolicy(concurrency(trace, job.decision(Settings.OVERLAP)));
        Trace runs = trace.at("/spec/jobTemplate");
        spec.setJobTemplate(new JobTemplateSpec(
                Metadata.ofPods(runs.at("/metadata"), job, environment),
                Runs.spec(runs.at("/spec"), job, environment, output)));
        CronJob rendered = new CronJob();
        rendered.setMetadata(meta);
        rendered.setSpec(spec);
        output.add(rendered);
    }

    private static @Nullable String concurrency(Trace trace, Decision<Overlap> overlap) {
        if (!overlap.isPresent()) {
            trace.absent("/spec/concurrencyPolicy", "left to Kubernetes, which lets runs overlap", overlap);
            return null;
        }
        return switch (trace.value("/spec/concurrencyPolicy", overlap)) {
            case SKIP -> "Forbid";
            case ALLOW -> "Allow";
            case REPLACE -> "Replace";
        };
    }
}
