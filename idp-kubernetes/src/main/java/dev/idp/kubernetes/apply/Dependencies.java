package dev.idp.kubernetes.apply;

import dev.idp.kubernetes.internal.apply.Order;
import dev.idp.kubernetes.internal.apply.PodReferences;
import dev.idp.kubernetes.internal.apply.Wanted;
import dev.idp.kubernetes.internal.tree.ApiVersions;
import dev.idp.kubernetes.internal.tree.Tree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What must be there before an object is applied, of the same set: its namespace, the definition of its kind, what its pods
 * refer to, the role that is bound, and what it starts after.
 */
final class Dependencies {

    private static final String NAME = "app.kubernetes.io/name";
    private static final Set<String> PODS =
            Set.of("Pod", "Deployment", "StatefulSet", "DaemonSet", "ReplicaSet", "Job");

    private final Map<ObjectKey, Member> members = new LinkedHashMap<>();
    private final Map<String, List<ObjectKey>> definitions = new HashMap<>();
    private final Map<String, List<ObjectKey>> pods = new HashMap<>();

    Dependencies(List<Member> all) {
        for (Member member : all) {
            members.put(member.key(), member);
            if (DefinedKinds.isDefinition(member.wanted())) {
                Tree tree = member.wanted().tree();
                String kind = tree.text("spec", "names", "kind") + "." + tree.text("spec", "group");
                definitions.computeIfAbsent(kind, each -> new ArrayList<>()).add(member.key());
            }
            if (PODS.contains(member.key().kind())) {
                String name = member.wanted().tree().text("metadata", "labels", NAME);
                pods.computeIfAbsent(name.isEmpty() ? member.key().name() : name, each -> new ArrayList<>())
                        .add(member.key());
            }
        }
    }

    /** What must have been applied before it. */
    Set<ObjectKey> applied(Member member) {
        Set<ObjectKey> before = new HashSet<>();
        ObjectKey key = member.key();
        add(before, "", "Namespace", "", key.namespace());
        PodReferences.of(member.wanted())
                .forEach(reference -> add(before, "", reference.kind(), key.namespace(), reference.name()));
        Wanted wanted = member.wanted();
        switch (key.kind()) {
            case "RoleBinding" -> {
                add(before, key.group(), "Role", key.namespace(), role(wanted, "Role"));
                add(before, key.group(), "ClusterRole", "", role(wanted, "ClusterRole"));
            }
            case "ClusterRoleBinding" -> add(before, key.group(), "ClusterRole", "", role(wanted, "ClusterRole"));
            case "HorizontalPodAutoscaler" ->
                add(
                        before,
                        ApiVersions.group(wanted.tree().text("spec", "scaleTargetRef", "apiVersion")),
                        wanted.tree().text("spec", "scaleTargetRef", "kind"),
                        key.namespace(),
                        wanted.tree().text("spec", "scaleTargetRef", "name"));
            default -> {}
        }
        before.remove(key);
        return before;
    }

    private static String role(Wanted binding, String kind) {
        return binding.tree().text("roleRef", "kind").equals(kind)
                ? binding.tree().text("roleRef", "name")
                : "";
    }

    private void add(Set<ObjectKey> before, String group, String kind, String namespace, String name) {
        ObjectKey key = new ObjectKey(group, kind, namespace, name);
        if (members.containsKey(key)) {
            before.add(key);
        }
    }

    /** What must be ready before it, however little is waited for: the definition of its kind. */
    Set<ObjectKey> served(Member member) {
        return Set.copyOf(definitions.getOrDefault(member.key().groupKind(), List.of()));
    }

    /** What must be ready before it, if anything is waited for. */
    Set<ObjectKey> started(Member member) {
        Set<ObjectKey> before = new HashSet<>();
        for (String name : member.wanted().startsAfter()) {
            before.addAll(Optional.ofNullable(pods.get(name)).orElse(List.of()));
        }
        before.remove(member.key());
        return before;
    }

    static int rank(Member member) {
        return Order.rank(member.wanted().apiVersion(), member.key().kind());
    }
}
