package dev.idp.kubernetes.internal.facets;

import dev.idp.Settings;
import dev.idp.kubernetes.internal.render.JobFacet;
import dev.idp.kubernetes.internal.render.Output;
import dev.idp.kubernetes.internal.render.Trace;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.JobPlan;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.batch.v1.Job;

/**
 * A job that runs once, as a Job.
 *
 * <p>The pods of a Job cannot be changed. Its name gets digits that change with them, once everybody has had their say
 * about it: another content is another Job, and runs.
 */
final class OnceFacet implements JobFacet {

    @Override
    public void render(JobPlan job, EnvironmentPlan environment, Output output) {
        if (job.schedule().isPresent()) {
            return;
        }
        Trace trace = output.start();
        ObjectMeta meta = Kinds.meta(trace, "Job", job, environment);
        trace.because("/kind", "Job", "it runs once", job.decision(Settings.SCHEDULE));
        trace.absent("/spec/schedule", Settings.SCHEDULE.reason(), job.decision(Settings.SCHEDULE));
        trace.absent("/spec/concurrencyPolicy", "what runs once overlaps with nothing", job.decision(Settings.OVERLAP));
        Job rendered = new Job();
        rendered.setMetadata(meta);
        rendered.setSpec(Runs.spec(trace.at("/spec"), job, environment, output));
        output.add(rendered);
    }
}
