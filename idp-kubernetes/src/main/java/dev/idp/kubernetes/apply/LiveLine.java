package dev.idp.kubernetes.apply;

import dev.idp.kubernetes.internal.ready.OneLine;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** How far applying is, in one line for a terminal. */
final class LiveLine {

    private final String set;
    private final int objects;
    private final Set<ObjectKey> begun = new HashSet<>();

    /** What is waited for; what was heard of last is last. */
    private final Map<ObjectKey, String> waiting = new LinkedHashMap<>();

    private int pruned;

    LiveLine(String set, int objects) {
        this.set = set;
        this.objects = objects;
    }

    String set() {
        return set;
    }

    void take(ApplyEvent event) {
        if (event instanceof ApplyEvent.Applied applied) {
            apply(applied);
        } else if (event instanceof ApplyEvent.Waiting waits) {
            waiting.remove(waits.object());
            waiting.put(waits.object(), waits.message());
        } else if (event instanceof ApplyEvent.Ready ready) {
            waiting.remove(ready.object());
        } else if (event instanceof ApplyEvent.Failed failed) {
            end(failed.object());
        } else if (event instanceof ApplyEvent.Skipped skipped) {
            end(skipped.object());
        }
    }

    private void apply(ApplyEvent.Applied applied) {
        switch (applied.result()) {
            case PRUNED -> pruned++;
            case KEPT -> {}
            default -> begun.add(applied.object());
        }
    }

    private void end(ObjectKey object) {
        begun.add(object);
        waiting.remove(object);
    }

    @Override
    public String toString() {
        if (pruned > 0) {
            return "pruning " + set + ", " + pruned + " gone";
        }
        if (begun.isEmpty() && waiting.isEmpty()) {
            return "looking at what is there of " + set;
        }
        String applying = begun.size() < objects ? "applying " + begun.size() + "/" + objects : "";
        String between = applying.isEmpty() || waiting.isEmpty() ? "" : ", ";
        return applying + between + awaited();
    }

    private String awaited() {
        return waiting.entrySet().stream()
                .reduce((earlier, later) -> later)
                .map(last -> "waiting for " + waiting.size() + ": "
                        + OneLine.uncut(
                                last.getKey().kind() + "/" + last.getKey().name() + " " + last.getValue()))
                .orElse("");
    }
}
