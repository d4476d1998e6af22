package dev.idp;

/**
 * Something that a workload may not do, or the reason why it may.
 *
 * @param holds false if the restriction is lifted
 * @param because why it is lifted; empty while it holds
 */
public record Restriction(boolean holds, String because) {

    /** The restriction holds. */
    public static final Restriction HOLDS = new Restriction(true, "");

    private static final String LIFTED = "lifted: ";

    static final JsonForm<Restriction> JSON = JsonForm.text(Restriction::toString, Restriction::parse);

    /**
     * Refuses null.
     *
     * @param holds false if the restriction is lifted
     * @param because why it is lifted; empty while it holds
     */
    public Restriction {
        Nulls.refuse(because, "the reason to lift a restriction");
    }

    /**
     * Returns a lifted restriction.
     *
     * @param because why; must not be blank, which planning checks
     * @return the lifted restriction
     */
    public static Restriction liftedBecause(String because) {
        return new Restriction(false, because);
    }

    private static Restriction parse(String text) {
        if (text.startsWith(LIFTED)) {
            return liftedBecause(text.substring(LIFTED.length()));
        }
        if (text.equals(HOLDS.toString())) {
            return HOLDS;
        }
        throw new IllegalArgumentException(text);
    }

    /** Returns {@code holds}, or {@code lifted: } and the reason. */
    @Override
    public String toString() {
        return holds ? "holds" : LIFTED + because;
    }
}
