package dev.idp.kubernetes.internal.check.wiring;

import dev.idp.kubernetes.check.Pod;

/** The ports that pods declare. */
final class Ports {

    private Ports() {}

    static boolean has(Pod pod, String name) {
        return pod.containers().stream()
                .flatMap(container -> container.at("ports").items().stream())
                .anyMatch(port -> port.get("name").text().filter(name::equals).isPresent());
    }

    static boolean has(Pod pod, long number) {
        return pod.containers().stream()
                .flatMap(container -> container.at("ports").items().stream())
                .anyMatch(port -> port.get("containerPort")
                        .number()
                        .filter(found -> found == number)
                        .isPresent());
    }

    /** Whether any port is declared: who declares none does not say that there is none. */
    static boolean areDeclared(Pod pod) {
        return pod.containers().stream()
                .anyMatch(container -> !container.at("ports").items().isEmpty());
    }
}
