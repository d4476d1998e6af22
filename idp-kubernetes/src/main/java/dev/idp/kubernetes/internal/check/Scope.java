package dev.idp.kubernetes.internal.check;

import dev.idp.kubernetes.check.ManifestObject;

/**
 * Where names of objects mean the same.
 *
 * @param environment the name of the environment
 * @param namespace the namespace; empty if none is said
 */
record Scope(String environment, String namespace) {

    static Scope of(ManifestObject object) {
        return new Scope(object.environment(), object.namespace());
    }
}
