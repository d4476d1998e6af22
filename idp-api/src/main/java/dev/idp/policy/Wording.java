package dev.idp.policy;

import dev.idp.internal.text.OneLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What reports say in the same words, in whatever format. */
final class Wording {

    private Wording() {}

    /** Returns for example {@code 1 error, 2 warnings, 1 waived}. */
    static String counts(Verdict verdict) {
        List<String> counts = new ArrayList<>();
        for (Severity severity : List.of(Severity.ERROR, Severity.WARNING, Severity.INFO)) {
            long count = verdict.open().stream()
                    .filter(finding -> finding.severity() == severity)
                    .count();
            if (count > 0) {
                counts.add(count + " " + noun(severity) + (count == 1 || severity == Severity.INFO ? "" : "s"));
            }
        }
        if (counts.isEmpty()) {
            counts.add("nothing found");
        }
        if (!verdict.waived().isEmpty()) {
            counts.add(verdict.waived().size() + " waived");
        }
        return String.join(", ", counts);
    }

    private static String noun(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }

    /** Findings of rules that look at several environments at once may be in none. */
    static String environment(String name) {
        return name.isEmpty() ? "all environments" : OneLine.of(name);
    }

    /** Where people find it. */
    static String place(Finding finding) {
        return OneLine.of(finding.place()
                .or(() -> finding.location().map(Location::toString))
                .orElse(""));
    }
}
