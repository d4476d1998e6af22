package dev.idp.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The waivers of some environments: which findings they waive, and what is found about them. */
final class WaiverRules {

    private static final String EXPIRED = "waiver-expired";
    private static final String UNUSED = "waiver-unused";

    /** What no rule may be called. */
    static final Set<String> IDS = Set.of(EXPIRED, UNUSED);

    /** Where a waiver is held: by which workload, of which rule. */
    private record Key(String environment, String subject, String id) {

        static Key of(Held held) {
            return new Key(held.environment(), held.subject(), held.id());
        }
    }

    /** What makes waivers of several workloads one: their line, or their value where no line is known. */
    private record Line(String id, Waiver waiver, List<String> trail) {

        static Line of(Held held) {
            return new Line(held.id(), held.waiver(), held.trail());
        }
    }

    private final Map<Key, Held> all = new LinkedHashMap<>();
    private final Set<Key> needed = new HashSet<>();
    private final LocalDate today;

    WaiverRules(Collection<Held> all, Collection<Finding> findings, LocalDate today) {
        this.today = today;
        all.forEach(held -> this.all.put(Key.of(held), held));
        all.stream().filter(Held::isLifted).map(Key::of).forEach(needed::add);
        findings.forEach(finding -> keys(finding).forEach(needed::add));
    }

    /** What waives a finding: the leave for its part alone, or for all of its subject. */
    private static Stream<Key> keys(Finding finding) {
        Key whole = new Key(finding.environment(), finding.subject(), finding.rule());
        return finding.part().isEmpty()
                ? Stream.of(whole)
                : Stream.of(new Key(whole.environment(), whole.subject(), whole.id() + "/" + finding.part()), whole);
    }

    /** What waives a finding today. */
    Optional<Waiver> inForce(Finding finding) {
        return keys(finding)
                .map(all::get)
                .filter(Objects::nonNull)
                .map(Held::waiver)
                .filter(waiver -> !IDS.contains(finding.rule()) && !waiver.isExpired(today))
                .findFirst();
    }

    /** What is found about the waivers themselves. */
    List<Finding> findings() {
        Set<Line> neededLines = new HashSet<>();
        all.forEach((key, held) -> {
            if (needed.contains(key)) {
                neededLines.add(Line.of(held));
            }
        });
        List<Finding> found = new ArrayList<>();
        all.forEach((key, held) -> {
            boolean lineNeeded = neededLines.contains(Line.of(held));
            if (!held.waiver().isExpired(today)) {
                if (!lineNeeded) {
                    found.add(unused(held));
                }
            } else if (needed.contains(key) || !lineNeeded) {
                found.add(expired(held));
            }
        });
        return found;
    }

    private static Finding expired(Held held) {
        return finding(
                EXPIRED,
                Severity.ERROR,
                held,
                " expired on " + held.waiver().until() + (held.isLifted() ? " and still lifts that mandate" : ""),
                "mend what it waives and remove it, or agree on a later day");
    }

    private static Finding unused(Held held) {
        return finding(UNUSED, Severity.WARNING, held, " is not needed", "remove it, or mend its id");
    }

    private static Finding finding(String rule, Severity severity, Held held, String what, String fix) {
        return new Finding(
                rule,
                severity,
                held.environment(),
                held.subject(),
                "",
                "its waiver of " + held.id() + ", by " + held.waiver().owner() + "," + what,
                fix,
                held.place(),
                held.location());
    }
}
