package dev.idp.kubernetes;

import dev.idp.explain.Source;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.Problem;
import dev.idp.plan.WorkloadPlan;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds objects that extensions add under the name of another object; either would replace the other. */
final class SameNames {

    private final EnvironmentPlan environment;
    private final Map<Key, RenderedObject.Extra> extras = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    /** What the API server knows an object by. */
    private record Key(String kind, String group, @Nullable String namespace, String name) {

        static Key of(RenderedObject rendered) {
            HasMetadata object = rendered.object();
            return new Key(
                    object.getKind(),
                    rendered.group(),
                    object.getMetadata().getNamespace(),
                    object.getMetadata().getName());
        }
    }

    SameNames(EnvironmentPlan environment) {
        this.environment = environment;
    }

    /** Keeps the extra ones among some objects, and compares them with each other. */
    void collect(List<RenderedObject> objects) {
        for (RenderedObject rendered : objects) {
            RenderedObject.Extra extra = rendered.extra();
            if (extra != null) {
                RenderedObject.Extra first = extras.putIfAbsent(Key.of(rendered), extra);
                if (first != null) {
                    clash(rendered, extra, "first", first.said().source(), "second");
                }
            }
        }
    }

    boolean hasAny() {
        return !extras.isEmpty();
    }

    /** Compares what is generated for the environment as a whole with what was kept. */
    void compare(List<RenderedObject> objects) {
        compare(objects, environment.identity().source());
    }

    /** Compares what is generated for a workload with what was kept. */
    void compare(WorkloadPlan workload, List<RenderedObject> objects) {
        compare(objects, workload.identity().source());
    }

    private void compare(List<RenderedObject> objects, Source declared) {
        for (RenderedObject rendered : objects) {
            RenderedObject.Extra extra = rendered.extra() == null ? extras.get(Key.of(rendered)) : null;
            if (extra != null) {
                clash(rendered, extra, "generated", declared, "added");
            }
        }
    }

    private void clash(RenderedObject rendered, RenderedObject.Extra extra, String label, Source first, String second) {
        problems.add(Problem.of(
                        extra.attachment().subject(),
                        environment.name(),
                        extra.said().get() + " add " + rendered.reference() + ", which there is already")
                .cite(label, first)
                .cite(second, extra.said().source())
                .fix("give it another name, or edit the other one"));
    }

    List<Problem> problems() {
        return problems;
    }
}
