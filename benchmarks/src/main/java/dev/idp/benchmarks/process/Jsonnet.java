package dev.idp.benchmarks.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** One run of jsonnet that makes all files, as JSON. */
record Jsonnet(Path project) implements Tool {

    @Override
    public String name() {
        return "jsonnet";
    }

    @Override
    public String prepare(Path home) throws AbsentException, IOException, InterruptedException {
        return Preparation.in(home).copy(project).need("install it, on Debian `jsonnet`", "jsonnet", "--version");
    }

    /** Before version 0.20 it does not make the directories of its files. */
    @Override
    public void prepareRun(int size, Path out) throws IOException {
        for (String environment : List.of("dev", "staging", "prod")) {
            Files.createDirectories(out.resolve(environment).resolve("workloads"));
        }
    }

    @Override
    public List<String> command(int size, Path out) {
        return List.of("jsonnet", "-m", out.toString(), "--tla-code", "size=" + size, "shop.jsonnet");
    }
}
