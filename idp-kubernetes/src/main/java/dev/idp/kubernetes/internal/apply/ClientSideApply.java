package dev.idp.kubernetes.internal.apply;

import dev.idp.kubernetes.internal.cluster.Live;
import dev.idp.kubernetes.internal.cluster.Manager;
import dev.idp.kubernetes.internal.tree.Secrecy;
import dev.idp.kubernetes.internal.tree.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Takes over what {@code kubectl apply} applied from the client's side. Otherwise what it set would stay for ever, since nobody
 * else may remove it.
 *
 * @see <a href="https://github.com/kubernetes/kubernetes/issues/99003">kubernetes #99003: fields that cannot be removed</a>
 */
public final class ClientSideApply {

    /** By which name {@code kubectl apply} sets fields. */
    public static final String MANAGER = "kubectl-client-side-apply";

    private ClientSideApply() {}

    /**
     * Tells whether an object was last applied so.
     *
     * @param live the object, or its metadata
     * @return true if so
     */
    public static boolean applied(Live live) {
        return !live.tree()
                        .find("metadata", "annotations", Secrecy.LAST_APPLIED)
                        .isEmpty()
                && entry(live).isPresent();
    }

    /**
     * Returns the fields that were applied so.
     *
     * @param live the object
     * @return the entry; empty if there is none
     */
    public static Optional<Manager> entry(Live live) {
        return live.managers().stream()
                .filter(manager -> manager.name().equals(MANAGER) && !manager.isApply())
                .findFirst();
    }

    /**
     * Returns what makes them a manager's.
     *
     * @param live the object
     * @param heir the manager
     * @return operations (RFC 6902) that fail if the object changed since
     */
    public static Tree patch(Live live, String heir) {
        List<Tree> operations = new ArrayList<>();
        List<Tree> entries = new ArrayList<>();
        for (Manager manager : live.managers()) {
            boolean isInherited = manager.name().equals(MANAGER) && !manager.isApply();
            entries.add(isInherited ? inherited(manager, heir) : manager.tree());
        }
        operations.add(operation("replace", "/metadata/managedFields", Tree.list(entries)));
        operations.add(operation("replace", "/metadata/resourceVersion", Tree.scalar(live.resourceVersion())));
        operations.add(operation(
                "remove", "/metadata/annotations/" + Secrecy.LAST_APPLIED.replace("/", "~1"), Tree.scalar(null)));
        return Tree.list(operations);
    }

    private static Tree inherited(Manager manager, String heir) {
        Map<String, Tree> entry = new LinkedHashMap<>(((Tree.Fields) manager.tree()).fields());
        entry.put("manager", Tree.scalar(heir));
        entry.put("operation", Tree.scalar("Apply"));
        entry.put("fieldsV1", withoutCopy(manager.fields()));
        return Tree.map(entry);
    }

    private static Tree withoutCopy(Tree.Fields fields) {
        Map<String, Tree> annotations = new LinkedHashMap<>(fields.fieldsOf("f:metadata", "f:annotations"));
        annotations.remove("f:" + Secrecy.LAST_APPLIED);
        Map<String, Tree> metadata = new LinkedHashMap<>(fields.fieldsOf("f:metadata"));
        if (annotations.isEmpty() || annotations.keySet().equals(Set.of("."))) {
            metadata.remove("f:annotations");
        } else {
            metadata.put("f:annotations", Tree.map(annotations));
        }
        Map<String, Tree> all = new LinkedHashMap<>(fields.fields());
        all.put("f:metadata", Tree.map(metadata));
        return Tree.map(all);
    }

    private static Tree operation(String name, String path, Tree value) {
        Map<String, Tree> operation = new LinkedHashMap<>();
        operation.put("op", Tree.scalar(name));
        operation.put("path", Tree.scalar(path));
        if (!value.isEmpty()) {
            operation.put("value", value);
        }
        return Tree.map(operation);
    }
}
