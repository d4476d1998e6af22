package dev.idp.testing.part;

import dev.idp.Platform;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.spi.Part;
import dev.idp.spi.PartContents;
import dev.idp.spi.Taken;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;

/**
 * A part that a platform takes, itself or through another part.
 *
 * @param part the part
 * @param where the line of the platform, and the parts between
 * @param workloads the names of what the part runs
 */
record TakenPart(Part part, String where, Set<String> workloads) {

    private record Visit(Taken taken, String through) {}

    /** The nearest way to a part counts, so that its line is the platform's own wherever it can be. */
    static Map<String, TakenPart> of(Platform platform) {
        Map<String, TakenPart> parts = new LinkedHashMap<>();
        Queue<Visit> queue = new ArrayDeque<>();
        platform.parts().forEach(taken -> queue.add(new Visit(taken, "")));
        while (!queue.isEmpty()) {
            Visit visit = queue.remove();
            Part part = visit.taken().part();
            if (parts.containsKey(part.id())) {
                continue;
            }
            String where = visit.through().isEmpty()
                    ? visit.taken().origin().toString()
                    : visit.through() + ", " + visit.taken().origin();
            PartContents contents = new PartContents();
            part.compose(contents);
            Set<String> workloads = new TreeSet<>();
            contents.services().forEach(service -> workloads.add(service.name()));
            contents.jobs().forEach(job -> workloads.add(job.name()));
            TakenPart found = new TakenPart(part, where, workloads);
            parts.put(part.id(), found);
            contents.parts().forEach(taken -> queue.add(new Visit(taken, where + ", through " + found)));
        }
        return parts;
    }

    /** A part without workloads of its own brings others, and is everywhere. */
    boolean runsIn(EnvironmentPlan environment) {
        return workloads.isEmpty()
                || workloads.stream()
                        .anyMatch(name -> environment.findWorkload(name).isPresent());
    }

    /** Returns for example {@code part com.example:payments 1.2}. */
    @Override
    public String toString() {
        return "part " + part.id() + " " + part.version();
    }
}
