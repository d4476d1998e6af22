package dev.idp.kubernetes.internal.check.podsecurity;

import dev.idp.kubernetes.check.Container;
import dev.idp.kubernetes.check.Field;
import dev.idp.kubernetes.check.ManifestFindings;
import dev.idp.kubernetes.check.Pod;
import java.util.ArrayList;
import java.util.List;

/**
 * The security context of a pod or of one of its containers.
 *
 * @param field where it is, or would be
 * @param found takes what is found in it
 */
record SecurityContext(Field field, ManifestFindings found) {

    static SecurityContext of(Pod pod, ManifestFindings found) {
        return new SecurityContext(pod.spec().get("securityContext"), found);
    }

    static SecurityContext of(Container container, ManifestFindings found) {
        return new SecurityContext(container.at("securityContext"), found.at(container));
    }

    static List<SecurityContext> ofContainers(Pod pod, ManifestFindings found) {
        return pod.containers().stream().map(container -> of(container, found)).toList();
    }

    /** The pod's first. */
    static List<SecurityContext> all(Pod pod, ManifestFindings found) {
        List<SecurityContext> all = new ArrayList<>();
        all.add(of(pod, found));
        all.addAll(ofContainers(pod, found));
        return all;
    }

    Field at(String... names) {
        return field.at(names);
    }
}
