package dev.idp.kubernetes.internal.condition;

/**
 * What a selection of objects shows to rules.
 *
 * @param form what one of them is
 * @param group the group of the API; empty but for those of one kind
 * @param kind the kind; empty but for those of one kind
 */
public record Sight(Form form, String group, String kind) {

    /** What a rule looks at, one after the other. */
    public enum Form {
        /** All objects at once. */
        EVERYTHING,
        /** Objects of whatever kind. */
        OBJECTS,
        /** Objects of one kind. */
        KIND,
        /** The pods of everything that makes some. */
        PODS,
        /** The containers of those. */
        CONTAINERS
    }

    /** A selection that says what it shows. */
    @FunctionalInterface
    public interface Known {

        /**
         * Returns what it shows.
         *
         * @return the sight
         */
        Sight sight();
    }

    /**
     * Returns the sight of a form that needs no kind.
     *
     * @param form the form
     * @return the sight
     */
    public static Sight of(Form form) {
        return new Sight(form, "", "");
    }
}
