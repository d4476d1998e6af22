package dev.idp.explain;

/**
 * Who says a value: a layer, its name in the reader's words, and the line.
 *
 * @param layer how strong the word is
 * @param speaker for example {@code golden path spring-web 2.1} or {@code service orders in prod}
 * @param origin the line of the user's program; unknown for the library's own defaults
 * @param reason why, in one sentence without a full stop; empty when nobody gave one
 */
public record Source(Layer layer, String speaker, Origin origin, String reason) {

    /** What a plan that was read back knows of who said something. */
    public static final Source SAVED = new Source(Layer.WORKLOAD, "a saved plan", Origin.UNKNOWN, "");

    /** Returns for example {@code golden path spring-web 2.1, SpringWeb.java:23}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(speaker);
        if (!reason.isEmpty()) {
            text.append(": ").append(reason);
        }
        if (origin.isKnown()) {
            text.append(", ").append(origin);
        }
        return text.toString();
    }
}
