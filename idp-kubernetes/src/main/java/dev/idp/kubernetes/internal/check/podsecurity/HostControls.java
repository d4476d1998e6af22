package dev.idp.kubernetes.internal.check.podsecurity;

import dev.idp.kubernetes.check.Condition;
import dev.idp.kubernetes.check.Container;
import dev.idp.kubernetes.check.Field;
import dev.idp.kubernetes.check.HasFields;
import dev.idp.kubernetes.check.ObjectSet;
import dev.idp.policy.Rule;

/** What pods may not take from their node. */
final class HostControls {

    private HostControls() {}

    static Rule<ObjectSet> namespaces() {
        return Level.BASELINE
                .rule("host-namespaces", "a pod in the node's namespaces sees what runs there, and may reach into it")
                .fix("leave it out")
                .must(Condition.field("hostIPC").isNotTrue(), "it shares the node's shared memory")
                .and(Condition.field("hostNetwork").isNotTrue(), "it shares the node's network")
                .and(Condition.field("hostPID").isNotTrue(), "it shares the node's processes");
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
        Condition<HasFields> notOfHost = Condition.field("securityContext", "windowsOptions", "hostProcess")
                .isNotTrue();
        return Level.BASELINE
                .rule("windows-host-process", "a host process of Windows is not contained at all")
                .fix("leave it out")
                .must(notOfHost, "it runs as a process of the node")
                .and(Condition.eachContainer(notOfHost), "it runs as a process of the node");
    }
}
