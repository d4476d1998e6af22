package dev.idp.kubernetes.internal.check;

import dev.idp.kubernetes.check.Condition;
import dev.idp.kubernetes.check.ConditionOn;
import dev.idp.kubernetes.check.HasFields;
import dev.idp.kubernetes.check.ManifestRules;
import dev.idp.kubernetes.check.ObjectSet;
import dev.idp.policy.Rule;
import java.util.List;

/** Rules on images. */
final class ImageRules {

    /** As {@link dev.idp.Image#isPinned} has it: by a digest, or by a tag other than {@code latest}. */
    private static final Condition<HasFields> IS_PINNED = Condition.field("image")
            .contains("@")
            .or(Condition.field("image")
                    .containsMatch(":[^/:]*$")
                    .and(Condition.field("image").endsWith(":latest").negate()));

    private ImageRules() {}

    static List<Rule<ObjectSet>> all() {
        return List.of(pinned(), pulled());
    }

    private static Rule<ObjectSet> pinned() {
        return ManifestRules.forContainers("fixed-image")
                .because("a tag that moves runs something else tomorrow, and nobody can go back")
                .fix("name a version or a digest")
                .link("https://kubernetes.io/docs/concepts/containers/images/#image-names")
                .must(IS_PINNED.foundAt(), "its image is no fixed one");
    }

    private static Rule<ObjectSet> pulled() {
        ConditionOn<HasFields> policy = Condition.field("imagePullPolicy");
        return ManifestRules.forContainers("image-pull-policy")
                .because("what a node happens to have is not what the registry has")
                .fix("leave imagePullPolicy out")
                .link("https://kubernetes.io/docs/concepts/containers/images/#image-pull-policy")
                .must(policy.isNot("Never"), "its image is never pulled: it starts only on nodes that have it")
                .and(
                        IS_PINNED.or(policy.isNot("IfNotPresent")),
                        "its image moves, and nodes that have an old one keep it");
    }
}
