package dev.idp.kubernetes;

import org.jspecify.annotations.Nullable;

/**
 * How manifests are split into files.
 *
 * <p>Whatever the layout, the files hold plain YAML that works without this library, and a directory that is written in
 * another layout than before loses the files of the former one.
 */
public final class Layout {

    /** The list of files that {@code kubectl apply -k} and Kustomize read. */
    static final String KUSTOMIZATION = "kustomization.yaml";

    private static final String ENVIRONMENT = "environment.yaml";
    private static final String ALL = "manifests.yaml";

    private enum Split {
        OBJECTS,
        WORKLOADS,
        NOTHING
    }

    private final Split split;
    private final boolean hasKustomization;

    private Layout(Split split, boolean hasKustomization) {
        this.split = split;
        this.hasKustomization = hasKustomization;
    }

    /**
     * Returns the layout with one file for each object, which makes the smallest differences:
     * {@code orders/deployment.yaml}, {@code namespace-shop-prod.yaml}.
     *
     * @return the layout
     */
    public static Layout filePerObject() {
        return new Layout(Split.OBJECTS, false);
    }

    /**
     * Returns the layout with one file for each workload: {@code workloads/orders.yaml}. What belongs to the environment as
     * a whole is in {@code environment.yaml}, and so are namespaces and definitions of custom resources that belong to a
     * workload.
     *
     * @return the layout
     */
    public static Layout filePerWorkload() {
        return new Layout(Split.WORKLOADS, false);
    }

    /**
     * Returns the layout with everything in {@code manifests.yaml}, which is put together in memory.
     *
     * @return the layout
     */
    public static Layout oneFile() {
        return new Layout(Split.NOTHING, false);
    }

    /**
     * Returns this layout with a {@code kustomization.yaml} that lists the files in the order of {@link Manifests#objects()},
     * for {@code kubectl apply -k} and for overlays of one's own.
     *
     * @return the layout
     */
    public Layout withKustomization() {
        return new Layout(split, true);
    }

    boolean hasKustomization() {
        return hasKustomization;
    }

    /** Whether a file can hold more than one object. */
    boolean hasStreams() {
        return split != Split.OBJECTS;
    }

    String fileOf(RenderedObject rendered) {
        return switch (split) {
            case OBJECTS -> rendered.file();
            case WORKLOADS -> {
                @Nullable String workload = rendered.comesFirst() ? null : rendered.workload();
                yield workload == null ? ENVIRONMENT : "workloads/" + workload + ".yaml";
            }
            case NOTHING -> ALL;
        };
    }
}
