package dev.idp.kubernetes.apply;

import dev.idp.kubernetes.internal.cluster.Api;
import dev.idp.kubernetes.internal.cluster.Live;
import dev.idp.kubernetes.internal.cluster.RequestFailure;
import dev.idp.kubernetes.internal.cluster.ResourceType;
import dev.idp.kubernetes.internal.ready.Diagnosis;
import dev.idp.kubernetes.internal.tree.Tree;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds out what holds objects up, by their pods and by events, of which each namespace is asked once. */
final class Causes {

    private static final ResourceType PODS = new ResourceType("v1", "Pod", "pods", true);
    private static final ResourceType EVENTS = new ResourceType("v1", "Event", "events", true);

    private final Api api;
    private final Map<String, List<Tree>> events = new HashMap<>();

    Causes(Api api) {
        this.api = api;
    }

    /** Empty also where whoever asks may not look: it failed for another reason, which is said already. */
    Optional<Cause> of(ObjectKey key, Live live) {
        try {
            return Diagnosis.of(live.tree(), pods(key, live), events(key.namespace()));
        } catch (RequestFailure notAllowed) {
            return Optional.empty();
        }
    }

    private List<Tree> pods(ObjectKey key, Live live) {
        if (key.kind().equals("Pod")) {
            return List.of(live.tree());
        }
        Map<String, Tree> labels = live.tree().fieldsOf("spec", "selector", "matchLabels");
        String selector = labels.entrySet().stream()
                .map(label -> label.getKey() + "=" + label.getValue().text())
                .collect(Collectors.joining(","));
        return selector.isEmpty() ? List.of() : trees(api.list(PODS, key.namespace(), selector, false));
    }

    private List<Tree> events(String namespace) {
        return events.computeIfAbsent(namespace, name -> trees(api.list(EVENTS, name, "", false)));
    }

    private static List<Tree> trees(List<Live> objects) {
        return objects.stream().<Tree>map(Live::tree).collect(Collectors.toList());
    }
}
