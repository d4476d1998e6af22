package dev.idp.kubernetes;

import dev.idp.Settings;
import dev.idp.explain.Decision;
import dev.idp.explain.Demand;
import dev.idp.kubernetes.internal.render.RecordingTrace;
import dev.idp.plan.WorkloadPlan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Finds the mandates that an edit breaks: those of the decisions that the lines cite which it changed. */
final class BrokenMandates {

    private final Attachment attachment;
    private final RecordingTrace trace;
    private final Map<Demand, SortedSet<String>> broken = new LinkedHashMap<>();

    /**
     * Starts the search.
     *
     * @param attachment what the edit is attached to
     * @param trace what the object was made of before the edit
     */
    BrokenMandates(Attachment attachment, RecordingTrace trace) {
        this.attachment = attachment;
        this.trace = trace;
    }

    Map<Demand, SortedSet<String>> of(Difference difference) {
        difference.changed().forEach(pointer -> trace.ofPresent(pointer)
                .ifPresent(note -> add(pointer, note.decisions())));
        difference.added().forEach(added -> added(added, difference));
        return broken;
    }

    /** What is added breaks what says that nothing stands there, and a list that was to be as it was. */
    private void added(Difference.Added added, Difference difference) {
        String pointer = added.pointer();
        String holder = pointer;
        if (added.was().isPresent()) {
            trace.ofAbsent(added.was().get()).ifPresent(note -> {
                add(pointer, note.decisions());
                add(pointer, note.conditions());
            });
            holder = added.was().get();
            while (!difference.wasThere(holder)) {
                holder = holder.substring(0, holder.lastIndexOf('/'));
            }
        }
        if (difference.wasList(holder)) {
            trace.ofPresent(holder).ifPresent(note -> add(pointer, note.decisions()));
        }
    }

    private void add(String pointer, List<Decision<?>> decisions) {
        for (Decision<?> decision : decisions) {
            for (Demand demand : decision.demands()) {
                if (owners(decision).anyMatch(owner -> !waives(owner, demand))) {
                    broken.computeIfAbsent(demand, key -> new TreeSet<>()).add(pointer);
                }
            }
        }
    }

    /** The workload whose decision it is, unless the edit is another workload's: that changes its own side alone. */
    private Stream<WorkloadPlan> owners(Decision<?> decision) {
        return attachment
                .workload()
                .map(Stream::of)
                .orElseGet(() -> attachment.environment().workloads().stream())
                .filter(workload ->
                        decision.subject().startsWith(WorkloadPlan.path(workload.kind(), workload.name()) + "/"));
    }

    private static boolean waives(WorkloadPlan workload, Demand demand) {
        return workload.entries(Settings.WAIVER).containsKey(demand.id());
    }
}
