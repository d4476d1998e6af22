package dev.idp.kubernetes.apply;

import java.util.Comparator;

/**
 * Which object of a cluster is meant, whatever the version of its API.
 *
 * @param group the group of its API; empty for the oldest one
 * @param kind its kind
 * @param namespace its namespace; empty for what is in none
 * @param name its name
 */
public record ObjectKey(String group, String kind, String namespace, String name) implements Comparable<ObjectKey> {

    private static final Comparator<ObjectKey> ORDER = Comparator.comparing(ObjectKey::namespace)
            .thenComparing(ObjectKey::kind)
            .thenComparing(ObjectKey::name)
            .thenComparing(ObjectKey::group);

    /**
     * Tells whether people mean it by a name.
     *
     * @param reference {@code Deployment/orders}; with the group or the namespace where that is not clear: {@code
     *     Deployment.apps/orders}, {@code Deployment/shop/orders}
     * @return true if so
     */
    public boolean isCalled(String reference) {
        String withGroup = kind + "." + group;
        return reference.equals(kind + "/" + name)
                || reference.equals(kind + "/" + namespace + "/" + name)
                || reference.equals(withGroup + "/" + name)
                || reference.equals(withGroup + "/" + namespace + "/" + name);
    }

    /** Returns kind and group, the group left out where it is the oldest one: {@code Deployment.apps}. */
    String groupKind() {
        return group.isEmpty() ? kind : kind + "." + group;
    }

    @Override
    public int compareTo(ObjectKey other) {
        return ORDER.compare(this, other);
    }

    /** Returns for example {@code Deployment.apps/shop/orders}, and {@code Namespace/shop} of what is in no namespace. */
    @Override
    public String toString() {
        return groupKind() + "/" + (namespace.isEmpty() ? "" : namespace + "/") + name;
    }
}
