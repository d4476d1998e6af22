package dev.idp.kubernetes.apply;

import dev.idp.kubernetes.internal.cluster.Live;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How far one object of an apply is. Touched by the thread that applies alone. */
final class Step {

    /** In this order; the last two are ends. */
    enum Phase {
        PENDING,
        APPLYING,
        WAITING,
        READY,
        FAILED
    }

    final Member member;
    final int rank;
    final Set<ObjectKey> untilApplied = new HashSet<>();
    final Set<ObjectKey> untilReady = new HashSet<>();
    Phase phase = Phase.PENDING;
    Outcome.Result result = Outcome.Result.SKIPPED;
    String message = "";
    List<Conflict> conflicts = List.of();
    Optional<Cause> cause = Optional.empty();
    Optional<Live> live;
    long appliedAt;

    Step(Member member, Optional<Live> live) {
        this.member = member;
        this.rank = Dependencies.rank(member);
        this.live = live;
    }

    ObjectKey key() {
        return member.key();
    }

    boolean isRunnable() {
        return phase == Phase.PENDING && untilApplied.isEmpty() && untilReady.isEmpty();
    }

    boolean waitsFor(ObjectKey other) {
        return untilApplied.contains(other) || untilReady.contains(other);
    }

    boolean hasEnded() {
        return phase == Phase.READY || phase == Phase.FAILED;
    }

    ObjectOutcome outcome() {
        return new ObjectOutcome(key(), result, phase == Phase.READY, message, conflicts, cause);
    }
}
