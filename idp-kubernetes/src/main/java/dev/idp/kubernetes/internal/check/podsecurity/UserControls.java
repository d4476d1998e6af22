package dev.idp.kubernetes.internal.check.podsecurity;

import dev.idp.kubernetes.check.Condition;
import dev.idp.kubernetes.check.ConditionOn;
import dev.idp.kubernetes.check.HasFields;
import dev.idp.kubernetes.check.KubernetesVersion;
import dev.idp.kubernetes.check.ObjectSet;
import dev.idp.policy.Rule;

/** As whom containers run. */
final class UserControls {

    private UserControls() {}

    static Rule<ObjectSet> nonRoot(KubernetesVersion version) {
        ConditionOn<HasFields> nonRoot = Condition.field("securityContext", "runAsNonRoot");
        Condition<HasFields> isFree = PodForms.haveUserNamespace(version);
        return Level.RESTRICTED
                .rule("run-as-non-root", "root in a container is root on the node for whoever breaks out")
                .fix("set runAsNonRoot to true; an image that runs as root does not start then")
                .must(isFree.or(nonRoot.isNotFalse()), "it says that its containers may run as root")
                .and(
                        Condition.eachContainer(Condition.anyOf(Condition.ofPod(isFree), nonRoot.isNotFalse())),
                        "it says that it may run as root")
                .and(
                        Condition.eachContainer(Condition.anyOf(
                                Condition.ofPod(isFree.or(nonRoot.isTrue()).or(nonRoot.isFalse())),
                                nonRoot.isFalse(),
                                nonRoot.isTrue())),
                        "it may run as root");
    }

    static Rule<ObjectSet> user(KubernetesVersion version) {
        Condition<HasFields> isFree = PodForms.haveUserNamespace(version);
        Condition<HasFields> notRoot =
                Condition.field("securityContext", "runAsUser").isNot(0);
        return Level.RESTRICTED
                .rule("run-as-user", "root in a container is root on the node for whoever breaks out")
                .fix("name another user")
                .must(isFree.or(notRoot), "it runs as user 0, who is root")
                .and(
                        Condition.eachContainer(Condition.anyOf(Condition.ofPod(isFree), notRoot)),
                        "it runs as user 0, who is root");
    }
}
