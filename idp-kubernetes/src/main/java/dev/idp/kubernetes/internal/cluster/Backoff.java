package dev.idp.kubernetes.internal.cluster;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** How long to wait between attempts: twice as long each time, a little off so that many do not come back together. */
final class Backoff {

    private static final Duration FIRST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final long patience;
    private final long started = System.nanoTime();
    private long next = FIRST.toMillis();

    Backoff(Duration patience) {
        this.patience = patience.toNanos();
    }

    /** Whether waiting as long as the server asks for would end before patience does. */
    boolean hasTime(long retryAfterSeconds) {
        return System.nanoTime()
                        - started
                        + Duration.ofSeconds(retryAfterSeconds).toNanos()
                < patience;
    }

    void await(long retryAfterSeconds) throws InterruptedException {
        long pause = Math.max(next, Duration.ofSeconds(retryAfterSeconds).toMillis());
        Thread.sleep(pause * ThreadLocalRandom.current().nextLong(100, 125) / 100);
        next = Math.min(next * 2, LONGEST.toMillis());
    }
}
