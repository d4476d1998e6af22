package dev.idp;

/**
 * Takes what a golden path says about the workloads on it.
 *
 * <p>A path is asked once per environment, and again for each workload only if it asked which one it is.
 */
public abstract sealed class Paving permits ServicePaving, JobPaving {

    final Ground ground = new Ground();
    private final String workload;
    private boolean asked;

    Paving(String workload) {
        this.workload = workload;
    }

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
