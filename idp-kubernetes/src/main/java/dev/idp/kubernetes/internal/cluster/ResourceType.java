package dev.idp.kubernetes.internal.cluster;

import dev.idp.kubernetes.internal.tree.ApiVersions;

/**
 * Where an API server has the objects of a kind.
 *
 * @param apiVersion group and version, for example {@code apps/v1}
 * @param kind the kind
 * @param plural the name in paths, for example {@code deployments}
 * @param isNamespaced whether its objects are in namespaces
 */
public record ResourceType(String apiVersion, String kind, String plural, boolean isNamespaced) {

    /** Where the namespaces are, which need not be looked up. */
    public static final ResourceType NAMESPACE = new ResourceType("v1", "Namespace", "namespaces", false);

    /** Where config maps are, which need not be looked up. */
    public static final ResourceType CONFIG_MAP = new ResourceType("v1", "ConfigMap", "configmaps", true);

    /**
     * Returns the group.
     *
     * @return empty for the oldest one
     */
    public String group() {
        return ApiVersions.group(apiVersion);
    }

    /**
     * Returns the path of all objects in a namespace.
     *
     * @param namespace the namespace; passed over if there are none of this kind in any, all namespaces if empty
     * @return a path without a slash at its end
     */
    public String path(String namespace) {
        String root = (group().isEmpty() ? "/api/" : "/apis/") + apiVersion;
        return root + (isNamespaced && !namespace.isEmpty() ? "/namespaces/" + namespace : "") + "/" + plural;
    }

    /**
     * Returns the path of an object.
     *
     * @param namespace its namespace
     * @param name its name
     * @return a path
     */
    public String path(String namespace, String name) {
        return path(namespace) + "/" + Request.encoded(name);
    }
}
