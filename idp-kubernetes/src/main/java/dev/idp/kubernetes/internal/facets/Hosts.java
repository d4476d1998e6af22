package dev.idp.kubernetes.internal.facets;

import java.util.regex.Pattern;

/** What hosts of external services are: names or addresses. */
final class Hosts {

    /** The last label of a name is no number, or 10.1.2.3 would be one. */
    private static final Pattern NAME = Pattern.compile("(?i)(?!(.*\\.)?\\d+$)[a-z0-9_-]+(\\.[a-z0-9_-]+)*");

    private Hosts() {}

    static boolean isName(String host) {
        return NAME.matcher(host).matches();
    }
}
