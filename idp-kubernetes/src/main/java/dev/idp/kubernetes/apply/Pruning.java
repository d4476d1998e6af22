package dev.idp.kubernetes.apply;

import dev.idp.kubernetes.internal.apply.ApplySetLabels;
import dev.idp.kubernetes.internal.apply.Order;
import dev.idp.kubernetes.internal.cluster.Api;
import dev.idp.kubernetes.internal.cluster.Live;
import dev.idp.kubernetes.internal.cluster.RequestFailure;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What to do with objects that are marked as a set's and are no longer among its objects. The mark is not enough: others copy
 * labels. An object is ours if the server notes that our manager put the mark there.
 */
final class Pruning {

    private static final String NEVER = "dev.idp/prune";

    private static final Set<String> PROTECTED = Set.of(
            "PersistentVolumeClaim", "PersistentVolume", "Namespace", "CustomResourceDefinition.apiextensions.k8s.io");

    private final Api api;
    private final Survey survey;
    private final ApplyOptions options;
    private final String manager;
    private final Approval approval;

    /** The namespaces of which something stays. */
    private final Set<String> left;

    Pruning(Api api, Survey survey, ApplyOptions options, String manager, Approval approval) {
        this.api = api;
        this.survey = survey;
        this.options = options;
        this.manager = manager;
        this.approval = approval;
        this.left = survey.members().stream()
                .map(member -> member.key().namespace())
                .collect(Collectors.toSet());
    }

    /** What is no longer wanted, and why it is kept all the same; an empty reason where nothing keeps it but that nobody asked. */
    record Candidate(Survey.Orphan orphan, String kept) {}

    /** In the order of their keys. */
    List<Candidate> candidates() {
        // One object may be served by several groups, as an Ingress once was.
        Set<String> wanted = survey.members().stream()
                .flatMap(member -> survey.live(member.key()).stream())
                .map(Live::uid)
                .collect(Collectors.toSet());
        return survey.orphans().stream()
                .filter(orphan -> !wanted.contains(orphan.live().uid()))
                .map(orphan -> new Candidate(orphan, keptBecause(orphan)))
                .toList();
    }

    private String keptBecause(Survey.Orphan orphan) {
        Live live = orphan.live();
        Optional<String> controller = live.controller();
        boolean isOurs = live.appliedBy(manager)
                .filter(entry -> entry.fields()
                        .find("f:metadata", "f:labels", "f:" + ApplySetLabels.PART_OF)
                        .isPresent())
                .isPresent();
        if (controller.isPresent()) {
            return "it belongs to " + controller.get() + ", which deletes it itself";
        }
        if (!isOurs) {
            return "others put the label " + ApplySetLabels.PART_OF + " on it: it was never applied by this set";
        }
        boolean isProtected = PROTECTED.contains(orphan.key().groupKind())
                || live.annotation(NEVER).equals("never");
        if (isProtected && !options.mayPruneProtected(orphan.key())) {
            return "it is protected: allow it by pruningProtected(\"" + orphan.key() + "\")";
        }
        String namespace = orphan.key().namespace();
        return left.contains(namespace) || options.mayEmpty(namespace)
                ? ""
                : "nothing of the set would be left "
                        + (namespace.isEmpty() ? "outside of namespaces" : "in namespace " + namespace)
                        + ": if that is meant, allow it by emptying(\"" + namespace + "\")";
    }

    /** Deletes what may be, the other way round than it was made: what depends on others first. */
    List<ObjectOutcome> prune(Workers workers) {
        NavigableMap<Integer, List<Candidate>> byRank = candidates().stream()
                .collect(Collectors.groupingBy(
                        candidate -> rank(candidate.orphan()),
                        () -> new TreeMap<>(Comparator.<Integer>reverseOrder()),
                        Collectors.toList()));
        List<ObjectOutcome> outcomes = new ArrayList<>();
        byRank.values().forEach(candidates -> {
            List<Survey.Orphan> deleted = new ArrayList<>();
            for (Candidate candidate : candidates) {
                left(candidate).ifPresentOrElse(outcomes::add, () -> deleted.add(candidate.orphan()));
            }
            outcomes.addAll(delete(deleted, workers));
        });
        return outcomes;
    }

    private static int rank(Survey.Orphan orphan) {
        return Order.rank(orphan.type().apiVersion(), orphan.key().kind());
    }

    /** What becomes of that of which nothing is deleted. */
    private Optional<ObjectOutcome> left(Candidate candidate) {
        Survey.Orphan orphan = candidate.orphan();
        if (!candidate.kept().isEmpty()) {
            return Optional.of(outcome(orphan, Outcome.Result.KEPT, true, candidate.kept()));
        }
        if (!options.prunes()) {
            return Optional.of(outcome(orphan, Outcome.Result.KEPT, true, "nobody asked to delete it: prune"));
        }
        String refused = approval.refusal(orphan.key(), orphan.live());
        return refused.isEmpty()
                ? Optional.empty()
                : Optional.of(outcome(orphan, Outcome.Result.FAILED, false, refused));
    }

    private List<ObjectOutcome> delete(List<Survey.Orphan> orphans, Workers workers) {
        if (orphans.isEmpty()) {
            return List.of();
        }
        try {
            return workers.all(orphans.stream()
                    .<Callable<ObjectOutcome>>map(orphan -> () -> delete(orphan))
                    .toList());
        } catch (CancellationException interrupted) {
            return orphans.stream()
                    .map(orphan -> outcome(
                            orphan,
                            Outcome.Result.SKIPPED,
                            false,
                            "it was interrupted, and nobody knows whether it is gone: prune again"))
                    .toList();
        }
    }

    private ObjectOutcome delete(Survey.Orphan orphan) {
        if (options.cancellation().isCancelled()) {
            return outcome(orphan, Outcome.Result.SKIPPED, false, "it was cancelled");
        }
        try {
            boolean isGone = new Deletion(api, orphan.key(), orphan.type()).delete(orphan.live(), true);
            return isGone
                    ? outcome(orphan, Outcome.Result.PRUNED, true, "")
                    : outcome(orphan, Outcome.Result.FAILED, false, "somebody changed it meanwhile: look again");
        } catch (ObjectFailure | RequestFailure failed) {
            return outcome(orphan, Outcome.Result.FAILED, false, String.valueOf(failed.getMessage()));
        }
    }

    private static ObjectOutcome outcome(Survey.Orphan orphan, Outcome.Result result, boolean isReady, String message) {
        return new ObjectOutcome(orphan.key(), result, isReady, message, List.of(), Optional.empty());
    }

    /** Forgets the kinds and namespaces of which nothing is left. */
    void narrow(Collection<ObjectOutcome> pruned) {
        List<ObjectKey> left = Stream.concat(
                        survey.members().stream().map(Member::key),
                        pruned.stream()
                                .filter(outcome -> outcome.result() != Outcome.Result.PRUNED)
                                .map(ObjectOutcome::object))
                .toList();
        survey.inventory().narrow(api, left);
    }
}
