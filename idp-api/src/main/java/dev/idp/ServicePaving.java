package dev.idp;

/**
 * Takes what a golden path says about the services on it.
 *
 * <p>A path is asked once per environment, and again for each service only if it asked which service it is.
 */
public final class ServicePaving {

    private final Ground ground = new Ground();
    private final String serviceName;
    private boolean asked;

    /**
     * Starts the paving for a service.
     *
     * @param serviceName the service's name
     */
    public ServicePaving(String serviceName) {
        this.serviceName = serviceName;
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
        return ground.mandates(because);
    }

    /**
     * Returns the name of the service that is paved for.
     *
     * @return the name
     */
    public String serviceName() {
        asked = true;
        return serviceName;
    }

    /**
     * Tells whether what was said may differ from service to service.
     *
     * @return true once the path has asked for {@link #serviceName()}
     */
    public boolean dependsOnService() {
        return asked;
    }

    /**
     * Returns everything that was said.
     *
     * @return defaults and mandates
     */
    public Ground ground() {
        return ground;
    }
}
