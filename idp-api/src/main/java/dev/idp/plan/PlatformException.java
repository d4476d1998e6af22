package dev.idp.plan;

import java.util.List;

/** Everything that is wrong with a platform, in one report. */
public final class PlatformException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // Lists of records of strings are made by List.copyOf, which is serializable.
    private final List<Problem> problems;

    /**
     * Creates the report.
     *
     * @param platform the platform's name
     * @param environments the names of all its environments, so that what is wrong in all of them is said once
     * @param problems what is wrong; at least one
     */
    public PlatformException(String platform, List<String> environments, List<Problem> problems) {
        super(ProblemReport.of(platform, environments, problems));
        this.problems = List.copyOf(problems);
    }

    /**
     * Returns what is wrong.
     *
     * @return one problem for each environment it was found in
     */
    public List<Problem> problems() {
        return problems;
    }
}
