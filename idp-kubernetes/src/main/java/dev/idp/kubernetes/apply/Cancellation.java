package dev.idp.kubernetes.apply;

import java.util.ArrayList;
import java.util.List;

/**
 * A way to stop an apply from another thread: what was sent is finished, nothing else begins, and the {@link Outcome} says what
 * was left. Interrupting the thread that applies does the same, without waiting for answers.
 */
public final class Cancellation {

    private final List<Runnable> listeners = new ArrayList<>();
    private boolean cancelled;

    /** Creates what has not been cancelled. */
    public Cancellation() {}

    /** Stops whatever was given this. */
    public synchronized void cancel() {
        cancelled = true;
        listeners.forEach(Runnable::run);
    }

    /**
     * Tells whether it was cancelled.
     *
     * @return true once it was
     */
    public synchronized boolean isCancelled() {
        return cancelled;
    }

    synchronized void onCancel(Runnable listener) {
        listeners.add(listener);
        if (cancelled) {
            listener.run();
        }
    }
}
