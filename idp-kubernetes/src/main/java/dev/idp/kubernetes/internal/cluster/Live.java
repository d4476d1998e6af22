package dev.idp.kubernetes.internal.cluster;

import dev.idp.kubernetes.internal.tree.Secrecy;
import dev.idp.kubernetes.internal.tree.Tree;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An object as it is in a cluster.
 *
 * @param tree all that the server says, or the metadata alone where no more was asked for; secrets are hidden
 */
public record Live(Tree.Fields tree) {

    /**
     * Takes what a server sent. In lists it leaves out what all elements have in common, and in metadata it says another kind.
     */
    static Live of(ResourceType type, Tree sent) {
        Map<String, Tree> fields = new LinkedHashMap<>();
        fields.put("apiVersion", Tree.scalar(type.apiVersion()));
        fields.put("kind", Tree.scalar(type.kind()));
        sent.fieldsOf().forEach(fields::putIfAbsent);
        return new Live(Secrecy.hide(Tree.map(fields)));
    }

    /**
     * Returns what tells it from another one of its name, before or after it.
     *
     * @return the UID
     */
    public String uid() {
        return tree.text("metadata", "uid");
    }

    /**
     * Returns what changes with each change.
     *
     * @return the version, which nobody can read anything from
     */
    public String resourceVersion() {
        return tree.text("metadata", "resourceVersion");
    }

    /**
     * Returns its name.
     *
     * @return the name
     */
    public String name() {
        return tree.text("metadata", "name");
    }

    /**
     * Returns its namespace.
     *
     * @return the namespace; empty for what is in none
     */
    public String namespace() {
        return tree.text("metadata", "namespace");
    }

    /**
     * Returns a label.
     *
     * @param name its name
     * @return its value; empty if there is none
     */
    public String label(String name) {
        return tree.text("metadata", "labels", name);
    }

    /**
     * Returns an annotation.
     *
     * @param name its name
     * @return its value; empty if there is none
     */
    public String annotation(String name) {
        return tree.text("metadata", "annotations", name);
    }

    /**
     * Tells whether it is on the way out.
     *
     * @return true once it was deleted and waits for finalizers
     */
    public boolean isTerminating() {
        return !tree.text("metadata", "deletionTimestamp").isEmpty();
    }

    /**
     * Returns what controls it: it is made and unmade by that.
     *
     * @return kind and name of the owner
     */
    public Optional<String> controller() {
        return tree.elementsOf("metadata", "ownerReferences").stream()
                .filter(owner -> owner.isTrue("controller"))
                .map(owner -> owner.text("kind") + "/" + owner.text("name"))
                .findFirst();
    }

    /**
     * Returns who set which of its fields.
     *
     * @return an entry for each manager, operation and subresource
     */
    public List<Manager> managers() {
        return tree.elementsOf("metadata", "managedFields").stream()
                .map(Manager::new)
                .toList();
    }

    /**
     * Returns what one manager applied.
     *
     * @param manager its name
     * @return the entry; empty if it applied nothing
     */
    public Optional<Manager> appliedBy(String manager) {
        return managers().stream()
                .filter(entry -> entry.isApply() && entry.name().equals(manager))
                .findFirst();
    }
}
