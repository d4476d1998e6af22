package dev.idp.kubernetes.internal.check.wiring;

import dev.idp.kubernetes.check.ManifestObject;
import dev.idp.kubernetes.check.ObjectSet;
import dev.idp.kubernetes.check.Pod;
import dev.idp.kubernetes.check.Selector;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Pods that operators make of custom objects. Nobody but the operator knows their labels, but one of them is the name of the
 * object, as in {@code cnpg.io/cluster: orders-db}.
 */
final class OperatedPods {

    private static final Set<String> BUILT_IN = Set.of("", "apps", "batch", "autoscaling", "policy");

    private final ObjectSet objects;
    private final Set<Name> operated = new HashSet<>();

    private record Name(String environment, String namespace, String name) {}

    OperatedPods(ObjectSet objects) {
        this.objects = objects;
        for (ManifestObject object : objects.objects()) {
            if (!BUILT_IN.contains(object.group()) && !object.group().endsWith(".k8s.io")) {
                operated.add(new Name(object.environment(), object.namespace(), object.name()));
            }
        }
    }

    /** Whether an object selects no pods that there are or may be. */
    boolean selectsNone(ManifestObject from, Selector selector) {
        List<Pod> pods = objects.selectedBy(from, selector);
        return pods.isEmpty()
                && selector.values().stream()
                        .noneMatch(value -> operated.contains(new Name(from.environment(), from.namespace(), value)));
    }
}
