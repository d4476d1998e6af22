package dev.idp.benchmarks.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** What a user of kustomize would have written by hand. */
record KustomizeSources(Path templates, Path directory, int size) {

    void write() throws IOException {
        String overlay = Files.readString(templates.resolve("overlay-kustomization.yaml"));
        String inProduction = overlay + Files.readString(templates.resolve("prod-patch.yaml"));
        for (int index = 0; index < size; index++) {
            String name = "service-" + index;
            Path base = Files.createDirectories(directory.resolve("base").resolve(name));
            Files.copy(templates.resolve("base-kustomization.yaml"), base.resolve("kustomization.yaml"));
            Files.writeString(base.resolve("objects.yaml"), objects(index));
            for (String environment : List.of("dev", "staging", "prod")) {
                Path overlays = Files.createDirectories(
                        directory.resolve("overlays").resolve(environment).resolve(name));
                String text = environment.equals("prod") ? inProduction : overlay;
                Files.writeString(
                        overlays.resolve("kustomization.yaml"),
                        text.replace("{name}", name).replace("{environment}", environment));
            }
        }
    }

    private String objects(int index) throws IOException {
        Calls calls = new Calls(size);
        return Files.readString(templates.resolve("base.yaml"))
                .replace(
                        "{callers}",
                        calls.callersOf(index).stream()
                                .map(KustomizeSources::pods)
                                .collect(Collectors.joining()))
                .replace("{egress}", egress(calls.calledBy(index)))
                .replace("http://service-{first}:80", calls.url(index + 1))
                .replace("http://service-{second}:80", calls.url(index + 7))
                .replace("{name}", "service-" + index)
                .replace("{index}", String.valueOf(index));
    }

    private static String egress(List<String> called) {
        if (called.isEmpty()) {
            return "";
        }
        return called.stream()
                .map(service -> "  - to:\n" + pods(service) + "    ports:\n    - port: 8080\n      protocol: TCP\n")
                .collect(Collectors.joining("", "  egress:\n", ""));
    }

    private static String pods(String service) {
        return "- podSelector:\n    matchLabels:\n      app.kubernetes.io/name: %s\n"
                .formatted(service)
                .indent(4);
    }
}
