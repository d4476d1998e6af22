package dev.idp.benchmarks;

import dev.idp.Platform;
import dev.idp.plan.Comparison;
import dev.idp.plan.Plan;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** From declarations to plans, and what is done with plans, in steady state. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class PlanningBenchmark {

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
