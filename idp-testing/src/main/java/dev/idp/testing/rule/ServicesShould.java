package dev.idp.testing.rule;

import dev.idp.plan.ServicePlan;

/**
 * The words to demand something of services with.
 *
 * <p>It is not meant to be implemented by others.
 */
public interface ServicesShould extends Should<ServicePlan, ServicesShould> {

    /**
     * Demands a public address.
     *
     * @return the demand, which can go on
     */
    default Demanded<ServicePlan, ServicesShould> bePublic() {
        return satisfy(ServiceDemands.bePublic());
    }

    /**
     * Demands that there is no public address.
     *
     * @return the demand, which can go on
     */
    default Demanded<ServicePlan, ServicesShould> notBePublic() {
        return satisfy(ServiceDemands.notBePublic());
    }

    /**
     * Demands that they are asked whether they can take requests, and whether they are still alive. One of both alone is demanded
     * with {@code have(Settings.READINESS)}.
     *
     * @return the demand, which can go on
     */
    default Demanded<ServicePlan, ServicesShould> beProbed() {
        return satisfy(ServiceDemands.beProbed());
    }

    /**
     * Demands a number of copies, also while the load is low.
     *
     * @param least the least number
     * @return the demand, which can go on
     */
    default Demanded<ServicePlan, ServicesShould> haveAtLeastReplicas(int least) {
        return satisfy(ServiceDemands.haveAtLeastReplicas(least));
    }

    /**
     * Demands that nobody else calls them.
     *
     * @param names services and jobs that may
     * @return the demand, which can go on
     */
    default Demanded<ServicePlan, ServicesShould> onlyBeCalledBy(String... names) {
        return satisfy(CallDemands.onlyBeCalledBy(names));
    }
}
