package dev.idp.kubernetes.internal.tree;

/** The two parts of an {@code apiVersion}. */
public final class ApiVersions {

    private ApiVersions() {}

    /**
     * Returns the group.
     *
     * @param apiVersion for example {@code apps/v1}
     * @return what stands before the slash; empty for the oldest group, which has no name
     */
    public static String group(String apiVersion) {
        int slash = apiVersion.indexOf('/');
        return slash < 0 ? "" : apiVersion.substring(0, slash);
    }

    /**
     * Returns the version.
     *
     * @param apiVersion for example {@code apps/v1}
     * @return what stands after the slash
     */
    public static String version(String apiVersion) {
        return apiVersion.substring(apiVersion.indexOf('/') + 1);
    }
}
