package dev.idp.kubernetes.internal.facets;

import dev.idp.Segment;
import dev.idp.Settings;
import dev.idp.Text;
import dev.idp.explain.Decision;
import dev.idp.plan.ServicePlan;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The plain variables of a service as Kubernetes keeps them: texts by name, under a name that changes with them. */
final class Configuration {

    private static final int HASH_DIGITS = 10;

    private final ServicePlan service;
    private final Map<String, Decision<Text>> variables;
    private final Map<String, String> texts = new LinkedHashMap<>();

    Configuration(ServicePlan service) {
        this.service = service;
        this.variables = service.entries(Settings.ENV);
        variables.forEach(
                (name, decision) -> texts.put(name, text(decision.get().segments())));
    }

    boolean isEmpty() {
        return variables.isEmpty();
    }

    Map<String, Decision<Text>> variables() {
        return variables;
    }

    Map<String, String> texts() {
        return texts;
    }

    /** Everything that the name depends on. */
    Decision<?>[] nameParts() {
        Decision<?>[] parts = new Decision<?>[variables.size() + 1];
        parts[0] = service.identity();
        int i = 1;
        for (Decision<Text> variable : variables.values()) {
            parts[i++] = variable;
        }
        return parts;
    }

    /** Pods read variables when they start: under a new name, a change reaches exactly the pods that read it. */
    String name() {
        return service.name() + "-env-" + hash();
    }

    private String hash() {
        MessageDigest digest = sha256();
        texts.forEach((name, text) -> {
            update(digest, name);
            update(digest, text);
        });
        StringBuilder hex = new StringBuilder(HASH_DIGITS);
        byte[] hash = digest.digest();
        for (int i = 0; i < HASH_DIGITS / 2; i++) {
            hex.append(Character.forDigit((hash[i] >> 4) & 0xf, 16)).append(Character.forDigit(hash[i] & 0xf, 16));
        }
        return hex.toString();
    }

    /** With the length before it, or {@code a=bc} and {@code ab=c} would look alike. */
    private static void update(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }

    /** The services of an environment share a namespace, so a service's name is its host name. */
    private static String text(List<Segment> segments) {
        StringBuilder text = new StringBuilder();
        for (Segment segment : segments) {
            if (segment instanceof Segment.Literal literal) {
                text.append(literal.text());
            } else if (segment instanceof Segment.Host host) {
                text.append(host.service());
            } else {
                throw new IllegalStateException("not a planned text: " + segment);
            }
        }
        return text.toString();
    }
}
