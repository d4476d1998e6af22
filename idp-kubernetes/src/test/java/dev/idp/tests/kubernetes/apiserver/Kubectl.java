package dev.idp.tests.kubernetes.apiserver;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The kubectl beside the binaries of the API server: the class path of these tests must have no HTTP client. */
public final class Kubectl {

    private final Path home;
    private final String program;
    private final Path config;

    public Kubectl(Path home, String config) throws IOException {
        this.home = home;
        this.config = Files.writeString(home.resolve("config"), config);
        this.program = ServerProcess.binary("kubectl").toString();
    }

    /** What a command printed, and how it ended. */
    public record Answer(int code, String text) {}

    public Answer run(String... arguments) throws IOException, InterruptedException {
        return runWith("", arguments);
    }

    /** With a text to read where it is told to read from {@code -}. */
    public Answer runWith(String input, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(program, "--kubeconfig=" + config));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("HOME", home.toString());
        Process process = builder.start();
        try (OutputStream in = process.getOutputStream()) {
            in.write(input.getBytes(StandardCharsets.UTF_8));
        }
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(process.waitFor(), text);
    }
}
