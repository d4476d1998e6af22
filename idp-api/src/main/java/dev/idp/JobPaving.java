package dev.idp;

/** Takes what a golden path says about the jobs on it. */
public final class JobPaving extends Paving {

    /**
     * Starts the paving for a job.
     *
     * @param jobName the job's name
     */
    public JobPaving(String jobName) {
        super(jobName);
    }

    /**
     * Returns a block for values that a job may change.
     *
     * @return the block
     */
    public JobStatements defaults() {
        return defaults("");
    }

    /**
     * Returns a block for values that a job may change, with their reason.
     *
     * @param because why, in one clause; explanations show it
     * @return the block
     */
    public JobStatements defaults(String because) {
        return ground.jobDefaults(because);
    }

    /**
     * Returns a block for values that a job must not change.
     *
     * @return the block
     */
    public JobMandates mandates() {
        return mandates("");
    }

    /**
     * Returns a block for values that a job must not change, with their reason.
     *
     * @param because why, in one clause; explanations show it
     * @return the block
     */
    public JobMandates mandates(String because) {
        return mandates("", because);
    }

    /**
     * Returns a block for values that a job must not change unless it waives them.
     *
     * @param id the name by which they can be waived
     * @param because why, in one clause; explanations show it
     * @return the block
     */
    public JobMandates mandates(String id, String because) {
        return ground.jobMandates(id, because);
    }

    /**
     * Returns the name of the job that is paved for.
     *
     * @return the name
     */
    public String jobName() {
        return askedName();
    }
}
