package dev.idp.policy;

import dev.idp.internal.json.Json;
import dev.idp.internal.text.OneLine;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Findings for code scanning: one run of SARIF 2.1.0. */
final class SarifReport {

    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    private final Report report;
    private final SarifLocations locations;
    private final Map<String, Map<String, Object>> rules = new TreeMap<>();
    private final List<String> ids;
    private final Fingerprints fingerprints = new Fingerprints();

    SarifReport(Report report, String sources) {
        this.report = report;
        this.locations = new SarifLocations(sources);
        report.rules().forEach(rule -> rules.put(rule.id(), SarifRule.of(rule)));
        report.findings().forEach(finding -> rules.computeIfAbsent(finding.rule(), SarifRule::unknown));
        ids = List.copyOf(rules.keySet());
    }

    String text() {
        Map<String, Object> driver = new LinkedHashMap<>();
        driver.put("name", "idp");
        driver.put("rules", List.copyOf(rules.values()));
        List<Object> results = new ArrayList<>();
        report.verdict().open().forEach(finding -> results.add(result(finding)));
        report.verdict().waived().forEach(waived -> results.add(suppressed(waived)));
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("tool", Map.of("driver", driver));
        run.put("results", results);
        Map<String, Object> log = new LinkedHashMap<>();
        log.put("$schema", SCHEMA);
        log.put("version", "2.1.0");
        log.put("runs", List.of(run));
        return OneLine.encodable(Json.write(log));
    }

    private Map<String, Object> suppressed(Verdict.Waived waived) {
        Map<String, Object> suppression = new LinkedHashMap<>();
        suppression.put("kind", "external");
        suppression.put("status", "accepted");
        suppression.put("justification", waived.waiver().toString());
        Map<String, Object> result = result(waived.finding());
        result.put("suppressions", List.of(suppression));
        return result;
    }

    private Map<String, Object> result(Finding finding) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("ruleId", finding.rule());
        result.put("ruleIndex", (long) Collections.binarySearch(ids, finding.rule()));
        result.put("level", SarifRule.level(finding.severity()));
        result.put("message", SarifRule.message(sentence(finding)));
        result.put("locations", List.of(locations.of(finding)));
        result.put("partialFingerprints", Map.of("idpFinding/v1", fingerprints.next(finding)));
        return result;
    }

    private static String sentence(Finding finding) {
        return (finding.subject().isEmpty() ? "" : finding.subject() + " in ")
                + Wording.environment(finding.environment()) + ": " + finding.message()
                + finding.place().map(place -> " (" + place + ")").orElse("")
                + (finding.fix().isEmpty() ? "" : "; fix: " + finding.fix());
    }
}
