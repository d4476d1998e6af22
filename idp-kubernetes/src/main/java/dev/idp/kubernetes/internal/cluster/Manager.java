package dev.idp.kubernetes.internal.cluster;

import dev.idp.kubernetes.internal.tree.Tree;
import java.util.Map;

/**
 * Who set fields of an object, and which.
 *
 * @param tree the entry in {@code metadata.managedFields}
 * @see <a href="https://kubernetes.io/docs/reference/using-api/server-side-apply/#field-management">Field management</a>
 */
public record Manager(Tree tree) {

    /**
     * Returns who it is.
     *
     * @return a name such as {@code kubectl-edit} or {@code kube-controller-manager}
     */
    public String name() {
        return tree.text("manager");
    }

    /**
     * Tells how it set them.
     *
     * @return true if by server-side apply
     */
    public boolean isApply() {
        return tree.text("operation").equals("Apply")
                && tree.text("subresource").isEmpty();
    }

    /**
     * Returns when it last did.
     *
     * @return an RFC 3339 time; empty if nobody knows
     */
    public String time() {
        return tree.text("time");
    }

    /**
     * Returns the fields.
     *
     * @return a map as {@code fieldsV1} is written; an empty one if there are none
     */
    public Tree.Fields fields() {
        return tree.find("fieldsV1").orElse(null) instanceof Tree.Fields fields ? fields : Tree.map(Map.of());
    }
}
