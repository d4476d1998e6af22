package dev.idp.kubernetes.apply;

import dev.idp.kubernetes.internal.apply.ApplySetLabels;
import dev.idp.kubernetes.internal.cluster.Api;
import dev.idp.kubernetes.internal.cluster.Live;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Asks how far objects are, again and again: those of a kind and namespace together where they are many. It asks often at
 * first, since most things are quick, and ever less so.
 */
final class ReadinessPoll {

    private static final int FEW = 3;
    private static final long FIRST_PAUSE = 100;
    private static final long LONGEST_PAUSE = 2000;

    private final Api api;
    private final String set;
    private final Map<ObjectKey, Member> waiting = new LinkedHashMap<>();
    private long pause = FIRST_PAUSE;
    private long due = System.nanoTime();
    private boolean isAsking;

    ReadinessPoll(Api api, String set) {
        this.api = api;
        this.set = set;
    }

    void add(Member member) {
        if (waiting.put(member.key(), member) == null) {
            pause = FIRST_PAUSE;
            due = Math.min(due, System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(pause));
        }
    }

    void remove(Member member) {
        waiting.remove(member.key());
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    boolean isDue() {
        return !isAsking && !waiting.isEmpty() && System.nanoTime() >= due;
    }

    /** As long as nobody waits, there is no hurry. */
    long millisUntilDue() {
        return waiting.isEmpty() || isAsking ? LONGEST_PAUSE : TimeUnit.NANOSECONDS.toMillis(due - System.nanoTime());
    }

    List<Member> begin() {
        isAsking = true;
        return List.copyOf(waiting.values());
    }

    void end() {
        isAsking = false;
        due = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(pause);
        pause = Math.min(pause * 3 / 2, LONGEST_PAUSE);
    }

    /** By another thread. */
    Map<ObjectKey, Live> read(List<Member> asked) {
        Map<ObjectKey, Live> found = new HashMap<>();
        Shelf.grouped(asked).forEach((shelf, members) -> found.putAll(read(shelf, members)));
        return found;
    }

    private Map<ObjectKey, Live> read(Shelf shelf, List<Member> members) {
        if (members.size() > FEW) {
            return shelf.pick(api, members, ApplySetLabels.PART_OF + "=" + set, false);
        }
        Map<ObjectKey, Live> found = new HashMap<>();
        for (Member member : members) {
            api.get(shelf.type(), shelf.namespace(), member.key().name(), false)
                    .ifPresent(live -> found.put(member.key(), live));
        }
        return found;
    }
}
