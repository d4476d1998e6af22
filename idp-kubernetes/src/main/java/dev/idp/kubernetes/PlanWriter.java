package dev.idp.kubernetes;

import dev.idp.output.WriteReport;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.Plan;
import dev.idp.plan.PlatformException;
import dev.idp.plan.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes the environments of a plan side by side, and none unless all can be rendered. */
final class PlanWriter {

    private final Path directory;
    private final Layout layout;

    PlanWriter(Path directory, Layout layout) {
        this.directory = directory;
        this.layout = layout;
    }

    Map<String, WriteReport> write(Plan plan) {
        List<Manifests> rendered = render(plan);
        List<WriteReport> reports = rendered.parallelStream().map(this::write).toList();
        Map<String, WriteReport> byName = new LinkedHashMap<>();
        for (int i = 0; i < reports.size(); i++) {
            byName.put(rendered.get(i).environment().name(), reports.get(i));
        }
        return Collections.unmodifiableMap(byName);
    }

    private static List<Manifests> render(Plan plan) {
        List<Manifests> rendered = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (EnvironmentPlan environment : plan.environments()) {
            try {
                rendered.add(Kubernetes.backend().render(environment));
            } catch (PlatformException faulty) {
                problems.addAll(faulty.problems());
            }
        }
        if (!problems.isEmpty()) {
            throw new PlatformException(
                    plan.platform(),
                    plan.environments().stream().map(EnvironmentPlan::name).toList(),
                    problems);
        }
        return rendered;
    }

    private WriteReport write(Manifests manifests) {
        return manifests.writeTo(directory.resolve(manifests.environment().name()), layout);
    }
}
