package dev.idp.kubernetes.apply;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Threads that ask a server several things at a time. */
final class Workers implements AutoCloseable {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final ExecutorService threads;

    Workers(int parallelism) {
        threads = Executors.newFixedThreadPool(parallelism, task -> {
            Thread thread = new Thread(task, "idp-apply-" + COUNT.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    void submit(Runnable task) {
        threads.execute(task);
    }

    /** The results in the order of the tasks. The first failure is thrown once all have ended. */
    <T> List<T> all(List<Callable<T>> tasks) {
        List<T> results = new ArrayList<>(tasks.size());
        RuntimeException failure = null;
        try {
            for (Future<T> future : threads.invokeAll(tasks)) {
                try {
                    results.add(future.get());
                } catch (ExecutionException failed) {
                    if (failed.getCause() instanceof Error error) {
                        throw error;
                    }
                    failure = failure == null ? (RuntimeException) failed.getCause() : failure;
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CancellationException("it was interrupted");
        }
        if (failure != null) {
            throw failure;
        }
        return results;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
