package dev.idp.tests.kubernetes.apiserver;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The kubectl beside the binaries of the API server: the class path of these tests must have no HTTP client. */
final class Kubectl {

    private final Path home;
    private final String program;
    private final Path config;

    Kubectl(Path home, String config) throws IOException {
        this.home = home;
        this.config = Files.writeString(home.resolve("config"), config);
        try (Stream<Path> binaries = Files.walk(Path.of(System.getenv("KUBE_API_TEST_DIR")))) {
            this.program = binaries.filter(path -> path.endsWith("kubectl"))
                    .sorted()
                    .findFirst()
                    .orElseThrow()
                    .toString();
        }
    }

    /** What a command printed, and how it ended. */
    record Answer(int code, String text) {}

    Answer run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(program, "--kubeconfig=" + config));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("HOME", home.toString());
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(process.waitFor(), text);
    }
}
