package dev.idp.benchmarks.process;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** The timed runs of a tool at a size, in the order of the rounds. */
final class Series {

    private final List<Measured> runs = new ArrayList<>();

    void add(Measured measured) {
        runs.add(measured);
    }

    boolean isEmpty() {
        return runs.isEmpty();
    }

    double median(ToDoubleFunction<Measured> figure) {
        return median(runs.stream().mapToDouble(figure));
    }

    double least(ToDoubleFunction<Measured> figure) {
        return runs.stream().mapToDouble(figure).min().orElseThrow();
    }

    double most(ToDoubleFunction<Measured> figure) {
        return runs.stream().mapToDouble(figure).max().orElseThrow();
    }

    /** How many times that of the other, round by round, so that a slow minute of the machine falls on both. */
    double times(Series other, ToDoubleFunction<Measured> figure) {
        return median(IntStream.range(0, runs.size())
                .mapToDouble(i -> figure.applyAsDouble(runs.get(i)) / figure.applyAsDouble(other.runs.get(i))));
    }

    private static double median(DoubleStream figures) {
        double[] sorted = figures.sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
