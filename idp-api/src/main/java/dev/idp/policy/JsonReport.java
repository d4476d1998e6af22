package dev.idp.policy;

import dev.idp.internal.json.Json;
import dev.idp.internal.text.OneLine;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Findings for programs. */
final class JsonReport {

    private static final String VERSION = "dev.idp/findings/v1";

    private JsonReport() {}

    static String of(Report report) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("version", VERSION);
        json.put(
                "open",
                report.verdict().open().stream().map(JsonReport::finding).toList());
        json.put(
                "waived",
                report.verdict().waived().stream().map(JsonReport::waived).toList());
        return OneLine.encodable(Json.write(json));
    }

    private static Map<String, Object> waived(Verdict.Waived waived) {
        Map<String, Object> json = finding(waived.finding());
        Map<String, Object> waiver = new LinkedHashMap<>();
        waiver.put("reason", waived.waiver().reason());
        waiver.put("owner", waived.waiver().owner());
        waiver.put("until", waived.waiver().until().toString());
        json.put("waiver", waiver);
        return json;
    }

    private static Map<String, Object> finding(Finding finding) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("rule", finding.rule());
        json.put("severity", finding.severity().name());
        json.put("environment", finding.environment());
        putUnlessEmpty(json, "subject", finding.subject());
        putUnlessEmpty(json, "part", finding.part());
        json.put("message", finding.message());
        putUnlessEmpty(json, "fix", finding.fix());
        finding.place().ifPresent(place -> json.put("place", place));
        finding.location().flatMap(JsonReport::location).ifPresent(location -> json.put("location", location));
        return json;
    }

    private static Optional<Map<String, Object>> location(Location location) {
        Map<String, Object> json = new LinkedHashMap<>();
        putUnlessEmpty(json, "file", location.file());
        if (location.line() > 0) {
            json.put("line", (long) location.line());
        }
        putUnlessEmpty(json, "object", location.object());
        putUnlessEmpty(json, "pointer", location.pointer());
        return json.isEmpty() ? Optional.empty() : Optional.of(json);
    }

    private static void putUnlessEmpty(Map<String, Object> json, String name, String text) {
        if (!text.isEmpty()) {
            json.put(name, text);
        }
    }
}
