package dev.idp.kubernetes.internal.ready;

import java.util.Locale;

/**
 * An object of which something is said, and how to look at it.
 *
 * @param kind its kind
 * @param namespace its namespace; empty if it has none
 * @param name its name
 */
record Place(String kind, String namespace, String name) {

    static Place of(Value object) {
        return new Place(
                object.at("kind").text(""),
                object.at("metadata", "namespace").text(""),
                object.at("metadata", "name").text(""));
    }

    static Place ofReference(Value reference) {
        return new Place(
                reference.at("kind").text(""),
                reference.at("namespace").text(""),
                reference.at("name").text(""));
    }

    /** Lists of pods leave the kind out. */
    static Place ofPod(Value pod) {
        Place place = of(pod);
        return new Place("Pod", place.namespace, place.name);
    }

    String where() {
        String word = kind.equals("Pod") ? "pod" : kind;
        return word + " " + (namespace.isEmpty() ? name : namespace + "/" + name);
    }

    String describe() {
        return kubectl() + "describe " + word(kind.toLowerCase(Locale.ROOT)) + " " + word(name);
    }

    String events() {
        return kubectl() + "get events --field-selector "
                + word("involvedObject.kind=" + kind + ",involvedObject.name=" + name);
    }

    String logs(String container, boolean previous) {
        return kubectl() + "logs " + word(name) + " -c " + word(container) + (previous ? " --previous" : "");
    }

    private String kubectl() {
        return namespace.isEmpty() ? "kubectl " : "kubectl -n " + word(namespace) + " ";
    }

    /** Names in a cluster need no quotes; what is none is quoted rather than trusted. */
    private static String word(String text) {
        return text.matches("[\\w.,=/-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
