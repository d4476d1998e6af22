package dev.idp.kubernetes.apply;

import java.util.List;
import java.util.Optional;

/**
 * What became of one object.
 *
 * @param object the object
 * @param result what was done
 * @param isReady whether it was ready at the end; true of what was deleted
 * @param message why it failed, was left out, or is not ready; what it is waiting for; empty otherwise
 * @param conflicts what others set, where that is why it failed
 * @param cause what holds it up, where the cluster shows that
 */
public record ObjectOutcome(
        ObjectKey object,
        Outcome.Result result,
        boolean isReady,
        String message,
        List<Conflict> conflicts,
        Optional<Cause> cause) {

    /**
     * Tells whether it is not as it should be.
     *
     * @return true if it failed, was skipped, or is not ready
     */
    public boolean isFailure() {
        return !isReady || result == Outcome.Result.FAILED || result == Outcome.Result.SKIPPED;
    }
}
