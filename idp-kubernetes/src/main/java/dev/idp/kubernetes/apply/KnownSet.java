package dev.idp.kubernetes.apply;

import java.util.List;

/**
 * A set that a cluster remembers. One of an environment that has another name or namespace by now is never deleted silently: it
 * is found here, and an empty {@link ApplySet} of its name and namespace prunes it.
 *
 * @param name the name of its ConfigMap
 * @param namespace where that is
 * @param kinds of which kinds there may be objects, as {@code Deployment.apps}
 * @param namespaces in which namespaces there may be objects
 */
public record KnownSet(String name, String namespace, List<String> kinds, List<String> namespaces) {}
