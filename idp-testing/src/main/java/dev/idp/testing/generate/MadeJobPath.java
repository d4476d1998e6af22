package dev.idp.testing.generate;

import dev.idp.Environment;
import dev.idp.JobPath;
import dev.idp.JobPaving;
import java.util.List;
import java.util.Optional;

/**
 * A made-up golden path for jobs.
 *
 * @param id its id, and the variable that holds it
 * @param extending what it extends
 * @param paving what it says of {@code job}
 */
record MadeJobPath(String id, Optional<JobPath> extending, List<Said<JobPaving>> paving) implements JobPath {

    @Override
    public String version() {
        return "1.0";
    }

    @Override
    public void pave(JobPaving job, Environment environment) {
        paving.forEach(said -> said.effect().accept(job));
    }

    void list(Listing listing) {
        listing.add(
                id,
                MadePaths.source(
                        "JobPath",
                        id,
                        extending,
                        "JobPaving job",
                        paving.stream().map(said -> "job." + said.source()).toList()));
    }
}
