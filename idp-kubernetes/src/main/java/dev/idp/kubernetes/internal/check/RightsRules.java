package dev.idp.kubernetes.internal.check;

import dev.idp.kubernetes.check.Field;
import dev.idp.kubernetes.check.ManifestFindings;
import dev.idp.kubernetes.check.ManifestObject;
import dev.idp.kubernetes.check.ManifestRules;
import dev.idp.kubernetes.check.ObjectSet;
import dev.idp.policy.Rule;
import dev.idp.policy.RuleDraft;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/** Rules on what roles allow. Whatever a wildcard allows is found as a wildcard, once. */
final class RightsRules {

    static final String RBAC = "rbac.authorization.k8s.io";

    private static final String GOOD_PRACTICES = "https://kubernetes.io/docs/concepts/security/rbac-good-practices/";

    private RightsRules() {}

    static List<Rule<ObjectSet>> all() {
        return List.of(
                wildcard(),
                clusterAdmin(),
                resources(
                        draft("rights-exec", "who runs commands in a container has its secrets and its rights")
                                .fix("do without it, and read logs and metrics instead"),
                        Set.of("pods/exec", "pods/attach"),
                        Set.of("create", "get"),
                        "allows to run commands in all pods"),
                resources(
                        draft("rights-secrets", "some secret leads on to more rights")
                                .fix("mount the secret, or name it in resourceNames and allow get alone"),
                        Set.of("secrets"),
                        Set.of("get", "list", "watch"),
                        "allows to read all secrets"),
                resources(
                        draft("rights-pods", "who creates pods has the rights of every account and secret beside them")
                                .fix("let a controller create them from something smaller"),
                        Set.of("pods"),
                        Set.of("create"),
                        "allows to create pods"));
    }

    private static RuleDraft<ObjectSet, ManifestObject, ManifestFindings> draft(String id, String because) {
        return ManifestRules.forObjects(id).because(because).link(GOOD_PRACTICES);
    }

    private static Rule<ObjectSet> wildcard() {
        return draft("rights-wildcard", "a wildcard allows also what is added to the cluster next year")
                .fix("name what it needs")
                .check(eachRule((rule, found) -> {
                    for (String field : List.of("apiGroups", "resources", "verbs")) {
                        item(rule.get(field), Set.of("*", "*/*"))
                                .ifPresent(all -> found.add(all, "it allows all " + field));
                    }
                }));
    }

    private static Rule<ObjectSet> clusterAdmin() {
        return draft("cluster-admin", "who is the administrator of a cluster may do everything, and undo every rule")
                .fix("bind a role that allows what is needed")
                .check((object, found) -> {
                    Field role = object.at("roleRef", "name");
                    if ((object.is(RBAC, "ClusterRoleBinding") || object.is(RBAC, "RoleBinding"))
                            && object.at("roleRef", "kind")
                                    .text()
                                    .filter("ClusterRole"::equals)
                                    .isPresent()
                            && role.text().filter("cluster-admin"::equals).isPresent()) {
                        found.add(role, "it binds cluster-admin");
                    }
                });
    }

    private static Rule<ObjectSet> resources(
            RuleDraft<ObjectSet, ManifestObject, ManifestFindings> draft,
            Set<String> resources,
            Set<String> verbs,
            String message) {
        return draft.check(eachRule((rule, found) -> {
            boolean isOldest = item(rule.get("apiGroups"), Set.of("")).isPresent();
            boolean isAll = rule.get("resourceNames").items().isEmpty();
            if (isOldest && isAll && item(rule.get("verbs"), verbs).isPresent()) {
                item(rule.get("resources"), resources).ifPresent(resource -> found.add(resource, "it " + message));
            }
        }));
    }

    private static BiConsumer<ManifestObject, ManifestFindings> eachRule(BiConsumer<Field, ManifestFindings> check) {
        return (object, found) -> {
            if ((object.is(RBAC, "Role") || object.is(RBAC, "ClusterRole")) && !isOfKubernetes(object)) {
                object.at("rules").items().forEach(rule -> check.accept(rule, found));
            }
        };
    }

    /** The roles that every cluster comes with. */
    private static boolean isOfKubernetes(ManifestObject role) {
        return role.at("metadata", "labels", "kubernetes.io/bootstrapping").isPresent();
    }

    private static Optional<Field> item(Field list, Set<String> any) {
        return list.items().stream()
                .filter(item -> item.text().filter(any::contains).isPresent())
                .findFirst();
    }
}
