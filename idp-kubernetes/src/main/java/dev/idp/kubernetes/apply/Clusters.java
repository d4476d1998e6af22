package dev.idp.kubernetes.apply;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;

/**
 * Several sets, each for a cluster of its own, taken there at the same time. One that cannot be reached stops no other. It never
 * changes.
 */
public final class Clusters {

    private final List<Target> targets;

    private record Target(String name, Cluster cluster, ApplySet set, ApplyOptions options) {}

    /**
     * What one of several clusters answered, or why it did not.
     *
     * @param <T> what it was asked for
     * @param value the answer; empty if there is none
     * @param failure why there is none; empty if there is one
     */
    public record Answer<T>(Optional<T> value, String failure) {

        /**
         * Returns the answer, where there must be one.
         *
         * @return the answer
         * @throws ApplyException if there is none; the message is {@link #failure()}
         */
        public T orThrow() {
            return value.orElseThrow(() -> new ApplyException(failure));
        }
    }

    private Clusters(List<Target> targets) {
        this.targets = targets;
    }

    /**
     * Begins with none.
     *
     * @return no clusters
     */
    public static Clusters of() {
        return new Clusters(List.of());
    }

    /**
     * Adds one.
     *
     * @param name what it is called in the answers
     * @param cluster the cluster
     * @param set what is taken there
     * @return these and that one
     * @throws IllegalArgumentException if another one is called so
     */
    public Clusters with(String name, Cluster cluster, ApplySet set) {
        return with(name, cluster, set, ApplyOptions.defaults());
    }

    /**
     * Adds one, with options.
     *
     * @param name what it is called in the answers
     * @param cluster the cluster
     * @param set what is taken there
     * @param options how; a listener that is given to several is called by a thread for each
     * @return these and that one
     * @throws IllegalArgumentException if another one is called so
     */
    public Clusters with(String name, Cluster cluster, ApplySet set, ApplyOptions options) {
        if (targets.stream().anyMatch(target -> target.name().equals(name))) {
            throw new IllegalArgumentException("two clusters are called '" + name + "': give each a name of its own");
        }
        List<Target> all = new ArrayList<>(targets);
        all.add(new Target(name, cluster, set, options));
        return new Clusters(List.copyOf(all));
    }

    /**
     * Applies each set to its cluster. Interrupting this thread stops them all, and each outcome says what was left.
     *
     * @return what became of each, by names in the order in which they were added
     */
    public Map<String, Outcome> apply() {
        return onEach(target -> target.cluster().apply(target.set(), target.options()));
    }

    /**
     * Says what applying would do, and changes nothing.
     *
     * @return what each would do, by names in the order in which they were added
     */
    public Map<String, Answer<ChangeSet>> diff() {
        return onEach(target -> answer(() -> target.cluster().diff(target.set(), target.options())));
    }

    /**
     * Finds out how far each cluster is from what its set says.
     *
     * @return how each is, by names in the order in which they were added
     */
    public Map<String, Answer<Drift>> drift() {
        return onEach(target -> answer(() -> target.cluster().drift(target.set())));
    }

    /** A question to one cluster. */
    private interface Question<T> {
        T ask();
    }

    private static <T> Answer<T> answer(Question<T> question) {
        try {
            return new Answer<>(Optional.of(question.ask()), "");
        } catch (ApplyException failed) {
            return new Answer<>(Optional.empty(), String.valueOf(failed.getMessage()));
        }
    }

    private <T> Map<String, T> onEach(Function<Target, T> work) {
        Map<String, FutureTask<T>> tasks = new LinkedHashMap<>();
        List<Thread> threads = new ArrayList<>();
        for (Target target : targets) {
            FutureTask<T> task = new FutureTask<>(() -> work.apply(target));
            Thread thread = new Thread(task, "idp-cluster-" + target.name());
            thread.setDaemon(true);
            tasks.put(target.name(), task);
            threads.add(thread);
        }
        threads.forEach(Thread::start);
        join(threads);
        Map<String, T> results = new LinkedHashMap<>();
        tasks.forEach((name, task) -> results.put(name, result(task)));
        return Collections.unmodifiableMap(results);
    }

    /** Whoever interrupts the caller means them all; each still says how far it came. */
    private static void join(List<Thread> threads) {
        boolean isInterrupted = false;
        for (Thread thread : threads) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException stopped) {
                    isInterrupted = true;
                    threads.forEach(Thread::interrupt);
                }
            }
        }
        if (isInterrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static <T> T result(FutureTask<T> task) {
        try {
            return task.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) failed.getCause();
        } catch (InterruptedException impossible) {
            throw new IllegalStateException("its thread has ended", impossible);
        }
    }
}
