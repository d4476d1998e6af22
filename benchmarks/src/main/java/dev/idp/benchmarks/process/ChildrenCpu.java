package dev.idp.benchmarks.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the children of this process that have ended took of the processors, with their children; as Linux counts it. */
final class ChildrenCpu {

    private static final Path STAT = Path.of("/proc/self/stat");
    private static final double TICKS_PER_SECOND = 100;

    private ChildrenCpu() {}

    static double seconds() throws IOException {
        if (!Files.exists(STAT)) {
            return Double.NaN;
        }
        String stat = Files.readString(STAT);
        // The name, second of the fields, may hold spaces and brackets; the state, third, comes after its last bracket.
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return (Long.parseLong(fields[13]) + Long.parseLong(fields[14])) / TICKS_PER_SECOND;
    }
}
