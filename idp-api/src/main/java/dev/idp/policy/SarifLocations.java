package dev.idp.policy;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Where findings are, as SARIF says it.
 *
 * @param sources the directory of Java's packages
 */
record SarifLocations(String sources) {

    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:/.*", Pattern.DOTALL);

    /** What RFC 3986 lets stand in a path, the colon aside, which could end a scheme. */
    private static final String PLAIN = "-._~!$&'()*+,;=@/";

    Map<String, Object> of(Finding finding) {
        Map<String, Object> json = new LinkedHashMap<>();
        finding.location()
                .filter(location -> !location.file().isEmpty())
                .ifPresent(location -> json.put("physicalLocation", physical(location)));
        json.put("logicalLocations", List.of(logical(finding)));
        return json;
    }

    private Map<String, Object> physical(Location location) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("artifactLocation", Map.of("uri", uri(location.file())));
        if (location.line() > 0) {
            json.put("region", Map.of("startLine", (long) location.line()));
        }
        return json;
    }

    private String uri(String file) {
        boolean drive = DRIVE.matcher(file).matches();
        if (drive || file.startsWith("/")) {
            return drive ? "file:///" + file.substring(0, 2) + encoded(file.substring(2)) : "file://" + encoded(file);
        }
        boolean isPrefixed = file.endsWith(".java") && !sources.isEmpty();
        return encoded(isPrefixed ? sources + (sources.endsWith("/") ? "" : "/") + file : file);
    }

    private static String encoded(String path) {
        StringBuilder uri = new StringBuilder(path.length());
        for (byte octet : path.getBytes(StandardCharsets.UTF_8)) {
            if (octet >= 0 && (Character.isLetterOrDigit(octet) || PLAIN.indexOf(octet) >= 0)) {
                uri.append((char) octet);
            } else {
                uri.append(String.format("%%%02X", octet & 0xFF));
            }
        }
        return uri.toString();
    }

    private static Map<String, Object> logical(Finding finding) {
        String object = finding.location().map(Location::object).orElse("");
        String pointer = finding.location().map(Location::pointer).orElse("");
        Map<String, Object> json = new LinkedHashMap<>();
        if (object.isEmpty()) {
            String name = finding.subject().isEmpty() ? finding.environment() : finding.subject();
            json.put("name", Wording.environment(name));
            json.put(
                    "fullyQualifiedName",
                    Wording.environment(finding.environment())
                            + (finding.subject().isEmpty() ? "" : "/" + finding.subject()));
        } else {
            json.put("name", pointer.isEmpty() ? object : pointer);
            json.put("fullyQualifiedName", Wording.environment(finding.environment()) + "/" + object + pointer);
        }
        json.put("kind", pointer.isEmpty() ? "resource" : "property");
        return json;
    }
}
