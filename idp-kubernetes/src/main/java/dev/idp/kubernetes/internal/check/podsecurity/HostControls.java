package dev.idp.kubernetes.internal.check.podsecurity;

import dev.idp.kubernetes.check.Container;
import dev.idp.kubernetes.check.Field;
import dev.idp.kubernetes.check.ObjectSet;
import dev.idp.policy.Rule;
import java.util.Map;
import java.util.TreeMap;

/** What pods may not take from their node. */
final class HostControls {

    private static final Map<String, String> NAMESPACES =
            new TreeMap<>(Map.of("hostNetwork", "network", "hostPID", "processes", "hostIPC", "shared memory"));

    private HostControls() {}

    static Rule<ObjectSet> namespaces() {
        return Level.BASELINE
                .rule("host-namespaces", "a pod in the node's namespaces sees what runs there, and may reach into it")
                .fix("leave it out")
                .check((pod, found) -> NAMESPACES.forEach((name, what) -> {
                    Field namespace = pod.spec().get(name);
                    if (namespace.isTrue()) {
                        found.add(namespace, "it shares the node's " + what);
                    }
                }));
    }

    static Rule<ObjectSet> paths() {
        return Level.BASELINE
                .rule("host-path", "who writes to the node's disk may become its root")
                .fix("use a volume of another type")
                .check((pod, found) -> pod.spec().get("volumes").items().forEach(volume -> {
                    Field path = volume.get("hostPath");
                    if (path.isPresent()) {
                        found.add(path, VolumeControl.name(volume) + " is a path of the node");
                    }
                }));
    }

    static Rule<ObjectSet> ports() {
        return Level.BASELINE
                .rule("host-ports", "a port of the node is reached past every network policy, and taken once")
                .fix("put a Service before it")
                .check((pod, found) -> {
                    for (Container container : pod.containers()) {
                        for (Field port : container.at("ports").items()) {
                            port.get("hostPort")
                                    .number()
                                    .filter(number -> number != 0)
                                    .ifPresent(number -> found.at(container)
                                            .add(port.get("hostPort"), "it takes port " + number + " of the node"));
                        }
                    }
                });
    }

    static Rule<ObjectSet> windowsProcess() {
        return Level.BASELINE
                .rule("windows-host-process", "a host process of Windows is not contained at all")
                .fix("leave it out")
                .check((pod, found) -> SecurityContext.all(pod, found).forEach(context -> {
                    Field process = context.at("windowsOptions", "hostProcess");
                    if (process.isTrue()) {
                        context.found().add(process, "it runs as a process of the node");
                    }
                }));
    }
}
