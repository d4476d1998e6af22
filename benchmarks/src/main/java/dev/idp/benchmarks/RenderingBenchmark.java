package dev.idp.benchmarks;

import dev.idp.explain.Explanation;
import dev.idp.kubernetes.Explainer;
import dev.idp.kubernetes.Kubernetes;
import dev.idp.kubernetes.Manifests;
import dev.idp.kubernetes.internal.yaml.YamlWriter;
import dev.idp.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.infra.Blackhole;

/** From plans to objects, to bytes and to explanations, in steady state and on one thread. */
public class RenderingBenchmark extends SteadyState {

    /** How many services there are in each of three environments. */
    @Param({"100", "1000"})
    public int services;

    private final YamlWriter yaml = new YamlWriter();
    private Plan plan;
    private List<Manifests> manifests;
    private List<ReadyTree> trees;
    private Explainer explainer;
    private String asked;

    /** Plans once, and makes the trees of all objects. */
    @Setup
    public void render() {
        plan = LargeShop.of(services).plan();
        manifests = plan.environments().stream()
                .map(environment -> Kubernetes.backend().render(environment))
                .toList();
        trees = new ArrayList<>();
        manifests.forEach(environment -> environment.objects().forEach(object -> trees.add(ReadyTree.of(object))));
        explainer = manifests.get(0).explainer();
        asked = "Deployment/service-" + services / 2;
    }

    /** Looks for what Kubernetes cannot express. */
    @Benchmark
    public List<Manifests> checking() {
        return plan.environments().stream()
                .map(environment -> Kubernetes.backend().render(environment))
                .toList();
    }

    /** Makes all objects. */
    @Benchmark
    public void objects(Blackhole hole) {
        manifests.forEach(environment -> environment.objects().forEach(hole::consume));
    }

    /** Makes all objects and writes them, from the plan to bytes. */
    @Benchmark
    public int bytes() {
        int length = 0;
        for (Manifests environment : manifests) {
            length += environment.toYaml().length();
        }
        return length;
    }

    /** The floor: writes trees that are there already. */
    @Benchmark
    public int emitting() {
        yaml.reset();
        for (ReadyTree tree : trees) {
            yaml.startDocument();
            tree.write(yaml);
        }
        return yaml.length();
    }

    /** Explains one line. */
    @Benchmark
    public Explanation explaining() {
        return manifests.get(0).explain(asked, "/spec/template/spec/containers/0/resources/limits/memory");
    }

    /** Explains one line by an explainer that has been asked before. */
    @Benchmark
    public Explanation explainingAgain() {
        return explainer.explain(asked, "/spec/template/spec/containers/0/resources/limits/memory");
    }
}
