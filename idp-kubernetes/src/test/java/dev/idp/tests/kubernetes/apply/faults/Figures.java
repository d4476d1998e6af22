package dev.idp.tests.kubernetes.apply.faults;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How many cases of each sort ended how. */
final class Figures {

    /** How one case ended. */
    enum End {
        /** The request that was to go wrong was never sent. */
        NOT_MET,
        /** The run did all the same what it should. */
        SURVIVED,
        /** The run said that it failed, or was killed, and the next one did what it should. */
        CONVERGED,
        /** Something is not as it should be. */
        LOST
    }

    /** One case. */
    @FunctionalInterface
    interface Trial {
        End run() throws Exception;
    }

    private final String title;
    private final Map<String, Map<End, Integer>> rows = new LinkedHashMap<>();
    private final List<String> losses = new ArrayList<>();

    Figures(String title) {
        this.title = title;
    }

    /** Runs a case; what is wrong with it is said at the end, with all others. */
    void count(String row, String name, Trial trial) {
        End end;
        try {
            end = trial.run();
        } catch (Exception | AssertionError failed) {
            end = End.LOST;
            losses.add(row + ", " + name + ": " + failed);
        }
        rows.computeIfAbsent(row, each -> new EnumMap<>(End.class)).merge(end, 1, Integer::sum);
    }

    List<String> losses() {
        return List.copyOf(losses);
    }

    /** A line for each sort. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(
                String.format("%n%-34s %8s %8s %9s %5s%n", title, "injected", "survived", "converged", "lost"));
        rows.forEach((row, counts) -> text.append(String.format(
                "%-34s %8d %8d %9d %5d%n",
                row,
                counts.getOrDefault(End.SURVIVED, 0)
                        + counts.getOrDefault(End.CONVERGED, 0)
                        + counts.getOrDefault(End.LOST, 0),
                counts.getOrDefault(End.SURVIVED, 0),
                counts.getOrDefault(End.CONVERGED, 0),
                counts.getOrDefault(End.LOST, 0))));
        return text.toString();
    }
}
