package dev.idp.kubernetes.internal.capacity;

import dev.idp.kubernetes.check.ManifestObject;

/** Objects of one namespace. */
final class Neighbours {

    private Neighbours() {}

    static boolean are(ManifestObject one, ManifestObject other) {
        return one.environment().equals(other.environment()) && one.namespace().equals(other.namespace());
    }
}
