package dev.idp.benchmarks.process;

import org.jspecify.annotations.Nullable;

/** What a tool came to at a size: figures and whether its objects are ours, or why there are none. */
final class Outcome {

    private final Series series = new Series();
    private @Nullable Sameness sameness;
    private @Nullable String unmeasured;

    Series series() {
        return series;
    }

    @Nullable
    Sameness sameness() {
        return sameness;
    }

    void compared(Sameness found) {
        sameness = found;
    }

    @Nullable
    String unmeasured() {
        return unmeasured;
    }

    void isNotMeasured(String why) {
        unmeasured = why;
    }
}
