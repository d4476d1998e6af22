package dev.idp.kubernetes.internal.check;

import dev.idp.Image;
import dev.idp.kubernetes.check.Container;
import dev.idp.kubernetes.check.Field;
import dev.idp.kubernetes.check.ManifestFindings;
import dev.idp.kubernetes.check.ManifestRules;
import dev.idp.kubernetes.check.ObjectSet;
import dev.idp.policy.Rule;
import java.util.List;

/** Rules on images. */
final class ImageRules {

    private ImageRules() {}

    static List<Rule<ObjectSet>> all() {
        return List.of(pinned(), pulled());
    }

    private static Rule<ObjectSet> pinned() {
        return ManifestRules.forContainers("fixed-image")
                .because("a tag that moves runs something else tomorrow, and nobody can go back")
                .fix("name a version or a digest")
                .link("https://kubernetes.io/docs/concepts/containers/images/#image-names")
                .must(ImageRules::isPinned, "its image is no fixed one");
    }

    private static Rule<ObjectSet> pulled() {
        return ManifestRules.forContainers("image-pull-policy")
                .because("what a node happens to have is not what the registry has")
                .fix("leave imagePullPolicy out")
                .link("https://kubernetes.io/docs/concepts/containers/images/#image-pull-policy")
                .check(ImageRules::policy);
    }

    private static void policy(Container container, ManifestFindings found) {
        Field policy = container.at("imagePullPolicy");
        String name = policy.text().orElse("");
        if (name.equals("Never")) {
            found.add(policy, "its image is never pulled: it starts only on nodes that have it");
        } else if (name.equals("IfNotPresent") && !isPinned(container)) {
            found.add(policy, "its image moves, and nodes that have an old one keep it");
        }
    }

    private static boolean isPinned(Container container) {
        return container
                .at("image")
                .text()
                .filter(image -> new Image(image).isPinned())
                .isPresent();
    }
}
