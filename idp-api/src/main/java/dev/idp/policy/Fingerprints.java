package dev.idp.policy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * What tells findings apart from one run to the next, wherever their lines have gone. Those that share it are counted, or
 * they would be taken for one.
 */
final class Fingerprints {

    private final Map<String, Integer> counts = new HashMap<>();

    String next(Finding finding) {
        String hash = hash(String.join(
                "\0",
                finding.rule(),
                finding.environment(),
                finding.subject(),
                finding.part(),
                finding.location().map(Location::object).orElse(""),
                finding.location().map(Location::pointer).orElse("")));
        return hash + ":" + counts.merge(hash, 1, Integer::sum);
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
