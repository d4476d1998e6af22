package dev.idp.kubernetes.internal.ready;

import dev.idp.kubernetes.apply.Readiness.Status;
import dev.idp.kubernetes.internal.tree.ObjectMapping;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** Rules for the kinds of users. */
public final class UserRules {

    private UserRules() {}

    /**
     * Returns a rule that a program says.
     *
     * @param rule judges an object
     * @return the rule
     */
    public static Rule of(Function<GenericKubernetesResource, Status> rule) {
        return subject -> {
            GenericKubernetesResource object;
            try {
                object = ObjectMapping.MAPPER.convertValue(subject.object().plain(), GenericKubernetesResource.class);
            } catch (IllegalArgumentException unreadable) {
                return Status.inProgress("Unreadable", "its metadata are none that an object can have");
            }
            return Objects.requireNonNull(
                    rule.apply(object),
                    () -> "the rule for " + object.getKind() + " of " + object.getApiVersion() + " says null");
        };
    }

    /**
     * Returns the rule that a condition be true.
     *
     * @param type the condition's type
     * @return the rule
     */
    public static Rule whenTrue(String type) {
        return subject -> {
            Optional<Status> unseen = GenericRules.unseen(subject);
            return unseen.isPresent() ? unseen.get() : whenTrue(subject, type);
        };
    }

    private static Status whenTrue(Subject subject, String type) {
        Optional<Condition> found = subject.condition(type);
        if (found.isEmpty()) {
            return Status.inProgress("NoCondition", "it has no condition " + type + " yet");
        }
        Condition condition = found.get();
        if (subject.isOutdated(condition)) {
            return subject.outdated(condition);
        }
        return condition.isTrue()
                ? Status.current("its condition " + type + " is True")
                : Status.inProgress(
                        condition.reasonOr("Not" + type),
                        condition.messageOr("its condition " + type + " is not True"));
    }
}
