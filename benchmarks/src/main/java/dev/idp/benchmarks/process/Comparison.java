package dev.idp.benchmarks.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tools at one size, in turn in each round: whatever the machine does meanwhile falls on all of them. */
final class Comparison {

    /** Larger outputs are not read: the programs are the same. */
    private static final int MOST_COMPARED = 100;

    private final int size;
    private final Options options;
    private final Path home;
    private final Path out;
    private final Map<Tool, Outcome> outcomes = new LinkedHashMap<>();

    Comparison(int size, Options options, Path home, Path out) {
        this.size = size;
        this.options = options;
        this.home = home;
        this.out = out;
    }

    int size() {
        return size;
    }

    Map<Tool, Outcome> outcomes() {
        return outcomes;
    }

    void leaveOut(Tool tool, String why) {
        Outcome outcome = new Outcome();
        outcome.isNotMeasured(why);
        outcomes.put(tool, outcome);
    }

    void add(Tool tool) {
        outcomes.put(tool, new Outcome());
    }

    /** Why a tool is not started at a larger size: it has not ended at this one, or would hardly at that. */
    @Nullable
    String reasonNotToWait(Tool tool, int larger) {
        Outcome outcome = outcomes.get(tool);
        if (outcome == null) {
            return null;
        }
        if (outcome.unmeasured() != null) {
            return "not waited for";
        }
        double expected = outcome.series().median(Measured::wall) * larger / size;
        return expected > options.limit().toSeconds()
                ? String.format(Locale.ROOT, "not waited for (about %.0f)", expected)
                : null;
    }

    void run() throws IOException, InterruptedException {
        for (int round = 0; round <= options.runs(); round++) {
            for (Map.Entry<Tool, Outcome> entry : outcomes.entrySet()) {
                if (entry.getValue().unmeasured() == null) {
                    runOnce(entry.getKey(), entry.getValue(), round == 0);
                }
            }
        }
        compare();
    }

    private void runOnce(Tool tool, Outcome outcome, boolean isWarmUp) throws IOException, InterruptedException {
        Path directory = out.resolve(tool.name());
        if (isWarmUp || tool.startsEmpty()) {
            Directories.empty(directory);
        }
        tool.prepareRun(size, directory);
        try {
            Measured measured = new MeasuredProcess(
                            tool.command(size, directory),
                            home.resolve(tool.name()),
                            home.resolve(tool.name() + ".log"),
                            options.limit())
                    .run();
            if (!isWarmUp) {
                outcome.series().add(measured);
            }
        } catch (LimitExceededException e) {
            outcome.isNotMeasured(String.valueOf(e.getMessage()));
        }
    }

    private void compare() throws IOException {
        Path reference = Directories.empty(out.resolve("reference"));
        if (size <= MOST_COMPARED) {
            IdpProgram.main(new String[] {String.valueOf(size), reference.toString()});
        }
        Map<ObjectKey, Object> ours = AllowedDifferences.takenOff(new ManifestDirectory(reference).objects());
        for (Map.Entry<Tool, Outcome> entry : outcomes.entrySet()) {
            if (entry.getValue().unmeasured() == null) {
                compare(entry.getKey(), entry.getValue(), ours);
            }
        }
    }

    private void compare(Tool tool, Outcome outcome, Map<ObjectKey, Object> ours) throws IOException {
        ManifestDirectory written = new ManifestDirectory(out.resolve(tool.name()));
        if (written.countWorkloads() != 3 * size) {
            throw new IOException(tool.name() + " wrote " + written.countWorkloads() + " files, not " + 3 * size);
        }
        if (size <= MOST_COMPARED) {
            Map<ObjectKey, Object> theirs = written.objects();
            outcome.compared(Sameness.of(ours, tool.isOurs() ? AllowedDifferences.takenOff(theirs) : theirs));
        }
    }

    /** What a process allocates, apart from the timed runs; in bytes. */
    long allocation(JavaTool tool) throws IOException, InterruptedException {
        String printed = Preparation.in(Files.createDirectories(home.resolve(tool.name())))
                .run(tool.allocating(size, Directories.empty(out.resolve("allocation"))));
        return Long.parseLong(printed.substring(printed.lastIndexOf('\n') + 1));
    }
}
