package dev.idp.kubernetes.internal.capacity;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with recorded usage, all of it before anything is refused. */
final class UsageProblems {

    /** A file with the wrong separator is wrong in each of its lines. */
    private static final int SHOWN = 20;

    private final List<String> problems = new ArrayList<>();

    void add(String where, String what) {
        problems.add(where + ": " + what);
    }

    void refuseAny() {
        if (problems.isEmpty()) {
            return;
        }
        StringBuilder text = new StringBuilder()
                .append(problems.size())
                .append(problems.size() == 1 ? " problem" : " problems")
                .append(" in the recorded usage:");
        problems.stream().limit(SHOWN).forEach(problem -> text.append("\n  ").append(problem));
        if (problems.size() > SHOWN) {
            text.append("\n  and ").append(problems.size() - SHOWN).append(" more");
        }
        throw new IllegalArgumentException(text.toString());
    }
}
