package dev.idp.benchmarks.process;

import java.nio.file.Path;
import java.util.List;

/** All that are compared, in the order of the table. */
final class Tools {

    private Tools() {}

    static List<Tool> all(Path peers) {
        return List.of(
                JavaTool.idp("idp"),
                JavaTool.idp("idp-again").again(),
                JavaTool.idp("idp-c1").starting(JavaTool.C1_AND_SERIAL),
                JavaTool.idp("idp-appcds").starting(JavaTool.C1_AND_SERIAL).archived(),
                JavaTool.fabric8("fabric8"),
                JavaTool.fabric8("fabric8-c1").starting(JavaTool.C1_AND_SERIAL),
                JavaTool.fabric8("fabric8-appcds")
                        .starting(JavaTool.C1_AND_SERIAL)
                        .archived(),
                new Cdk8sJava(peers.resolve("cdk8s-java")),
                new Cdk8sJavaScript(peers.resolve("cdk8s-js")),
                new Kustomize(peers.resolve("kustomize")),
                new Jsonnet(peers.resolve("jsonnet")),
                new Jinja2(peers.resolve("jinja2")));
    }
}
