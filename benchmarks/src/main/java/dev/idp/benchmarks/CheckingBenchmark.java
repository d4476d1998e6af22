package dev.idp.benchmarks;

import dev.idp.kubernetes.check.Checks;
import dev.idp.kubernetes.check.ObjectSet;
import dev.idp.plan.Plan;
import dev.idp.policy.Finding;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.Warmup;

/** From plans to what is found in the manifests of three environments, in steady state. */
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
public class CheckingBenchmark extends SteadyState {

    /** How many services there are in each of three environments. */
    @Param({"100", "1000"})
    public int services;

    private Plan plan;
    private ObjectSet objects;

    /** Plans and renders once. */
    @Setup
    public void render() {
        plan = LargeShop.of(services).plan();
        objects = ObjectSet.of(plan);
        System.out.println(
                "\n" + objects + ", " + Checks.standard().findings(objects).size() + " findings");
    }

    /** Renders every object, and takes it as fields. */
    @Benchmark
    public ObjectSet taking() {
        return ObjectSet.of(plan);
    }

    /** Holds every object to every rule of the standard checks. */
    @Benchmark
    public List<Finding> checking() {
        return Checks.standard().findings(objects);
    }
}
