package dev.idp.policy;

import dev.idp.Settings;
import dev.idp.explain.Decision;
import dev.idp.plan.EnvironmentPlan;
import dev.idp.plan.WorkloadPlan;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The waivers of some environments: which findings they waive, and what is found about them. */
final class WaiverRules {

    private static final String EXPIRED = "waiver-expired";
    private static final String UNUSED = "waiver-unused";

    /** What no rule may be called. */
    static final Set<String> IDS = Set.of(EXPIRED, UNUSED);

    /** Where a waiver is held: by which workload, of which rule. */
    private record Key(String environment, String workload, String id) {}

    /** What makes waivers of several workloads one: their line, or their value where no line is known. */
    private record Line(String id, Waiver waiver, List<String> trail) {

        static Line of(String id, Decision<Waiver> held) {
            return new Line(
                    id,
                    held.get(),
                    held.winner().map(claim -> claim.source().origin().trail()).orElse(List.of()));
        }
    }

    private final Map<Key, Decision<Waiver>> held = new LinkedHashMap<>();
    private final Set<Key> lifted = new HashSet<>();
    private final Set<Key> needed;
    private final LocalDate today;

    WaiverRules(List<EnvironmentPlan> environments, Collection<Finding> findings, LocalDate today) {
        this.today = today;
        for (EnvironmentPlan environment : environments) {
            environment.workloads().forEach(workload -> collect(environment, workload));
        }
        this.needed = new HashSet<>(lifted);
        findings.forEach(finding -> needed.add(key(finding)));
    }

    private void collect(EnvironmentPlan environment, WorkloadPlan workload) {
        workload.entries(Settings.WAIVER)
                .forEach((id, waiver) -> held.put(new Key(environment.name(), workload.name(), id), waiver));
        workload.entries(Settings.WAIVED)
                .keySet()
                .forEach(id -> lifted.add(new Key(environment.name(), workload.name(), id)));
    }

    private static Key key(Finding finding) {
        return new Key(finding.environment(), finding.subject(), finding.rule());
    }

    /** What waives a finding today. */
    Optional<Waiver> inForce(Finding finding) {
        return Optional.ofNullable(held.get(key(finding)))
                .map(Decision::get)
                .filter(waiver -> !IDS.contains(finding.rule()) && !waiver.isExpired(today));
    }

    /** What is found about the waivers themselves. */
    List<Finding> findings() {
        Set<Line> neededLines = new HashSet<>();
        held.forEach((key, waiver) -> {
            if (needed.contains(key)) {
                neededLines.add(Line.of(key.id(), waiver));
            }
        });
        List<Finding> found = new ArrayList<>();
        held.forEach((key, waiver) -> {
            boolean lineNeeded = neededLines.contains(Line.of(key.id(), waiver));
            if (!waiver.get().isExpired(today)) {
                if (!lineNeeded) {
                    found.add(unused(key, waiver));
                }
            } else if (needed.contains(key) || !lineNeeded) {
                found.add(expired(key, waiver));
            }
        });
        return found;
    }

    private Finding expired(Key key, Decision<Waiver> waiver) {
        return finding(
                EXPIRED,
                Severity.ERROR,
                key,
                waiver,
                " expired on " + waiver.get().until() + (lifted.contains(key) ? " and still lifts that mandate" : ""),
                "mend what it waives and remove it, or agree on a later day");
    }

    private static Finding unused(Key key, Decision<Waiver> waiver) {
        return finding(UNUSED, Severity.WARNING, key, waiver, " is not needed", "remove it, or mend its id");
    }

    private static Finding finding(
            String rule, Severity severity, Key key, Decision<Waiver> waiver, String what, String fix) {
        return new Finding(
                rule,
                severity,
                key.environment(),
                key.workload(),
                "its waiver of " + key.id() + ", by " + waiver.get().owner() + "," + what,
                fix,
                Finding.placeOf(waiver));
    }
}
