package dev.idp.policy;

import dev.idp.internal.text.OneLine;
import java.util.LinkedHashMap;
import java.util.Map;

/** Rules as SARIF describes them. */
final class SarifRule {

    private SarifRule() {}

    static Map<String, Object> of(Rule<?> rule) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", rule.id());
        json.put("shortDescription", message(rule.because()));
        json.put("fullDescription", message(rule.because()));
        json.put("help", message(rule.fix().isEmpty() ? rule.because() : rule.because() + "; fix: " + rule.fix()));
        rule.link().ifPresent(link -> json.put("helpUri", link));
        json.put("defaultConfiguration", Map.of("level", level(rule.severity())));
        return json;
    }

    /** Of a rule that nobody brought along, its id says most. */
    static Map<String, Object> unknown(String id) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", id);
        json.put("shortDescription", message(id));
        return json;
    }

    static String level(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case INFO -> "note";
        };
    }

    /** A single brace would be the place of an argument, and a bracket before a parenthesis a link. */
    static Map<String, Object> message(String text) {
        return Map.of(
                "text", OneLine.of(text).replace("{", "{{").replace("}", "}}").replace("](", "] ("));
    }
}
