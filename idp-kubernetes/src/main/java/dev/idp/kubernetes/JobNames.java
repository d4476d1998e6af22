package dev.idp.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import dev.idp.explain.Decision;
import dev.idp.kubernetes.internal.render.ContentHash;
import dev.idp.kubernetes.internal.render.Output;
import dev.idp.kubernetes.internal.render.Pointers;
import dev.idp.kubernetes.internal.render.RecordingTrace;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Completes the names of Jobs with digits that change with their pods, edits included: the pods of a Job cannot be changed,
 * so another content must be another Job, which then runs.
 *
 * <p>A Job that an extension adds keeps the name that it has.
 *
 * <p>The digits are made of the leaves in the order of their pointers, and do not depend on how objects are written.
 */
final class JobNames {

    private static final String NAME = "/metadata/name";
    private static final String PODS = "/spec/template";

    private JobNames() {}

    static void complete(List<RenderedObject> objects) {
        for (RenderedObject rendered : objects) {
            if (isGenerated(rendered)) {
                complete((Job) rendered.object(), rendered.trace());
            }
        }
    }

    /** What the only Job of a job is called. */
    static Output.RunName of(List<RenderedObject> objects) {
        RenderedObject job =
                objects.stream().filter(JobNames::isGenerated).findFirst().orElseThrow();
        RecordingTrace trace = job.trace();
        return new Output.RunName(
                job.object().getMetadata().getName(),
                trace == null ? List.of() : trace.ofPresent(NAME).orElseThrow().decisions());
    }

    private static boolean isGenerated(RenderedObject rendered) {
        return rendered.object() instanceof Job && rendered.extra() == null;
    }

    private static void complete(Job job, @Nullable RecordingTrace trace) {
        ContentHash hash = new ContentHash();
        JsonNode pods = Serialization.tree(job).at(PODS);
        Pointers.leaves(pods).forEach((pointer, value) -> hash.add(pointer).add(value.toString()));
        job.getMetadata().setName(job.getMetadata().getName() + "-" + hash.end());
        if (trace != null) {
            explain(trace);
        }
    }

    private static void explain(RecordingTrace trace) {
        Set<Decision<?>> made = new LinkedHashSet<>();
        trace.ofPresent(NAME).ifPresent(note -> made.addAll(note.decisions()));
        trace.below(PODS, false).forEach(note -> {
            made.addAll(note.decisions());
            made.addAll(note.conditions());
        });
        trace.cite(NAME, made.toArray(Decision<?>[]::new));
        trace.rule(NAME, "the pods of a Job cannot be changed, so another content has another name");
    }
}
