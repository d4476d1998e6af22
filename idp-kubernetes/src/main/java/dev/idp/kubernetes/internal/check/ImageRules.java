package dev.idp.kubernetes.internal.check;

import dev.idp.Image;
import dev.idp.kubernetes.check.Container;
import dev.idp.kubernetes.check.ManifestRules;
import dev.idp.kubernetes.check.ObjectSet;
import dev.idp.policy.Rule;
import java.util.List;

/** Rules on images. */
final class ImageRules {

    private ImageRules() {}

    static List<Rule<ObjectSet>> all() {
        return List.of(pinned());
    }

    private static Rule<ObjectSet> pinned() {
        return ManifestRules.forContainers("fixed-image")
                .because("a tag that moves runs something else tomorrow, and nobody can go back")
                .fix("name a version or a digest")
                .link("https://kubernetes.io/docs/concepts/containers/images/#image-names")
                .must(ImageRules::isPinned, "its image is no fixed one");
    }

    private static boolean isPinned(Container container) {
        return container
                .at("image")
                .text()
                .filter(image -> new Image(image).isPinned())
                .isPresent();
    }
}
