package dev.idp.tests.kubernetes.apply.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A program of the class path of these tests in a process of its own, which can be killed in the middle of what it does. */
public final class KilledProcess implements AutoCloseable {

    private final Process process;
    private final Path output;

    private KilledProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** What the program prints, also of its errors, is kept in the file. */
    public static KilledProcess start(Path output, Class<?> main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        return new KilledProcess(process, output);
    }

    /** Gives the program no time for anything, and returns when it is gone: its exit code is not 0. */
    public int kill() {
        return process.destroyForcibly().onExit().join().exitValue();
    }

    /** Waits until the program has ended by itself. */
    public int end() throws InterruptedException {
        return process.waitFor();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public String output() throws IOException {
        return Files.readString(output);
    }

    @Override
    public void close() {
        kill();
    }
}
