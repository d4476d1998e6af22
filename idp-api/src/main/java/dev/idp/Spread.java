package dev.idp;

import java.util.Locale;

/**
 * Over what the copies of a service are spread.
 *
 * @param over what may fail as a whole
 * @param strict whether a copy rather waits than stands in the wrong place
 */
public record Spread(Over over, boolean strict) {

    private static final String STRICTLY = " strictly";

    static final JsonForm<Spread> JSON = JsonForm.text(Spread::toString, Spread::parse);

    /** What may fail as a whole. */
    public enum Over {
        /** Zones of a region. */
        ZONES,
        /** Machines. */
        NODES
    }

    /**
     * Refuses null.
     *
     * @param over what may fail as a whole
     * @param strict whether a copy rather waits than stands in the wrong place
     */
    public Spread {
        Nulls.refuse(over, "what to spread over");
    }

    /**
     * Spreads over zones where that is possible.
     *
     * @return the spread
     */
    public static Spread overZones() {
        return new Spread(Over.ZONES, false);
    }

    /**
     * Spreads over machines where that is possible.
     *
     * @return the spread
     */
    public static Spread overNodes() {
        return new Spread(Over.NODES, false);
    }

    /**
     * Returns this spread, for which a copy rather waits than stands in the wrong place.
     *
     * @return the spread
     */
    public Spread strictly() {
        return new Spread(over, true);
    }

    private static Spread parse(String text) {
        boolean strict = text.endsWith(STRICTLY);
        String over = strict ? text.substring(0, text.length() - STRICTLY.length()) : text;
        return new Spread(Over.valueOf(over.toUpperCase(Locale.ROOT)), strict);
    }

    /** Returns for example {@code zones} or {@code zones strictly}. */
    @Override
    public String toString() {
        return over.name().toLowerCase(Locale.ROOT) + (strict ? STRICTLY : "");
    }
}
