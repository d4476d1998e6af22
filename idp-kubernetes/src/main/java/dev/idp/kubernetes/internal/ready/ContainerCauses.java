package dev.idp.kubernetes.internal.ready;

import dev.idp.kubernetes.apply.Cause;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What keeps a container from running. */
final class ContainerCauses {

    private static final Set<String> IMAGE = Set.of(
            "ErrImagePull",
            "ImagePullBackOff",
            "ErrImageNeverPull",
            "InvalidImageName",
            "ImageInspectError",
            "RegistryUnavailable",
            "SignatureValidationFailed");

    /** What a container waits for before anything went wrong. */
    private static final Set<String> ON_ITS_WAY = Set.of("", "ContainerCreating", "PodInitializing");

    private final Place pod;
    private final List<ClusterEvent> events;

    ContainerCauses(Place pod, List<ClusterEvent> events) {
        this.pod = pod;
        this.events = events;
    }

    /**
     * Says why a container does not run.
     *
     * @param container its status
     * @param role {@code container} or {@code init container}
     * @return empty if nothing went wrong with it so far
     */
    Optional<Cause> of(Value container, String role) {
        String name = container.at("name").text("");
        String where = pod.where() + ", " + role + " " + name;
        Value last = container.at("lastState", "terminated");
        Value ended = container.at("state", "terminated");
        String waits = container.at("state", "waiting", "reason").text("");
        if (waits.equals("CrashLoopBackOff")) {
            return Optional.of(new Cause(
                    "it crashes again and again" + restarts(container) + ": " + ending(last, name),
                    where,
                    pod.logs(name, true)));
        }
        if (!ON_ITS_WAY.contains(waits)) {
            return Optional.of(new Cause(stopped(container, name, waits), where, pod.describe()));
        }
        if (ended.isThere() && ended.at("exitCode").number(0) != 0) {
            return Optional.of(new Cause("it ended with " + ending(ended, name), where, pod.logs(name, false)));
        }
        boolean wasRestarted = container.at("restartCount").number(0) > 0
                && last.at("exitCode").number(0) != 0
                && container.at("ready").isFalse();
        return wasRestarted
                ? Optional.of(new Cause(
                        "it runs again" + restarts(container) + ", and ended last with " + ending(last, name),
                        where,
                        pod.logs(name, true)))
                : Optional.empty();
    }

    private String stopped(Value container, String name, String reason) {
        String message = container.at("state", "waiting", "message").text("");
        String why = message.isBlank() ? reason : message + " (" + reason + ")";
        if (!IMAGE.contains(reason)) {
            return "it cannot be started: " + why;
        }
        // The event has the registry's answer, of which the state only says that there was one.
        String answer = events.stream()
                .filter(event -> event.is("Failed") && event.container().equals(name))
                .map(ClusterEvent::message)
                .filter(said -> said.startsWith("Failed to pull image"))
                .findFirst()
                .map(said -> said + " (" + reason + ")")
                .orElse(why);
        String image = container.at("image").text("");
        return answer.contains(image) ? "it gets no image: " + answer : "it gets no image " + image + ": " + answer;
    }

    private String ending(Value terminated, String name) {
        if (!terminated.isThere()) {
            return "how it ended is not known";
        }
        String said = Ending.of(terminated);
        if (!Ending.isKill(terminated)) {
            return said;
        }
        return probe(name, "Liveness", "Startup")
                .map(failed -> said + ", after: " + failed)
                .orElse(said);
    }

    /** What the newest of some probes said that failed. */
    Optional<String> probe(String container, String... probes) {
        return events.stream()
                .filter(event -> event.is("Unhealthy") && event.container().equals(container))
                .map(ClusterEvent::message)
                .filter(message -> List.of(probes).stream().anyMatch(message::startsWith))
                .findFirst();
    }

    private static String restarts(Value container) {
        long restarts = container.at("restartCount").number(0);
        return restarts == 0 ? "" : ", after " + restarts + (restarts == 1 ? " restart" : " restarts");
    }
}
