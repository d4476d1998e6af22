package dev.idp.kubernetes.internal.check.wiring;

import dev.idp.kubernetes.check.Field;
import dev.idp.kubernetes.check.ManifestRules;
import dev.idp.kubernetes.check.ObjectSet;
import dev.idp.kubernetes.check.Pod;
import dev.idp.policy.Rule;
import dev.idp.policy.Severity;
import java.util.List;
import java.util.Optional;

/** Rules on service accounts, and on what is granted to them. */
final class AccountRules {

    private static final String RBAC = "rbac.authorization.k8s.io";

    private AccountRules() {}

    static List<Rule<ObjectSet>> all() {
        return List.of(exists(), own(), role(), subject());
    }

    /** It had another name once, which still counts. */
    private static Field account(Pod pod) {
        Field account = pod.spec().get("serviceAccountName");
        Field old = pod.spec().get("serviceAccount");
        return account.isPresent() || !old.isPresent() ? account : old;
    }

    private static Optional<String> name(Field account) {
        return account.text().filter(name -> !name.equals("default"));
    }

    private static Rule<ObjectSet> exists() {
        return ManifestRules.forPods("service-account-exists")
                .because("no pod is made without its service account")
                .severity(Severity.ERROR)
                .fix("add the ServiceAccount, or mend the name")
                .link("https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/")
                .check((pod, found) -> {
                    Field account = account(pod);
                    name(account)
                            .filter(name -> found.objects()
                                    .find(pod.object(), "", "ServiceAccount", name)
                                    .isEmpty())
                            .ifPresent(name -> found.add(account, "there is no ServiceAccount '" + name + "'"));
                });
    }

    private static Rule<ObjectSet> own() {
        return ManifestRules.forPods("service-account-own")
                .because("what is granted to the default account is granted to every pod of the namespace")
                .severity(Severity.INFO)
                .fix("add a ServiceAccount and name it; it costs nothing")
                .link("https://kubernetes.io/docs/concepts/security/rbac-good-practices/")
                .must(pod -> name(account(pod)).isPresent(), "its pods use the default service account");
    }

    private static Rule<ObjectSet> role() {
        return ManifestRules.forKind("role-exists", RBAC, "RoleBinding")
                .because("a binding to a missing role grants nothing")
                .fix("add the Role, or mend the name; the role of a binding cannot be changed later")
                .link(
                        "https://kubernetes.io/docs/reference/access-authn-authz/rbac/#rolebinding-and-clusterrolebinding")
                .check((binding, found) -> {
                    Field role = binding.at("roleRef");
                    String name = role.get("name").text().orElse("");
                    if (role.get("kind").text().filter("Role"::equals).isPresent()
                            && found.objects().find(binding, RBAC, "Role", name).isEmpty()) {
                        found.add(role.get("name"), "there is no Role '" + name + "'");
                    }
                });
    }

    private static Rule<ObjectSet> subject() {
        return ManifestRules.forKind("subject-exists", RBAC, "RoleBinding")
                .because("a binding of a missing account grants nothing, until somebody makes one of that name")
                .fix("add the ServiceAccount, or mend name and namespace")
                .link("https://kubernetes.io/docs/reference/access-authn-authz/rbac/#referring-to-subjects")
                .check((binding, found) -> binding.at("subjects").items().stream()
                        .filter(subject -> subject.get("kind")
                                .text()
                                .filter("ServiceAccount"::equals)
                                .isPresent())
                        .forEach(subject -> {
                            String namespace = subject.get("namespace").text().orElse(binding.namespace());
                            name(subject.get("name"))
                                    .filter(name -> found.objects()
                                            .find(binding.environment(), namespace, "", "ServiceAccount", name)
                                            .isEmpty())
                                    .ifPresent(name -> found.add(
                                            subject.get("name"),
                                            "there is no ServiceAccount '" + name + "' in namespace " + namespace));
                        }));
    }
}
