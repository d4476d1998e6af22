package dev.idp.kubernetes.internal.ready;

import dev.idp.kubernetes.apply.Cause;
import dev.idp.kubernetes.internal.ready.Candidate.Rank;
import dev.idp.kubernetes.internal.tree.Tree;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Says why an object is not ready, by its pods and by events: the most telling of what a cluster says. No value of a variable
 * and nothing that programs wrote is repeated, and what the cluster says is cut to one line.
 */
public final class Diagnosis {

    private static final Set<String> TELLING_CONDITIONS = Set.of("Failed", "FailureTarget", "ReplicaFailure");

    private Diagnosis() {}

    /**
     * Says why an object is not ready.
     *
     * @param object the object, such as a Deployment, as a cluster returned it
     * @param pods its pods, old ones and new, in any order
     * @param events events of its namespace, of the kind of {@code v1} or of {@code events.k8s.io/v1}, in any order; those of
     *     other objects are passed over
     * @return the cause; empty if nothing is said
     */
    public static Optional<Cause> of(Tree object, Collection<Tree> pods, Collection<Tree> events) {
        List<ClusterEvent> newest = ClusterEvent.newestFirst(events);
        Value value = new Value(object);
        return Stream.of(
                        pods.stream().flatMap(pod -> PodCauses.of(new Value(pod), newest).stream()),
                        going(value, pods),
                        events(value, newest),
                        conditions(value))
                .flatMap(candidates -> candidates)
                .min(Candidate.MOST_TELLING_FIRST)
                .map(Candidate::cause);
    }

    /** A StatefulSet makes no pod of a name before the one that had it is gone, which on a node that is lost it never is. */
    private static Stream<Candidate> going(Value object, Collection<Tree> pods) {
        return pods.stream()
                .map(Value::new)
                .filter(pod -> object.at("kind").text("").equals("StatefulSet")
                        && pod.at("metadata", "deletionTimestamp").isThere())
                .map(pod -> new Candidate(
                        Rank.WAITING,
                        Instant.EPOCH,
                        new Cause(
                                "it is being deleted, and the next of its name waits for that",
                                Place.ofPod(pod).where(),
                                Place.ofPod(pod).describe())));
    }

    private static Stream<Candidate> events(Value object, List<ClusterEvent> newest) {
        return newest.stream()
                .filter(event -> event.isWarning() && (event.isOf(object) || isOfItsReplicaSet(event, object)))
                .map(event -> {
                    boolean isCreation = event.is("FailedCreate");
                    Place place = Place.ofReference(event.object());
                    String message = event.message().replaceFirst("^Error creating: ", "");
                    return new Candidate(
                            isCreation ? Rank.CREATION : Rank.WORKLOAD,
                            event.time(),
                            new Cause(
                                    (isCreation ? "its pods are not created: " : "") + message + " (" + event.reason()
                                            + ")",
                                    place.where(),
                                    place.events()));
                });
    }

    /** A ReplicaSet is called as its Deployment, with a hash that has no dash. */
    private static boolean isOfItsReplicaSet(ClusterEvent event, Value object) {
        String prefix = object.at("metadata", "name").text("") + "-";
        String name = event.object().at("name").text("");
        return object.at("kind").text("").equals("Deployment")
                && event.object().at("kind").text("").equals("ReplicaSet")
                && name.startsWith(prefix)
                && name.indexOf('-', prefix.length()) < 0
                && Place.of(object)
                        .namespace()
                        .equals(Place.ofReference(event.object()).namespace());
    }

    private static Stream<Candidate> conditions(Value object) {
        Place place = Place.of(object);
        return Condition.of(object).stream()
                .filter(condition -> condition.isTrue() && TELLING_CONDITIONS.contains(condition.type()))
                .map(condition -> new Candidate(
                        condition.is("ReplicaFailure") ? Rank.CREATION : Rank.WORKLOAD,
                        // What a job says of its end is newer than any event of it.
                        condition.is("ReplicaFailure") ? Instant.EPOCH : Instant.MAX,
                        new Cause(
                                (condition.is("ReplicaFailure") ? "its pods are not created: " : "it has failed: ")
                                        + condition.messageOr(condition.type()),
                                place.where(),
                                place.describe())));
    }
}
