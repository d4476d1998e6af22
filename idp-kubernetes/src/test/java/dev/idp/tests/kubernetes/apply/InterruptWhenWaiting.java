package dev.idp.tests.kubernetes.apply;

import dev.idp.kubernetes.apply.ApplyEvent;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/** Interrupts a thread as soon as so many objects are waited for. */
final class InterruptWhenWaiting implements Consumer<ApplyEvent> {

    private final int objects;
    private final Thread thread;
    private final Set<Object> waiting = new HashSet<>();

    InterruptWhenWaiting(int objects, Thread thread) {
        this.objects = objects;
        this.thread = thread;
    }

    @Override
    public synchronized void accept(ApplyEvent event) {
        if (event instanceof ApplyEvent.Waiting wait && waiting.add(wait.object()) && waiting.size() == objects) {
            thread.interrupt();
        }
    }
}
