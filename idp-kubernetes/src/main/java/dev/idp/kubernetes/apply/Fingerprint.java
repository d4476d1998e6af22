package dev.idp.kubernetes.apply;

/**
 * By which a saved change set recognizes what it was made for, without holding it.
 *
 * @param uid the UID of the object in the cluster; empty if there was none
 * @param resourceVersion its version; empty if there was none
 * @param content a hash of all that it was but its status and what the server notes of it; empty if there was none
 * @param wanted a hash of what was to be applied; empty if it was to go away
 */
public record Fingerprint(String uid, String resourceVersion, String content, String wanted) {}
