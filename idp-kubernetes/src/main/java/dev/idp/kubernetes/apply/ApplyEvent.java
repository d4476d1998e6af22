package dev.idp.kubernetes.apply;

import java.time.Duration;

/** What happens while objects are applied, for {@link ApplyOptions#listener}. Events come one at a time, in their order. */
public sealed interface ApplyEvent {

    /**
     * It begins.
     *
     * @param set the name of the set
     * @param objects how many objects there are
     */
    record Started(String set, int objects) implements ApplyEvent {}

    /**
     * An object is as it shall be, though maybe not ready yet.
     *
     * @param object the object
     * @param result what was done
     */
    record Applied(ObjectKey object, Outcome.Result result) implements ApplyEvent {}

    /**
     * An object is waited for.
     *
     * @param object the object
     * @param message how far it is
     */
    record Waiting(ObjectKey object, String message) implements ApplyEvent {}

    /**
     * An object is ready.
     *
     * @param object the object
     */
    record Ready(ObjectKey object) implements ApplyEvent {}

    /**
     * An object failed.
     *
     * @param object the object
     * @param message why
     */
    record Failed(ObjectKey object, String message) implements ApplyEvent {}

    /**
     * An object was left out.
     *
     * @param object the object
     * @param message why
     */
    record Skipped(ObjectKey object, String message) implements ApplyEvent {}

    /**
     * A request got no answer or one that says to come back, and is sent again.
     *
     * @param message which, and what came back
     */
    record Retried(String message) implements ApplyEvent {}

    /**
     * It ended.
     *
     * @param summary how, in one line
     * @param took how long it took
     */
    record Finished(String summary, Duration took) implements ApplyEvent {}
}
