package dev.idp.kubernetes.internal.tree;

import java.util.Locale;

/** Names of resources: kinds become resources by the rules of English, as far as those of Kubernetes keep to them. */
public final class Plural {

    private Plural() {}

    /**
     * Returns the name of a kind's resource.
     *
     * @param kind the kind, one that every cluster has
     * @return for example {@code networkpolicies}
     */
    public static String of(String kind) {
        String one = kind.toLowerCase(Locale.ROOT);
        if (one.endsWith("endpoints")) {
            return one;
        }
        if (one.endsWith("s") || one.endsWith("x") || one.endsWith("ch")) {
            return one + "es";
        }
        boolean isY = one.endsWith("y") && !one.endsWith("ay") && !one.endsWith("ey");
        return isY ? one.substring(0, one.length() - 1) + "ies" : one + "s";
    }
}
