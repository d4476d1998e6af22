package dev.idp.kubernetes;

import dev.idp.benchmarks.LargeShop;
import dev.idp.benchmarks.SteadyState;
import dev.idp.kubernetes.internal.yaml.YamlWriter;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.Plan;
import dev.idp.plan.WorkloadPlan;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/**
 * From a plan to bytes with and without traces, in steady state. In this package, since nobody but the library turns traces
 * on: who explains a line renders one workload so.
 */
public class TracingBenchmark extends SteadyState {

    /** Whether it is kept where every line comes from. */
    @Param({"false", "true"})
    public boolean traced;

    private final YamlWriter yaml = new YamlWriter();
    private Plan plan;

    /** Plans once. */
    @Setup
    public void plan() {
        plan = LargeShop.of(1000).plan();
    }

    /** Makes all objects of all workloads and writes them. */
    @Benchmark
    public int bytes() {
        yaml.reset();
        for (EnvironmentPlan environment : plan.environments()) {
            Rendering rendering = new Rendering(environment, traced);
            for (WorkloadPlan workload : environment.workloads()) {
                for (RenderedObject rendered : rendering.workload(workload)) {
                    yaml.startDocument();
                    Serialization.write(rendered.object(), yaml);
                }
            }
        }
        return yaml.length();
    }
}
