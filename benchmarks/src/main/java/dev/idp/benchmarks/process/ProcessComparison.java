package dev.idp.benchmarks.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs this library beside its peers on the same platform, each a process of its own, and prints what each took. */
public final class ProcessComparison {

    private static final int DIFFERENCES_SHOWN = 5;

    private final Options options;
    private final Path home;
    private final Path out;
    private final Report report;
    private final List<Tool> ready = new ArrayList<>();
    private final List<String> differing = new ArrayList<>();

    private ProcessComparison(Options options, Path home, Path out) {
        this.options = options;
        this.home = home;
        this.out = out;
        this.report = new Report(System.out, options);
    }

    /**
     * Runs it, as the properties {@code sizes}, {@code runs}, {@code tools}, {@code limit} and {@code out} say.
     *
     * @param args none
     * @throws Exception if a tool that is there fails, or makes other objects than ours
     */
    public static void main(String[] args) throws Exception {
        Options options = Options.fromProperties();
        Path home = Files.createTempDirectory("processes");
        Path out = Files.createTempDirectory(options.out(), "processes");
        try {
            new ProcessComparison(options, home, out).run();
        } finally {
            Directories.delete(out);
            Directories.delete(home);
        }
    }

    private void run() throws IOException, InterruptedException {
        prepare();
        Comparison smaller = null;
        for (int size : options.sizes()) {
            Comparison comparison = new Comparison(size, options, home, out);
            for (Tool tool : ready) {
                String why = smaller == null ? null : smaller.reasonNotToWait(tool, size);
                if (why == null) {
                    comparison.add(tool);
                } else {
                    comparison.leaveOut(tool, why);
                }
            }
            comparison.run();
            report.table(comparison);
            allocations(comparison);
            note(comparison);
            smaller = comparison;
        }
        if (!differing.isEmpty()) {
            throw new IOException("not the same objects:\n" + String.join("\n", differing));
        }
    }

    private void prepare() throws IOException, InterruptedException {
        Map<Tool, String> versions = new LinkedHashMap<>();
        Map<Tool, String> absent = new LinkedHashMap<>();
        for (Tool tool : options.chosen()) {
            try {
                versions.put(tool, tool.prepare(Files.createDirectory(home.resolve(tool.name()))));
                ready.add(tool);
            } catch (AbsentException e) {
                absent.put(tool, String.valueOf(e.getMessage()));
            }
        }
        report.head(versions, absent);
    }

    private void allocations(Comparison comparison) throws IOException, InterruptedException {
        for (Tool tool : ready) {
            if (tool instanceof JavaTool program && program.isPlain()) {
                report.allocation(tool.name(), comparison.allocation(program));
            }
        }
    }

    private void note(Comparison comparison) {
        comparison.outcomes().forEach((tool, outcome) -> {
            Sameness sameness = outcome.sameness();
            if (sameness != null) {
                sameness.differences().stream()
                        .limit(DIFFERENCES_SHOWN)
                        .forEach(difference -> differing.add(tool.name() + ": " + difference));
            }
        });
    }
}
