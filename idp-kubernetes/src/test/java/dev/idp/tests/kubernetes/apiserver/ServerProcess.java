package dev.idp.tests.kubernetes.apiserver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A program of the control plane, as it is kept running for tests. */
final class ServerProcess {

    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(2);

    /** Whether the program does what it is there for. */
    @FunctionalInterface
    interface Question {
        boolean isYes() throws InterruptedException;
    }

    private final Process process;
    private final Path log;

    private ServerProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    static ServerProcess start(String program, Path log, List<String> flags) throws IOException {
        List<String> command = new ArrayList<>(List.of(binary(program).toString()));
        command.addAll(flags);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        // Memory for time: a server lives as long as its tests.
        builder.environment().put("GOGC", "400");
        return new ServerProcess(builder.start(), log);
    }

    static Path binary(String program) throws IOException {
        try (Stream<Path> binaries = Files.walk(Path.of(System.getenv("KUBE_API_TEST_DIR")))) {
            return binaries.filter(path -> path.endsWith(program))
                    .sorted()
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Asks again and again; the wait between two questions ends early with the program. */
    void awaitThat(Question question) throws IOException, InterruptedException {
        long start = System.nanoTime();
        while (!question.isYes()) {
            if (process.waitFor(20, TimeUnit.MILLISECONDS) || System.nanoTime() - start > PATIENCE_NANOS) {
                kill();
                throw new IOException("a program of the control plane did not start:\n" + Files.readString(log));
            }
        }
    }

    void kill() {
        process.destroyForcibly().onExit().join();
    }
}
