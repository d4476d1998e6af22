package dev.idp.benchmarks.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Level 1 constructs of cdk8s in Java. Their sources are made by cdk8s's own generator from the npm package, as those of
 * {@code org.cdk8s:cdk8s-plus-33} are, since not every mirror of Maven Central has that jar.
 */
record Cdk8sJava(Path project) implements Tool {

    @Override
    public String name() {
        return "cdk8s-java";
    }

    @Override
    public String prepare(Path home) throws AbsentException, IOException, InterruptedException {
        NodeProject bindings = NodeProject.install(project, home);
        Preparation preparation = Preparation.in(home);
        preparation.run(List.of(
                "node_modules/.bin/jsii-pacmak",
                "--code-only",
                "--no-npmignore",
                "--targets",
                "java",
                "--outdir",
                home.resolve("bindings").toString(),
                "node_modules/cdk8s-plus-33"));
        preparation.need("Maven has to reach Maven Central", System.getProperty("maven", "mvn"), "-q", "-B", "package");
        return bindings.versions();
    }

    @Override
    public List<String> command(int size, Path out) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                "target/shop.jar" + File.pathSeparator + "target/lib/*",
                "shop.Main",
                String.valueOf(size),
                out.toString());
    }
}
