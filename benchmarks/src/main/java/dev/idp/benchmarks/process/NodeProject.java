package dev.idp.benchmarks.process;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** A project with a {@code package.json}, copied and installed. */
record NodeProject(Path directory) {

    static NodeProject install(Path project, Path home) throws AbsentException, IOException, InterruptedException {
        Preparation preparation = Preparation.in(home).copy(project);
        preparation.need("install Node.js 20 or later", "node", "--version");
        preparation.need(
                "npm has to be installed and to reach its registry",
                "npm",
                "install",
                "--no-audit",
                "--no-fund",
                "--no-package-lock",
                "--loglevel=error");
        return new NodeProject(home);
    }

    /** Its packages, and Node.js. */
    String versions() throws IOException, AbsentException, InterruptedException {
        String packages = new ObjectMapper()
                .readTree(directory.resolve("package.json").toFile()).path("dependencies").properties().stream()
                        .map(entry -> entry.getKey() + " " + entry.getValue().asText())
                        .collect(Collectors.joining(", "));
        return packages + ", Node.js " + Preparation.in(directory).need("install Node.js", "node", "--version");
    }
}
