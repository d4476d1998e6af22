package dev.idp.kubernetes.internal.check;

import dev.idp.kubernetes.check.KubernetesVersion;
import dev.idp.kubernetes.check.ManifestFindings;
import dev.idp.kubernetes.check.ManifestObject;
import dev.idp.kubernetes.check.ManifestRules;
import dev.idp.kubernetes.check.ObjectSet;
import dev.idp.policy.Rule;
import dev.idp.policy.Severity;
import java.util.List;

/** Rules on versions of APIs that clusters no longer have, or will not have for long. */
final class ApiLifeRules {

    private static final String GUIDE = "https://kubernetes.io/docs/reference/using-api/deprecation-guide/";

    private ApiLifeRules() {}

    static List<Rule<ObjectSet>> all(KubernetesVersion version) {
        return List.of(
                ManifestRules.forObjects("removed-api")
                        .because("a cluster knows nothing of an API that it no longer has")
                        .severity(Severity.ERROR)
                        .fix("write it for the version that took its place")
                        .link(GUIDE)
                        .check((object, found) -> removed(object, version, found)),
                ManifestRules.forObjects("deprecated-api")
                        .because("the next upgrade of the cluster may take it away")
                        .fix("write it for the version that takes its place")
                        .link(GUIDE)
                        .check((object, found) -> deprecated(object, version, found)));
    }

    private static void removed(ManifestObject object, KubernetesVersion version, ManifestFindings found) {
        ApiLife.of(object.apiVersion(), object.kind())
                .filter(life -> life.isOverIn(version))
                .ifPresent(life -> found.add(
                        object.at("apiVersion"),
                        named(object) + " is gone since Kubernetes "
                                + life.removed().orElseThrow(),
                        "use " + life.replacement()));
    }

    private static void deprecated(ManifestObject object, KubernetesVersion version, ManifestFindings found) {
        ApiLife.of(object.apiVersion(), object.kind())
                .filter(life -> life.isEndingIn(version))
                .ifPresent(life -> found.add(
                        object.at("apiVersion"),
                        named(object) + " is deprecated since Kubernetes " + life.deprecated()
                                + life.removed()
                                        .map(end -> ", and gone from " + end + " on")
                                        .orElse(""),
                        "use " + life.replacement()));
    }

    private static String named(ManifestObject object) {
        return object.kind() + " of " + object.apiVersion();
    }
}
