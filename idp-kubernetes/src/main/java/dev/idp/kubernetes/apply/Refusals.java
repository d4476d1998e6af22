package dev.idp.kubernetes.apply;

import dev.idp.kubernetes.internal.cluster.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What refusals of an API server mean, with what to do about them. */
final class Refusals {

    private static final Pattern CONFLICT = Pattern.compile("conflict with \"([^\"]*)\".*");

    private static final List<String> UNCHANGEABLE =
            List.of("field is immutable", "may not be changed", "updates to", "may not change", "cannot be changed");

    private Refusals() {}

    static List<Conflict> conflicts(Refusal refusal) {
        return refusal.causes().stream()
                .filter(cause -> cause.reason().equals("FieldManagerConflict"))
                .map(cause -> {
                    Matcher who = CONFLICT.matcher(cause.message());
                    return new Conflict(cause.field(), who.matches() ? who.group(1) : "");
                })
                .toList();
    }

    /** Whether it says that something cannot be changed once it is there. */
    static boolean mentionsImmutable(Refusal refusal) {
        String message = refusal.message().toLowerCase(Locale.ROOT);
        return refusal.code() == 422 && UNCHANGEABLE.stream().anyMatch(message::contains);
    }

    static ObjectFailure conflict(ObjectKey key, List<Conflict> conflicts) {
        return new ObjectFailure(
                "others set " + (conflicts.size() == 1 ? "a field" : conflicts.size() + " fields")
                        + " that it shall set, and nothing of it was changed: take "
                        + (conflicts.size() == 1 ? "it" : "them") + " over by takingOver(\"" + key + "\", "
                        + conflicts.stream()
                                .map(conflict -> "\"" + conflict.field().replace("\"", "\\\"") + "\"")
                                .collect(Collectors.joining(", "))
                        + "), or say no longer what they say",
                conflicts);
    }

    static String text(ObjectKey key, Refusal refusal) {
        return "the API server refuses it (" + refusal.code()
                + (refusal.reason().isEmpty() ? "" : " " + refusal.reason()) + "): " + refusal.summary()
                + advice(key, refusal);
    }

    private static String advice(ObjectKey key, Refusal refusal) {
        String namespace = key.namespace().isEmpty() ? "" : " -n " + key.namespace();
        if (refusal.message().contains("exceeded quota")) {
            return "; look with: kubectl describe quota" + namespace;
        }
        if (refusal.code() == 401) {
            return "; whoever asks is not known there: log in anew";
        }
        if (refusal.question().isPresent()) {
            return "; look with: " + refusal.question().get();
        }
        if (refusal.code() == 404 && refusal.message().contains("namespaces")) {
            return "; make the namespace first, or add it to the set";
        }
        return "";
    }
}
