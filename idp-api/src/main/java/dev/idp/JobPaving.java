package dev.idp;

/** Takes what a golden path says about the jobs on it. */
public final class JobPaving extends Paving<JobStatements, JobMandates> {

    /**
     * Starts the paving for a job.
     *
     * @param jobName the job's name
     */
    public JobPaving(String jobName) {
        super(jobName);
    }

    @Override
    public JobStatements defaults(String because) {
        return ground.jobDefaults(because);
    }

    @Override
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
