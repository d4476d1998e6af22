package dev.idp.benchmarks.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The most memory of a process and its children at one time: the sum of the peaks of those that live, as Linux counts. */
final class ProcessMemory {

    /** Children are looked for less often, since that means to read all processes of the machine. */
    private static final int LOOKS_PER_SEARCH = 3;

    private final ProcessHandle process;
    private List<ProcessHandle> children = List.of();
    private long looks;
    private long peak;

    ProcessMemory(ProcessHandle process) {
        this.process = process;
    }

    void look() {
        if (looks++ % LOOKS_PER_SEARCH == 0) {
            children = process.descendants().toList();
        }
        long sum = kilobytes(process);
        for (ProcessHandle child : children) {
            sum += kilobytes(child);
        }
        peak = Math.max(peak, sum);
    }

    long looks() {
        return looks;
    }

    /** In megabytes. */
    double peak() {
        return peak == 0 ? Double.NaN : peak / 1024.0;
    }

    private static long kilobytes(ProcessHandle process) {
        try {
            String status = Files.readString(Path.of("/proc", String.valueOf(process.pid()), "status"));
            int begin = status.indexOf("VmHWM:");
            return begin < 0
                    ? 0
                    : Long.parseLong(status.substring(begin + 6, status.indexOf("kB", begin))
                            .strip());
        } catch (IOException e) {
            // It has ended, or there is no /proc.
            return 0;
        }
    }
}
