package dev.idp.testing.rule;

import dev.idp.plan.ServicePlan;

/**
 * The words to choose services with.
 *
 * <p>It is not meant to be implemented by others.
 */
public interface ServicesThat extends That<ServicePlan, ServicesThat, ServicesShould> {

    /**
     * Chooses those that have a public address.
     *
     * @return what is chosen
     */
    default Chosen<ServicePlan, ServicesThat, ServicesShould> arePublic() {
        return satisfy(Traits.isPublic());
    }

    /**
     * Chooses those that have no public address.
     *
     * @return what is chosen
     */
    default Chosen<ServicePlan, ServicesThat, ServicesShould> areNotPublic() {
        return satisfy(Traits.isNotPublic());
    }

    /**
     * Chooses those whose copies cannot replace each other.
     *
     * @return what is chosen
     */
    default Chosen<ServicePlan, ServicesThat, ServicesShould> areStateful() {
        return satisfy(Traits.stateful());
    }

    /**
     * Chooses those that something calls.
     *
     * @param name a service or a job
     * @return what is chosen
     */
    default Chosen<ServicePlan, ServicesThat, ServicesShould> areCalledBy(String name) {
        return satisfy(Traits.calledBy(name));
    }
}
