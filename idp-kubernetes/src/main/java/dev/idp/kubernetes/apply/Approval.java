package dev.idp.kubernetes.apply;

import dev.idp.kubernetes.internal.cluster.Live;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether an object may be applied: whether it is still what somebody saw. */
final class Approval {

    private final @Nullable Map<ObjectKey, Change> seen;

    private Approval(@Nullable Map<ObjectKey, Change> seen) {
        this.seen = seen;
    }

    /** Nobody has to have seen anything. */
    static Approval ofAll() {
        return new Approval(null);
    }

    static Approval of(ApplySet set, ChangeSet seen) {
        if (!seen.id().equals(set.id())) {
            throw new ApplyException("the change set was made for " + seen.set() + " and not for " + set.name()
                    + ", or for one that is remembered elsewhere: make another");
        }
        return new Approval(seen.byObject());
    }

    /** Why it may not; empty if it may. */
    String refusal(Member member, Optional<Live> live) {
        if (seen == null) {
            return "";
        }
        Change change = seen.get(member.key());
        if (change == null) {
            return "the change set knows nothing of it: make another";
        }
        Fingerprint was = change.was();
        if (!was.wanted().equals(Fingerprints.of(member.wanted(), null).wanted())) {
            return "the program says something else of it than when the change set was made: make another";
        }
        if (live.isEmpty()) {
            return was.uid().isEmpty() ? "" : "it was there when the change set was made and is gone: make another";
        }
        return refusal(was, live.get());
    }

    /** Why what is no longer wanted may not be deleted; empty if it may. */
    String refusal(ObjectKey key, Live live) {
        if (seen == null) {
            return "";
        }
        Change change = seen.get(key);
        return change == null || change.action() != Action.PRUNE
                ? "the change set does not say that it goes: make another"
                : refusal(change.was(), live);
    }

    private static String refusal(Fingerprint was, Live live) {
        if (was.uid().isEmpty()) {
            return "it was not there when the change set was made, and now is: make another";
        }
        if (!was.uid().equals(live.uid())) {
            return "it was deleted and made anew since the change set was made: make another";
        }
        boolean isSame = was.resourceVersion().equals(live.resourceVersion())
                || (!was.content().isEmpty() && was.content().equals(Fingerprints.content(live)));
        return isSame ? "" : "somebody changed it since the change set was made: make another";
    }
}
