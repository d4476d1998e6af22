package dev.idp.kubernetes.internal.check.podsecurity;

import dev.idp.kubernetes.check.Container;
import dev.idp.kubernetes.check.Field;
import dev.idp.kubernetes.check.ObjectSet;
import dev.idp.policy.Rule;
import java.util.List;

/** Probes and hooks ask their own pod: the kubelet is not to be sent elsewhere. */
final class HostProbeControl {

    private static final List<List<String>> HANDLERS = List.of(
            List.of("livenessProbe"),
            List.of("readinessProbe"),
            List.of("startupProbe"),
            List.of("lifecycle", "postStart"),
            List.of("lifecycle", "preStop"));

    private HostProbeControl() {}

    static Rule<ObjectSet> rule() {
        return Level.BASELINE
                .rule("host-probes", "the kubelet asks any host that it is told, from inside the node's network")
                .fix("leave the host out, and the pod itself is asked")
                .check((pod, found) -> {
                    for (Container container : pod.containers()) {
                        for (List<String> handler : HANDLERS) {
                            Field asked = container.at(handler.toArray(String[]::new));
                            for (String way : List.of("httpGet", "tcpSocket")) {
                                Field host = asked.at(way, "host");
                                host.text().filter(text -> !text.isEmpty()).ifPresent(text -> found.at(container)
                                        .add(host, "its " + asked.name() + " asks host '" + text + "'"));
                            }
                        }
                    }
                });
    }
}
