package dev.idp.kubernetes.internal.check;

import dev.idp.kubernetes.check.Container;
import dev.idp.kubernetes.check.Field;
import dev.idp.kubernetes.check.ManifestFindings;
import dev.idp.kubernetes.check.ManifestRules;
import dev.idp.kubernetes.check.ObjectSet;
import dev.idp.kubernetes.check.Pod;
import dev.idp.policy.Rule;
import dev.idp.policy.Severity;
import java.util.List;
import java.util.Optional;

/** Probes ask ports that there are. */
final class ProbePortRules {

    private static final String LINK = "https://kubernetes.io/docs/tasks/configure-pod-container/"
            + "configure-liveness-readiness-startup-probes/#use-a-named-port";

    private ProbePortRules() {}

    static List<Rule<ObjectSet>> all() {
        return List.of(ManifestRules.forContainers("probe-port")
                .because("a probe that asks a port which there is not fails for ever")
                .severity(Severity.ERROR)
                .fix("name one of the container's ports")
                .link(LINK)
                .check((container, found) -> {
                    for (String probe : List.of("livenessProbe", "readinessProbe", "startupProbe")) {
                        for (String way : List.of("httpGet", "tcpSocket", "grpc")) {
                            asked(container, container.at(probe, way, "port"), probe, found);
                        }
                    }
                }));
    }

    private static void asked(Container container, Field port, String probe, ManifestFindings found) {
        Optional<String> name = port.text();
        Optional<Long> number = port.number();
        if (name.isPresent() && !has(container, "name", port)) {
            found.add(port, "its " + probe + " asks port '" + name.get() + "', and it has none of that name");
        } else if (number.isPresent() && !listsOf(container.pod(), port)) {
            found.add(
                    Severity.INFO,
                    port,
                    "its " + probe + " asks port " + number.get() + ", which is not among its ports",
                    "list the port, for whoever reads it; the probe works without");
        }
    }

    /** All containers of a pod share one address. */
    private static boolean listsOf(Pod pod, Field port) {
        return pod.containers().stream().anyMatch(container -> has(container, "containerPort", port));
    }

    private static boolean has(Container container, String field, Field wanted) {
        return container.at("ports").items().stream()
                .anyMatch(port -> port.get(field).scalar().equals(wanted.scalar()));
    }
}
