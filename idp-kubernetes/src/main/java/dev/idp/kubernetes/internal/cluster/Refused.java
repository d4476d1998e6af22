package dev.idp.kubernetes.internal.cluster;

/** Thrown if a server does not do what it was asked, where nothing else can be done. */
public final class Refused extends RequestFailure {

    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    /**
     * Says what it said.
     *
     * @param asked what it was asked
     * @param refusal what it answered
     */
    public Refused(Request asked, Refusal refusal) {
        super(asked + ": " + refusal.code() + " " + refusal.summary()
                + refusal.question().map(question -> "; look with: " + question).orElse(""));
        this.refusal = refusal;
    }

    /**
     * Returns what it answered.
     *
     * @return the refusal
     */
    public Refusal refusal() {
        return refusal;
    }
}
