package dev.idp.kubernetes.internal.check.wiring;

import dev.idp.kubernetes.check.ManifestObject;
import dev.idp.kubernetes.check.ManifestRules;
import dev.idp.kubernetes.check.ObjectSet;
import dev.idp.policy.Rule;
import dev.idp.policy.Severity;
import java.util.List;

/** Rules on objects among each other. */
final class ObjectRules {

    private ObjectRules() {}

    static List<Rule<ObjectSet>> all() {
        return List.of(twice());
    }

    private static Rule<ObjectSet> twice() {
        return ManifestRules.forObjects("object-twice")
                .because("whichever is applied last undoes the other")
                .severity(Severity.ERROR)
                .fix("rename one of them, or remove it")
                .link("https://kubernetes.io/docs/concepts/overview/working-with-objects/names/")
                .check((object, found) -> found.objects()
                        .find(object, object.group(), object.kind(), object.name())
                        .filter(first -> !first.equals(object) && !object.name().isEmpty())
                        .ifPresent(first ->
                                found.add(object.at("metadata", "name"), "it is there twice" + where(object))));
    }

    private static String where(ManifestObject object) {
        return object.namespace().isEmpty() ? "" : " in namespace " + object.namespace();
    }
}
