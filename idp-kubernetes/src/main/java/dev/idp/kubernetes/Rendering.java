package dev.idp.kubernetes;

import dev.idp.kubernetes.internal.facets.Facets;
import dev.idp.kubernetes.internal.render.Output;
import dev.idp.kubernetes.internal.render.RecordingTrace;
import dev.idp.kubernetes.internal.render.Trace;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.WorkloadPlan;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
        Collected collected = new Collected("", environment.namespace(), traced);
        Facets.OF_ENVIRONMENT.forEach(facet -> facet.render(environment, collected));
        return collected.objects;
    }

    List<RenderedObject> workload(WorkloadPlan workload) {
        Collected collected = new Collected(workload.name() + "/", environment.namespace(), traced);
        Facets.OF_WORKLOAD.forEach(facet -> facet.render(workload, environment, collected));
        Edits.apply(workload, collected.objects);
        JobNames.complete(collected.objects);
        return collected.objects;
    }

    private static final class Collected implements Output {

        private final String directory;
        private final String namespace;
        private final boolean traced;
        private final List<RenderedObject> objects = new ArrayList<>();
        private @Nullable RecordingTrace trace;

        Collected(String directory, String namespace, boolean traced) {
            this.directory = directory;
            this.namespace = namespace;
            this.traced = traced;
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
            objects.add(new RenderedObject(object, file(object, part), trace));
        }

        /** A workload has one object of a kind and part, so its file keeps its name whatever the object is called. */
        private String file(HasMetadata object, String part) {
            String kind = object.getKind().toLowerCase(Locale.ROOT);
            return directory.isEmpty()
                    ? kind + "-" + object.getMetadata().getName() + elsewhere(object) + ".yaml"
                    : directory + kind + (part.isEmpty() ? "" : "-" + part) + ".yaml";
        }

        /** What each namespace has is called alike. */
        private String elsewhere(HasMetadata object) {
            String there = object.getMetadata().getNamespace();
            return there == null || there.equals(namespace) ? "" : "." + there;
        }
    }
}
