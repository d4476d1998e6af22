package dev.idp.internal.planning;

import dev.idp.plan.PlatformException;
import dev.idp.plan.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects everything that is wrong, so that it is reported at once. */
final class Problems {

    private final List<Problem> found = new ArrayList<>();

    /** Environments are planned side by side. */
    synchronized void add(Problem problem) {
        found.add(problem);
    }

    /** Sorted, so that neither the order of declarations shows nor which environment was planned first. */
    void throwIfAny(String platform, List<String> environments) {
        if (!found.isEmpty()) {
            throw new PlatformException(
                    platform,
                    environments,
                    found.stream()
                            .sorted(Comparator.comparing(Problem::subject)
                                    .thenComparing(Problem::message)
                                    .thenComparing(problem -> environments.indexOf(problem.environment()))
                                    .thenComparing(
                                            problem -> problem.citations().toString()))
                            .toList());
        }
    }
}
