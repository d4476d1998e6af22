package dev.idp.kubernetes.internal.check;

/** Names of hosts, where a first label of {@code *} stands for others. */
final class HostNames {

    private HostNames() {}

    /** A certificate's wildcard stands for one label. */
    static boolean covers(String certified, String host) {
        return certified.equals(host)
                || (certified.startsWith("*.")
                        && host.indexOf('.') > 0
                        && certified.substring(1).equals(host.substring(host.indexOf('.'))));
    }

    /** A wildcard of a gateway or a route stands for any number of labels. */
    static boolean overlap(String one, String other) {
        return one.equals(other) || isBelow(one, other) || isBelow(other, one);
    }

    private static boolean isBelow(String host, String wildcard) {
        return wildcard.startsWith("*.") && host.endsWith(wildcard.substring(1));
    }
}
