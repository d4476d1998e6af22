package dev.idp.benchmarks.process;

import java.time.Duration;

/** A process was killed since it took too long. */
final class LimitExceededException extends Exception {

    private static final long serialVersionUID = 1;

    LimitExceededException(Duration limit) {
        super("> " + limit.toSeconds());
    }
}
