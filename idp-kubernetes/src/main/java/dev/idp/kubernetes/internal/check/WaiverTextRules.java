package dev.idp.kubernetes.internal.check;

import dev.idp.kubernetes.check.ManifestRules;
import dev.idp.kubernetes.check.ObjectSet;
import dev.idp.kubernetes.check.WaiverAnnotation;
import dev.idp.policy.Rule;
import java.util.List;

/** Waivers that nobody can read waive nothing, and should not look as if they did. */
final class WaiverTextRules {

    private WaiverTextRules() {}

    static List<Rule<ObjectSet>> all() {
        return List.of(ManifestRules.forObjects("waiver-readable")
                .because("a waiver that cannot be read waives nothing")
                .fix("write it like: until 2027-01-31, by web: the image writes its configuration")
                .check((object, found) -> object.at("metadata", "annotations")
                        .entries()
                        .forEach((key, value) -> {
                            if (WaiverAnnotation.isOne(key)
                                    && WaiverAnnotation.parse(value).isEmpty()) {
                                found.add(value, "annotation " + key + " does not say until when, by whom and why");
                            }
                        })));
    }
}
