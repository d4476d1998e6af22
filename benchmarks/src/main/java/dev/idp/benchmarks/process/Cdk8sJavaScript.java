package dev.idp.benchmarks.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Level 1 constructs of cdk8s in JavaScript. */
record Cdk8sJavaScript(Path project) implements Tool {

    @Override
    public String name() {
        return "cdk8s-js";
    }

    @Override
    public String prepare(Path home) throws AbsentException, IOException, InterruptedException {
        return NodeProject.install(project, home).versions();
    }

    @Override
    public List<String> command(int size, Path out) {
        return List.of("node", "shop.js", String.valueOf(size), out.toString());
    }
}
