package dev.idp.kubernetes.admission;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;

/**
 * A rule as a cluster enforces it.
 *
 * @param rule the rule's id
 * @param policy the ValidatingAdmissionPolicy
 * @param binding the ValidatingAdmissionPolicyBinding that puts it into force
 */
public record AdmissionPolicy(String rule, GenericKubernetesResource policy, GenericKubernetesResource binding) {

    /**
     * Returns what both objects are called.
     *
     * @return the name
     */
    public String name() {
        return policy.getMetadata().getName();
    }

    /** Returns the name. */
    @Override
    public String toString() {
        return name();
    }
}
