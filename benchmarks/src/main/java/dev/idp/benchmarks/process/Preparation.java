package dev.idp.benchmarks.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What happens in a directory before anything is timed. */
record Preparation(Path directory) {

    static Preparation in(Path directory) {
        return new Preparation(directory);
    }

    /** Copies a project to it. */
    Preparation copy(Path project) throws IOException {
        try (Stream<Path> files = Files.walk(project)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path target = directory.resolve(project.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
        return this;
    }

    /** Runs a command that has to succeed, and returns what it printed. */
    String run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(
                    String.join(" ", command.subList(0, Math.min(3, command.size()))) + " failed: " + tail(printed));
        }
        return printed.strip();
    }

    private static String tail(String printed) {
        return printed.substring(Math.max(0, printed.length() - 1500)).strip();
    }

    /** Runs a command without which the tool is absent. */
    String need(String remedy, String... command) throws AbsentException, InterruptedException {
        try {
            return run(List.of(command));
        } catch (IOException e) {
            String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("it failed");
            throw new AbsentException(reason, remedy);
        }
    }
}
