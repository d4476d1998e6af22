package dev.idp.kubernetes.internal.ready;

import dev.idp.kubernetes.apply.Cause;
import dev.idp.kubernetes.internal.ready.Candidate.Rank;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Why a pod is not ready. */
final class PodCauses {

    private final Value pod;
    private final Place place;
    private final List<Condition> conditions;
    private final List<ClusterEvent> all;
    private final List<ClusterEvent> events;
    private final ContainerCauses containers;

    private PodCauses(Value pod, List<ClusterEvent> all) {
        this.pod = pod;
        this.all = all;
        place = Place.ofPod(pod);
        conditions = Condition.of(pod);
        events = all.stream().filter(event -> event.isOf("Pod", pod)).toList();
        containers = new ContainerCauses(place, events);
    }

    /** Returns the most telling of what is known of a pod; empty if it is ready, has ended well, or is being deleted. */
    static Optional<Candidate> of(Value pod, List<ClusterEvent> events) {
        boolean isGoing = pod.at("metadata", "deletionTimestamp").isThere();
        boolean isWell = pod.at("status", "phase").text("").equals("Succeeded")
                || Condition.of(pod).stream().anyMatch(condition -> condition.is("Ready") && condition.isTrue());
        return isGoing || isWell ? Optional.empty() : new PodCauses(pod, events).mostTelling();
    }

    private Optional<Candidate> mostTelling() {
        return Stream.<Supplier<Optional<Candidate>>>of(
                        this::ended,
                        this::container,
                        this::scheduling,
                        this::setup,
                        this::probe,
                        this::gates,
                        this::waiting)
                .flatMap(cause -> cause.get().stream())
                .findFirst();
    }

    private Candidate candidate(Rank rank, Cause cause) {
        return new Candidate(
                rank, pod.at("metadata", "creationTimestamp").time().orElse(Instant.EPOCH), cause);
    }

    private Candidate ofPod(Rank rank, String what) {
        return candidate(rank, new Cause(what, place.where(), place.describe()));
    }

    /** Ended from outside: evicted, out of time, on a node that is gone. */
    private Optional<Candidate> ended() {
        String reason = pod.at("status", "reason").text("");
        return pod.at("status", "phase").text("").equals("Failed") && !reason.isEmpty()
                ? Optional.of(ofPod(
                        Rank.ENDED,
                        "it was ended: " + pod.at("status", "message").text("no more is said") + " (" + reason + ")"))
                : Optional.empty();
    }

    private Stream<Value> inits() {
        return pod.at("status", "initContainerStatuses").items().stream();
    }

    private Stream<Value> mains() {
        return pod.at("status", "containerStatuses").items().stream();
    }

    private Optional<Candidate> container() {
        return Stream.concat(
                        inits().flatMap(init -> containers.of(init, "init container").stream()),
                        mains().flatMap(main -> containers.of(main, "container").stream()))
                .findFirst()
                .map(cause -> candidate(Rank.CONTAINER, cause));
    }

    private Optional<Candidate> scheduling() {
        return conditions.stream()
                .filter(condition -> condition.is("PodScheduled") && condition.isFalse())
                .findFirst()
                .map(condition -> unboundClaim()
                        .orElseGet(() -> ofPod(
                                Rank.SCHEDULING,
                                "no node takes it: " + condition.messageOr("the scheduler does not say why"))));
    }

    /** The scheduler only says that a claim is not bound; who provides volumes says why. */
    private Optional<Candidate> unboundClaim() {
        return pod.at("spec", "volumes").items().stream()
                .map(volume -> volume.at("persistentVolumeClaim", "claimName").text(""))
                .filter(claim -> !claim.isEmpty())
                .flatMap(claim -> all.stream()
                        .filter(event -> event.isWarning() && event.isOf("PersistentVolumeClaim", claim))
                        .limit(1)
                        .map(event -> candidate(
                                Rank.SCHEDULING,
                                new Cause(
                                        "its claim " + claim + " gets no volume: " + said(event),
                                        place.where(),
                                        new Place("PersistentVolumeClaim", place.namespace(), claim).describe()))))
                .findFirst();
    }

    /** Volumes, networks: what a node needs before any container can start. */
    private Optional<Candidate> setup() {
        boolean isPending = pod.at("status", "phase").text("").equals("Pending");
        List<ClusterEvent> warnings = events.stream()
                .filter(event ->
                        isPending && event.isWarning() && !event.is("Unhealthy", "BackOff", "FailedScheduling"))
                .toList();
        return warnings.stream()
                // One that only says that it takes long comes after the one that says why.
                .filter(event -> !event.message().contains("timed out waiting for the condition"))
                .findFirst()
                .or(() -> warnings.stream().findFirst())
                .map(event -> ofPod(Rank.SETUP, "its node cannot set it up: " + said(event)));
    }

    private Optional<Candidate> probe() {
        return Stream.concat(inits(), mains())
                .filter(container -> container.at("state", "running").isThere()
                        && container.at("ready").isFalse())
                .map(container -> container.at("name").text(""))
                .flatMap(name -> containers.probe(name, "Readiness", "Startup", "Liveness").stream()
                        .map(failed -> candidate(
                                Rank.PROBE,
                                new Cause(
                                        "it runs, and is not ready: " + failed,
                                        place.where() + ", container " + name,
                                        place.logs(name, false)))))
                .findFirst();
    }

    /** Somebody outside, such as a load balancer, has yet to say that the pod is ready. */
    private Optional<Candidate> gates() {
        return conditions.stream()
                .filter(condition -> condition.is("Ready") && condition.reason().equals("ReadinessGatesNotReady"))
                .findFirst()
                .map(condition -> ofPod(
                        Rank.PROBE, "its containers are ready, and a readiness gate is not: " + condition.message()));
    }

    private Optional<Candidate> waiting() {
        Optional<Candidate> init = inits().filter(
                        container -> container.at("state", "running").isThere()
                                && !container.at("ready").isTrue()
                                && !container.at("started").isTrue())
                .map(container -> container.at("name").text(""))
                .findFirst()
                .map(name -> candidate(
                        Rank.WAITING,
                        new Cause(
                                "it has not ended yet, and the containers after it wait for it",
                                place.where() + ", init container " + name,
                                place.logs(name, false))));
        return init.or(() -> Optional.of(ofPod(Rank.WAITING, onItsWay())));
    }

    private String onItsWay() {
        return switch (pod.at("status", "phase").text("")) {
            case "Running" -> "it runs, and is not ready yet";
            case "Failed" -> "it has ended, and not well";
            case "Pending" -> pulling().orElse("its containers are not started yet");
            default -> "no node has taken it up yet";
        };
    }

    /** A large image may take longer than anybody waits. */
    private Optional<String> pulling() {
        return events.stream()
                .filter(event -> event.is("Pulling", "Pulled", "Created", "Started"))
                .findFirst()
                .filter(event -> event.is("Pulling"))
                .map(event -> "its image is not there yet: " + event.message());
    }

    private static String said(ClusterEvent event) {
        return event.message() + " (" + event.reason() + ")";
    }
}
