package dev.idp.kubernetes.check;

import dev.idp.kubernetes.internal.check.podsecurity.PodSecurityStandard;
import dev.idp.policy.Rule;
import java.util.List;

/**
 * The Pod Security Standards of Kubernetes, one rule for each control, as they are defined for a version. Pods are judged
 * wherever they stand: in a Pod, or in the template of whatever makes some, ephemeral containers included. The admission
 * controller of a namespace that enforces the level admits the pods in which nothing is found, and refuses the others.
 *
 * <p>Where the restricted level tightens a control of the baseline one, its rule has an id of its own and takes the other's
 * place.
 *
 * <p>What the baseline level forbids is an error. What the restricted level alone forbids is a warning, also where it is found
 * by a rule that takes the place of a baseline one.
 *
 * <pre>{@code
 * Checks.of(PodSecurity.baseline(KubernetesVersion.of("1.34")))
 * }</pre>
 */
public final class PodSecurity {

    private PodSecurity() {}

    /**
     * Returns the controls that keep pods from taking over their node.
     *
     * @param version the version that a namespace enforces, usually the cluster's; a newer one than {@link
     *     KubernetesVersion#NEWEST} is taken for that
     * @return one rule for each control that the version has
     */
    public static List<Rule<ObjectSet>> baseline(KubernetesVersion version) {
        return PodSecurityStandard.baseline(version);
    }

    /**
     * Returns the controls that harden pods by what is known to be good practice, those of the baseline level among them.
     *
     * @param version the version that a namespace enforces, usually the cluster's; a newer one than {@link
     *     KubernetesVersion#NEWEST} is taken for that
     * @return one rule for each control that the version has
     */
    public static List<Rule<ObjectSet>> restricted(KubernetesVersion version) {
        return PodSecurityStandard.restricted(version);
    }
}
