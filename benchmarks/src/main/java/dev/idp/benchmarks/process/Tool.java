package dev.idp.benchmarks.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A program that makes the objects of the shop, as a process of its own. */
interface Tool {

    /** What {@code -Dtools=} and the table call it. */
    String name();

    /**
     * Gets it ready, outside the timing.
     *
     * @param home an empty directory of its own, in which it is also run
     * @return its version
     */
    String prepare(Path home) throws AbsentException, IOException, InterruptedException;

    /** What a run needs that is not its work, outside the timing. */
    default void prepareRun(int size, Path out) throws IOException {}

    List<String> command(int size, Path out);

    /** Whether each run writes to an empty directory, or over the output of the one before. */
    default boolean startsEmpty() {
        return true;
    }

    /** Whether it is this library, whose output may differ as {@link AllowedDifferences} says. */
    default boolean isOurs() {
        return false;
    }
}
