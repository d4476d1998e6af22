package dev.idp.kubernetes.apply;

import dev.idp.kubernetes.internal.apply.ApplySetLabels;
import dev.idp.kubernetes.internal.apply.ClientSideApply;
import dev.idp.kubernetes.internal.apply.Passwords;
import dev.idp.kubernetes.internal.apply.Replicas;
import dev.idp.kubernetes.internal.cluster.Answer;
import dev.idp.kubernetes.internal.cluster.Api;
import dev.idp.kubernetes.internal.cluster.Live;
import dev.idp.kubernetes.internal.cluster.Refusal;
import dev.idp.kubernetes.internal.cluster.Request;
import dev.idp.kubernetes.internal.tree.JsonTrees;
import dev.idp.kubernetes.internal.tree.Tree;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/**
 * Applies one object: takes it in, lets go what others are to say, sets its fields, makes up what it must keep to itself. Each
 * step may be done twice, so that whoever is stopped in between begins anew.
 */
final class ObjectApplier {

    /** So often an object may change under our hands before that is a quarrel. */
    private static final int ATTEMPTS = 5;

    private static final Duration PAUSE = Duration.ofMillis(200);

    private final Api api;
    private final String manager;
    private final String set;
    private final ApplyOptions options;

    ObjectApplier(Api api, String manager, String set, ApplyOptions options) {
        this.api = api;
        this.manager = manager;
        this.set = set;
        this.options = options;
    }

    /** What was done, and what is there now. */
    record Applied(Outcome.Result result, Live live) {}

    Applied apply(Member member, Optional<Live> found) {
        Optional<Live> before = found.filter(live -> !live.isTerminating());
        if (found.isPresent() && before.isEmpty()) {
            new Deletion(api, member.key(), member.type()).awaitEnd(found.get(), options.timeoutPerObject());
        }
        before.ifPresent(live -> checkAdoption(live));
        before = before.map(live -> takeOverFromClient(member, live));
        before.ifPresent(live -> handOver(member, live));
        Applied applied = send(member, before);
        return member.wanted().madeUp().isEmpty()
                ? applied
                : new Applied(applied.result(), complete(member, applied.live()));
    }

    /** Why an object may not be taken in; empty if it may, or is ours. */
    String refusedAdoption(Live live) {
        String owner = live.label(ApplySetLabels.PART_OF);
        if (owner.equals(set) || options.adoption() == Adoption.ALL) {
            return "";
        }
        if (!owner.isEmpty()) {
            return "it belongs to another set (" + ApplySetLabels.PART_OF + "=" + owner
                    + "): take it out of that one, or allow it by adopting(Adoption.ALL)";
        }
        return options.adoption() == Adoption.NONE
                ? "it is there already, and was not made by this set: allow to take it in by adopting(Adoption.UNOWNED)"
                : "";
    }

    private void checkAdoption(Live live) {
        String refused = refusedAdoption(live);
        if (!refused.isEmpty()) {
            throw new ObjectFailure(refused);
        }
    }

    private Live takeOverFromClient(Member member, Live live) {
        if (!ClientSideApply.applied(live)) {
            return live;
        }
        Request request = Request.patch(
                member.path() + "?fieldManager=" + manager, JsonTrees.write(ClientSideApply.patch(live, manager)));
        Answer answer = api.send(request.forMetadata());
        if (answer.isSuccess()) {
            return Api.live(member.type(), answer);
        }
        Refusal refusal = answer.refusal();
        if (refusal.isStale()) {
            // Either the answer to an earlier attempt was lost, or somebody else changed it: look again.
            return api.get(member.type(), member.key().namespace(), member.key().name(), true)
                    .map(now -> now.resourceVersion().equals(live.resourceVersion())
                            ? now
                            : takeOverFromClient(member, now))
                    .orElse(live);
        }
        throw new ObjectFailure(Refusals.text(member.key(), refusal));
    }

    private void handOver(Member member, Live live) {
        Replicas.toHandOver(member.wanted(), live, manager).ifPresent(number -> {
            Answer answer = api.send(Request.apply(
                    member.path() + "?fieldManager=" + manager + "-handover&force=true", JsonTrees.reveal(number)));
            if (!answer.isSuccess()) {
                throw new ObjectFailure(Refusals.text(member.key(), answer.refusal()));
            }
        });
    }

    private Applied send(Member member, Optional<Live> before) {
        long end = System.nanoTime() + options.timeoutPerObject().toNanos();
        boolean isForced = false;
        for (int attempt = 1; true; attempt++) {
            Answer answer = api.send(request(
                    member, isForced ? "&force=true" : "", member.wanted().tree()));
            if (answer.isSuccess()) {
                return applied(member, before, answer);
            }
            Refusal refusal = answer.refusal();
            if (refusal.isFieldConflict() && !isForced) {
                checkTakeOver(member, Refusals.conflicts(refusal));
                // The server is told no version, so what others set since they were found is overwritten as well.
                isForced = true;
                continue;
            }
            if (before.isPresent() && isReplacementNeeded(member, refusal)) {
                return replace(member, before.get(), refusal);
            }
            boolean isOver = refusal.isStale() ? attempt >= ATTEMPTS : !isWorthWaiting(refusal, end);
            if (isOver) {
                throw new ObjectFailure(Refusals.text(member.key(), refusal));
            }
            pause(member.key());
            isForced = false;
        }
    }

    private void checkTakeOver(Member member, List<Conflict> conflicts) {
        List<Conflict> kept = conflicts.stream()
                .filter(conflict -> !options.mayTakeOver(member.key(), conflict.field()))
                .toList();
        if (!kept.isEmpty()) {
            throw Refusals.conflict(member.key(), kept);
        }
    }

    /** A namespace that is on the way out, or a kind that the server has heard of and does not serve yet. */
    private static boolean isWorthWaiting(Refusal refusal, long end) {
        return System.nanoTime() < end
                && (refusal.isOfTerminatingNamespace()
                        || (refusal.isNotFound()
                                && refusal.message().contains("could not find the requested resource")));
    }

    private static void pause(ObjectKey key) {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CancellationException("applying " + key + " was cancelled");
        }
    }

    Request request(Member member, String query, Tree object) {
        Request request = Request.apply(
                member.path() + "?fieldManager=" + manager + "&fieldValidation=Strict" + query,
                JsonTrees.reveal(object));
        return member.key().kind().equals("Secret") ? request.forMetadata() : request;
    }

    private static Applied applied(Member member, Optional<Live> before, Answer answer) {
        Live after = member.wanted().madeUp().isEmpty()
                ? Api.liveWithoutManagers(member.type(), answer)
                : Api.live(member.type(), answer);
        Outcome.Result result = before.map(
                        live -> live.label(ApplySetLabels.PART_OF).equals(after.label(ApplySetLabels.PART_OF))
                                ? live.resourceVersion().equals(after.resourceVersion())
                                        ? Outcome.Result.UNCHANGED
                                        : Outcome.Result.UPDATED
                                : Outcome.Result.ADOPTED)
                .orElse(Outcome.Result.CREATED);
        return new Applied(result, after);
    }

    /**
     * Whether what is refused could be made anew: only the way from here to there is barred. The server is asked, by a dry run
     * under another name, since its messages alone do not tell.
     */
    boolean isReplacementNeeded(Member member, Refusal refusal) {
        if (refusal.code() != 422) {
            return false;
        }
        String name = member.key().name();
        String other = (name.length() > 50 ? name.substring(0, 50) : name) + "-idp-dry-run";
        Answer anew = api.send(Request.create(
                        member.type().path(member.key().namespace()) + "?dryRun=All&fieldManager=" + manager,
                        JsonTrees.reveal(member.wanted().called(other).tree()))
                .forMetadata());
        // A name or a port that only one can have, a quota that is full: what was said first counts.
        return anew.isSuccess() || Refusals.mentionsImmutable(refusal);
    }

    private Applied replace(Member member, Live before, Refusal refusal) {
        if (!options.mayReplace(member.key())) {
            throw new ObjectFailure("it cannot be changed, only deleted and made again (" + refusal.summary()
                    + "): allow that by replacing(\"" + member.key() + "\"), and what it holds is lost");
        }
        Deletion deletion = new Deletion(api, member.key(), member.type());
        if (!deletion.delete(before, false)) {
            throw new ObjectFailure("somebody else made it anew meanwhile: look again");
        }
        deletion.awaitEnd(before, options.timeoutPerObject());
        return new Applied(
                Outcome.Result.REPLACED, send(member, Optional.empty()).live());
    }

    /** Makes up the values that nobody ever set, and never sees those that somebody did. */
    private Live complete(Member member, Live applied) {
        Live live = applied;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            List<String> missing = Passwords.missing(member.wanted().madeUp(), live);
            if (missing.isEmpty()) {
                return live;
            }
            Answer answer = api.send(Request.merge(
                            member.path() + "?fieldManager=" + manager + "-made-up",
                            JsonTrees.reveal(Passwords.patch(missing, live)))
                    .forMetadata());
            if (answer.isSuccess()) {
                return Api.live(member.type(), answer);
            }
            if (!answer.refusal().isStale()) {
                throw new ObjectFailure(Refusals.text(member.key(), answer.refusal()));
            }
            live = api.get(member.type(), member.key().namespace(), member.key().name(), true)
                    .orElseThrow(() -> new ObjectFailure("somebody deleted it meanwhile: apply again"));
        }
        throw new ObjectFailure("it changes all the time, so that nobody can add what is to be made up: apply again");
    }
}
