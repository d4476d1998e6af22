package dev.idp.kubernetes.apply;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** What other threads ask the server for one thread, which alone does what follows from the answers, when it listens. */
final class Errands {

    private final Workers workers;
    private final int most;
    private final BlockingQueue<Runnable> heard = new LinkedBlockingQueue<>();
    private int inFlight;

    Errands(Workers workers, int most) {
        this.workers = workers;
        this.most = most;
    }

    boolean haveRoom() {
        return inFlight < most;
    }

    boolean areDone() {
        return inFlight == 0 && heard.isEmpty();
    }

    /** The errand runs in another thread; what it returns runs in the one that listens, as does the throwing of what it throws. */
    void send(Supplier<Runnable> errand) {
        inFlight++;
        workers.submit(() -> {
            Runnable answer = run(errand);
            heard.add(() -> {
                inFlight--;
                answer.run();
            });
        });
    }

    private static Runnable run(Supplier<Runnable> errand) {
        try {
            return errand.get();
        } catch (RuntimeException | Error wrong) {
            return () -> {
                throw wrong;
            };
        }
    }

    /** From any thread. */
    void tell(Runnable news) {
        heard.add(news);
    }

    /** Waits for an answer, and takes all that are there. */
    void listen(long millis) throws InterruptedException {
        Runnable next = heard.poll(millis, TimeUnit.MILLISECONDS);
        while (next != null) {
            next.run();
            next = heard.poll();
        }
    }
}
