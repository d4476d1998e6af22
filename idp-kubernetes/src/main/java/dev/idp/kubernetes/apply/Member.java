package dev.idp.kubernetes.apply;

import dev.idp.kubernetes.internal.apply.OwnedFields;
import dev.idp.kubernetes.internal.apply.Wanted;
import dev.idp.kubernetes.internal.cluster.Live;
import dev.idp.kubernetes.internal.cluster.ResourceType;

/**
 * An object of a set, with all that the cluster must know to find it.
 *
 * @param key which it is
 * @param type where the server has objects of its kind
 * @param wanted what it shall be, with its namespace and the set's label
 */
record Member(ObjectKey key, ResourceType type, Wanted wanted) {

    String path() {
        return type.path(key.namespace(), key.name());
    }

    /** Whether it is certain, without a dry run, that applying it would change nothing of what is there. */
    boolean isProvenBy(Live live, String manager) {
        return live.appliedBy(manager)
                .filter(entry -> OwnedFields.prove(wanted.tree(), live.tree(), entry.fields()))
                .isPresent();
    }
}
