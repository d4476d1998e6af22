package dev.idp.kubernetes.internal.check;

import dev.idp.kubernetes.check.Field;
import dev.idp.kubernetes.check.ManifestObject;
import dev.idp.kubernetes.check.ObjectSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The service accounts that some binding gives anything to, by themselves or by the groups that they are in. */
final class GrantedAccounts {

    private static final String ALL = "system:serviceaccounts";

    private final Set<Account> accounts = new HashSet<>();
    private final Set<Group> groups = new HashSet<>();

    private record Account(Scope scope, String name) {}

    private record Group(String environment, String name) {}

    GrantedAccounts(ObjectSet objects) {
        for (String kind : List.of("RoleBinding", "ClusterRoleBinding")) {
            for (ManifestObject binding : objects.ofKind(RightsRules.RBAC, kind)) {
                binding.at("subjects").items().forEach(subject -> add(binding, subject));
            }
        }
    }

    private void add(ManifestObject binding, Field subject) {
        String kind = subject.get("kind").text().orElse("");
        String name = subject.get("name").text().orElse("");
        if (kind.equals("ServiceAccount")) {
            String namespace = subject.get("namespace").text().orElse(binding.namespace());
            accounts.add(new Account(new Scope(binding.environment(), namespace), name));
        } else if (kind.equals("Group")) {
            groups.add(new Group(binding.environment(), name));
        }
    }

    boolean has(ManifestObject pod, String account) {
        return accounts.contains(new Account(Scope.of(pod), account))
                || groups.contains(new Group(pod.environment(), ALL))
                || groups.contains(new Group(pod.environment(), ALL + ":" + pod.namespace()));
    }
}
