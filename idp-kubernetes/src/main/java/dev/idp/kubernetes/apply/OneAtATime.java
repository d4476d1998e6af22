package dev.idp.kubernetes.apply;

import java.util.function.Consumer;

/** A listener that is called by one thread at a time, whoever notices something. */
final class OneAtATime implements Consumer<ApplyEvent> {

    private final Consumer<ApplyEvent> listener;

    OneAtATime(Consumer<ApplyEvent> listener) {
        this.listener = listener;
    }

    @Override
    public synchronized void accept(ApplyEvent event) {
        listener.accept(event);
    }
}
