package dev.idp;

/**
 * Takes what a golden path says about the workloads on it.
 *
 * <p>A path is asked once per environment, and again for each workload only if it asked which one it is.
 *
 * @param <D> the block for values that a workload may change
 * @param <M> the block for values that a workload must not change
 */
public abstract sealed class Paving<D, M> permits ServicePaving, JobPaving {

    final Ground ground = new Ground();
    private final String workload;
    private boolean asked;

    Paving(String workload) {
        this.workload = workload;
    }

    /**
     * Returns a block for values that a workload may change.
     *
     * @return the block
     */
    public final D defaults() {
        return defaults("");
    }

    /**
     * Returns a block for values that a workload may change, with their reason.
     *
     * @param because why, in one clause; explanations show it
     * @return the block
     */
    public abstract D defaults(String because);

    /**
     * Returns a block for values that a workload must not change.
     *
     * @return the block
     */
    public final M mandates() {
        return mandates("");
    }

    /**
     * Returns a block for values that a workload must not change, with their reason.
     *
     * @param because why, in one clause; explanations show it
     * @return the block
     */
    public final M mandates(String because) {
        return mandates("", because);
    }

    /**
     * Returns a block for values that a workload must not change unless it waives them.
     *
     * @param id the name by which they can be {@linkplain WorkloadSettings#waives waived}
     * @param because why, in one clause; explanations show it
     * @return the block
     */
    public abstract M mandates(String id, String because);

    final String askedName() {
        asked = true;
        return workload;
    }

    /**
     * Tells whether what was said may differ from workload to workload.
     *
     * @return true once the path has asked for the workload's name
     */
    public final boolean dependsOnWorkload() {
        return asked;
    }

    /**
     * Returns everything that was said.
     *
     * @return defaults and mandates
     */
    public final Ground ground() {
        return ground;
    }
}
