package dev.idp;

/** Takes what a golden path says about the services on it. */
public final class ServicePaving extends Paving {

    /**
     * Starts the paving for a service.
     *
     * @param serviceName the service's name
     */
    public ServicePaving(String serviceName) {
        super(serviceName);
    }

    /**
     * Returns a block for values that a service may change.
     *
     * @return the block
     */
    public Statements defaults() {
        return defaults("");
    }

    /**
     * Returns a block for values that a service may change, with their reason.
     *
     * @param because why, in one clause; explanations show it
     * @return the block
     */
    public Statements defaults(String because) {
        return ground.defaults(because);
    }

    /**
     * Returns a block for values that a service must not change.
     *
     * @return the block
     */
    public Mandates mandates() {
        return mandates("");
    }

    /**
     * Returns a block for values that a service must not change, with their reason.
     *
     * @param because why, in one clause; explanations show it
     * @return the block
     */
    public Mandates mandates(String because) {
        return mandates("", because);
    }

    /**
     * Returns a block for values that a service must not change unless it waives them.
     *
     * @param id the name by which they can be waived
     * @param because why, in one clause; explanations show it
     * @return the block
     */
    public Mandates mandates(String id, String because) {
        return ground.mandates(id, because);
    }

    /**
     * Returns the name of the service that is paved for.
     *
     * @return the name
     */
    public String serviceName() {
        return askedName();
    }
}
