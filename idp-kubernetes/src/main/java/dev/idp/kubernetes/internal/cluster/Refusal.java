package dev.idp.kubernetes.internal.cluster;

import dev.idp.kubernetes.internal.tree.JsonTrees;
import dev.idp.kubernetes.internal.tree.Tree;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an API server answered where it did not do what it was asked.
 *
 * @param code the HTTP status
 * @param reason the reason by one word, such as {@code NotFound}; empty if it says none
 * @param message the reason for people
 * @param causes what led to it, by fields
 * @see <a href="https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/status/">Status</a>
 */
public record Refusal(int code, String reason, String message, List<Cause> causes) {

    private static final int LONGEST = 500;

    private static final Pattern REPEATED =
            Pattern.compile("(Invalid value|Unsupported value|Duplicate value): (\"(\\\\.|[^\"\\\\])*\"|[^:]*)");

    /** As Go prints what it has in memory, which may hold anything and ends nowhere for sure. */
    private static final Pattern PRINTED = Pattern.compile("(, got |&value\\.)(?s:.*)");

    private static final Pattern FORBIDDEN = Pattern.compile(
            "cannot (\\w+) resource \"([^\"]+)\" in API group \"([^\"]*)\"" + "(?: in the namespace \"([^\"]+)\")?");

    /**
     * One cause.
     *
     * @param reason by one word, such as {@code FieldManagerConflict}
     * @param field where, as the server writes paths: {@code .spec.replicas}
     * @param message for people
     */
    public record Cause(String reason, String field, String message) {}

    /** Reads an answer, which a proxy in between may have given as something else than JSON. */
    static Refusal of(int code, byte[] body) {
        try {
            Tree status = JsonTrees.parse(body);
            return new Refusal(
                    code,
                    status.text("reason"),
                    status.text("message"),
                    status.elementsOf("details", "causes").stream()
                            .map(cause -> new Cause(cause.text("reason"), cause.text("field"), cause.text("message")))
                            .toList());
        } catch (UncheckedIOException noJson) {
            return new Refusal(code, "", "the answer is no JSON", List.of());
        }
    }

    /** The server repeats what it refuses, which of a Secret nobody may see. */
    Refusal withoutValues() {
        return new Refusal(
                code,
                reason,
                withoutValues(message),
                causes.stream()
                        .map(cause -> new Cause(cause.reason(), cause.field(), withoutValues(cause.message())))
                        .toList());
    }

    private static String withoutValues(String text) {
        String named = REPEATED.matcher(text).replaceAll("$1: (hidden)");
        return PRINTED.matcher(named).replaceAll("$1(hidden)");
    }

    /**
     * Tells whether others own fields that were to be set.
     *
     * @return true if so
     */
    public boolean isFieldConflict() {
        return code == 409 && causes.stream().anyMatch(cause -> cause.reason().equals("FieldManagerConflict"));
    }

    /**
     * Tells whether it changed while it was to be changed.
     *
     * @return true if so
     */
    public boolean isStale() {
        return code == 409 && !isFieldConflict() && !reason.equals("AlreadyExists");
    }

    /**
     * Tells whether it speaks of an error of its own where the object is wrong: an apply of a field that there is not, or of
     * another type, ends so each time.
     *
     * @return true if so
     */
    public boolean isOfTheObject() {
        return code == 500
                && (message.startsWith("failed to create typed patch object")
                        || message.startsWith("failed to convert new object"));
    }

    /**
     * Tells whether there is no such thing.
     *
     * @return true if so
     */
    public boolean isNotFound() {
        return code == 404;
    }

    /**
     * Tells whether its namespace is on the way out.
     *
     * @return true if so
     */
    public boolean isOfTerminatingNamespace() {
        return code == 403
                && (causes.stream().anyMatch(cause -> cause.reason().equals("NamespaceTerminating"))
                        || message.contains("because it is being terminated"));
    }

    /**
     * Returns how to ask whether it is still forbidden.
     *
     * @return a command; empty if nothing was forbidden
     */
    public Optional<String> question() {
        Matcher forbidden = FORBIDDEN.matcher(message);
        if (code != 403 || !forbidden.find()) {
            return Optional.empty();
        }
        String group = forbidden.group(3).isEmpty() ? "" : "." + forbidden.group(3);
        String namespace = forbidden.group(4) == null ? "" : " -n " + forbidden.group(4);
        return Optional.of("kubectl auth can-i " + forbidden.group(1) + " " + forbidden.group(2) + group + namespace);
    }

    /**
     * Returns what it says, for people.
     *
     * @return one line, of a length that fits on a screen
     */
    public String summary() {
        String text = (message.isEmpty() ? reason : message).replaceAll("\\s+", " ");
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }
}
