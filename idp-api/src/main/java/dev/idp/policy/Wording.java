package dev.idp.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What reports say in the same words, in whatever format. */
final class Wording {

    private static final Pattern LINE_BREAK = Pattern.compile("\\R");

    /** A name in somebody else's manifest shall not paint a terminal. */
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    /** Half a pair, which no encoding has. */
    private static final Pattern LONE_SURROGATE = Pattern.compile("\\p{Cs}");

    private static final String REPLACEMENT = "\uFFFD";

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
        return name.isEmpty() ? "all environments" : oneLine(name);
    }

    /** Where people find it. */
    static String place(Finding finding) {
        return oneLine(finding.place()
                .or(() -> finding.location().map(Location::toString))
                .orElse(""));
    }

    static String oneLine(String text) {
        return encodable(
                CONTROL.matcher(LINE_BREAK.matcher(text).replaceAll(" ")).replaceAll(REPLACEMENT));
    }

    static String encodable(String text) {
        return LONE_SURROGATE.matcher(text).replaceAll(REPLACEMENT);
    }

    static List<String> lines(String text) {
        return LINE_BREAK.splitAsStream(text).toList();
    }
}
