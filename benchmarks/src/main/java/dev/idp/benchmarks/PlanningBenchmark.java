package dev.idp.benchmarks;

import dev.idp.Platform;
import dev.idp.plan.Comparison;
import dev.idp.plan.Plan;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** From declarations to plans, and what is done with plans, in steady state. */
public class PlanningBenchmark extends SteadyState {

    /** How many services there are in each of three environments. */
    @Param({"100", "1000"})
    public int services;

    private Platform platform;
    private Plan plan;

    /** Plans once, for what is done with plans. */
    @Setup
    public void plan() {
        platform = LargeShop.of(services);
        plan = platform.plan();
    }

    /** Declares every service anew, origins included. */
    @Benchmark
    public Platform declaring() {
        return LargeShop.of(services);
    }

    /** Decides, resolves and checks everything. */
    @Benchmark
    public Plan planning() {
        return platform.plan();
    }

    /** Writes the plan as JSON. */
    @Benchmark
    public String writing() {
        return plan.toJson();
    }

    /** Compares the plan with itself, which is the longest comparison there is. */
    @Benchmark
    public Comparison comparing() {
        return Comparison.of(plan, plan);
    }
}
