package dev.idp.kubernetes.internal.ready;

import dev.idp.kubernetes.internal.tree.ApiVersions;
import java.util.Objects;

/**
 * A kind of objects, of whichever version.
 *
 * @param group its group; empty for the oldest, which has no name
 * @param kind its kind
 */
public record GroupKind(String group, String kind) {

    /**
     * Checks that both are there.
     *
     * @param group its group
     * @param kind its kind
     */
    public GroupKind {
        Objects.requireNonNull(group, "the group is null");
        Objects.requireNonNull(kind, "the kind is null");
    }

    static GroupKind of(Value object) {
        return new GroupKind(
                ApiVersions.group(object.at("apiVersion").text("")),
                object.at("kind").text(""));
    }
}
