package dev.idp.benchmarks.process;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Prints it as Markdown. */
record Report(PrintStream printer, Options options) {

    private static final int OBJECTS_PER_SERVICE = 3 * 8;
    private static final int OBJECTS_OF_OUR_ENVIRONMENTS = 3 * 2;

    void head(Map<Tool, String> versions, Map<Tool, String> absent) {
        print(
                "%n%d cores, %s %s, Java %s; load %.1f at the start; outputs below %s.%n",
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                Runtime.version(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                options.out());
        print(
                "Whole processes: medians of %d runs, in turn, after one to warm up; ratios are medians of those of the rounds.%n",
                options.runs());
        print(
                "CPU is that of all children too. Memory is the sum of the peaks of the processes that live at one time.%n%n");
        versions.forEach((tool, version) -> print("- `%s`: %s%n", tool.name(), version));
        absent.forEach((tool, reason) -> print("- `%s`: absent, %s%n", tool.name(), reason));
    }

    void table(Comparison comparison) {
        int objects = comparison.size() * OBJECTS_PER_SERVICE;
        print("%n### %,d services, %,d objects%n%n", comparison.size(), objects);
        print("| tool | wall, s | from – to | CPU, s | CPU an object, µs | peak, MB | wall : `idp` | CPU : `idp` ");
        print("| peak : `idp` | equal objects |%n|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|%n");
        Series ours = comparison.outcomes().entrySet().stream()
                .filter(entry -> entry.getKey().name().equals("idp"))
                .map(entry -> entry.getValue().series())
                .findFirst()
                .orElseGet(Series::new);
        comparison.outcomes().forEach((tool, outcome) -> {
            String why = outcome.unmeasured();
            if (why == null) {
                row(tool, outcome, ours, objects + (tool.isOurs() ? OBJECTS_OF_OUR_ENVIRONMENTS : 0));
            } else {
                print("| `%s` | %s | | | | | | | | |%n", tool.name(), why);
            }
        });
    }

    private void row(Tool tool, Outcome outcome, Series ours, int objects) {
        Series series = outcome.series();
        double cpu = series.median(Measured::cpu);
        print(
                "| `%s` | %.2f | %.2f – %.2f | %s | %s | %s | %s | %s | %s | %s |%n",
                tool.name(),
                series.median(Measured::wall),
                series.least(Measured::wall),
                series.most(Measured::wall),
                figure("%.2f", cpu),
                figure("%.0f", cpu * 1e6 / objects),
                figure("%.0f", series.median(Measured::peak)),
                ratio(series, ours, Measured::wall),
                ratio(series, ours, Measured::cpu),
                ratio(series, ours, Measured::peak),
                equal(outcome.sameness()));
    }

    void allocation(String tool, long bytes) {
        print("%nAllocated by a cold `%s`: %.0f MB.%n", tool, bytes / 1e6);
    }

    private static String ratio(Series theirs, Series ours, ToDoubleFunction<Measured> figure) {
        return ours.isEmpty() ? "–" : figure("%.2f", theirs.times(ours, figure));
    }

    private static String equal(@Nullable Sameness sameness) {
        return sameness == null ? "not read" : sameness.equal() + " of " + sameness.ours();
    }

    private static String figure(String format, double figure) {
        return Double.isNaN(figure) ? "–" : String.format(Locale.ROOT, format, figure);
    }

    private void print(String format, Object... values) {
        printer.printf(Locale.ROOT, format, values);
        printer.flush();
    }
}
