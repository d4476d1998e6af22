package dev.idp;

/** Takes what a golden path says about the services on it. */
public final class ServicePaving extends Paving<Statements, Mandates> {

    /**
     * Starts the paving for a service.
     *
     * @param serviceName the service's name
     */
    public ServicePaving(String serviceName) {
        super(serviceName);
    }

    @Override
    public Statements defaults(String because) {
        return ground.defaults(because);
    }

    @Override
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
