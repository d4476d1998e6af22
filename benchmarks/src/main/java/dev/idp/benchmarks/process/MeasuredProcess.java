package dev.idp.benchmarks.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process from its start to its end. */
record MeasuredProcess(List<String> command, Path directory, Path log, Duration limit) {

    /** Often enough for a process of a tenth of a second, and then seldom enough not to disturb one that takes longer. */
    private static final int SHORT_WAIT = 10;

    private static final int LONG_WAIT = 50;
    private static final long ENOUGH_SHORT_WAITS = 50;

    Measured run() throws IOException, InterruptedException, LimitExceededException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        double before = ChildrenCpu.seconds();
        long begin = System.nanoTime();
        Process process = builder.start();
        ProcessMemory memory = new ProcessMemory(process.toHandle());
        while (!process.waitFor(memory.looks() < ENOUGH_SHORT_WAITS ? SHORT_WAIT : LONG_WAIT, TimeUnit.MILLISECONDS)) {
            memory.look();
            if (System.nanoTime() - begin > limit.toNanos()) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly().waitFor();
                throw new LimitExceededException(limit);
            }
        }
        double wall = (System.nanoTime() - begin) / 1e9;
        double cpu = ChildrenCpu.seconds() - before;
        if (process.exitValue() != 0) {
            String printed = Files.readString(log);
            throw new IOException(String.join(" ", command) + " failed with " + process.exitValue() + ": "
                    + printed.substring(0, Math.min(printed.length(), 2000)));
        }
        return new Measured(wall, cpu, memory.peak());
    }
}
