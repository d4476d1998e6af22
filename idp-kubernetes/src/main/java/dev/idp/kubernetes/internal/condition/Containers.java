package dev.idp.kubernetes.internal.condition;

import dev.idp.kubernetes.check.Container;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What the lists of containers are called in policies. */
public final class Containers {

    private Containers() {}

    /**
     * Returns the name of the variable of some lists.
     *
     * @param roles the roles of the containers in the lists
     * @return for example {@code containers} for all, {@code initAndMainContainers} for two
     */
    public static String variable(Set<Container.Role> roles) {
        if (roles.size() == Container.Role.values().length) {
            return "containers";
        }
        String names = roles.stream()
                .sorted()
                .map(role -> role.name().charAt(0) + role.name().substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining("And"));
        return names.substring(0, 1).toLowerCase(Locale.ROOT) + names.substring(1) + "Containers";
    }
}
