package dev.idp;

import java.util.Locale;

/** What happens when a scheduled job is due while it still runs. */
public enum Overlap {
    /** It waits for the next time. */
    SKIP,
    /** It runs twice at once. */
    ALLOW,
    /** What runs is stopped. */
    REPLACE;

    /** Returns the name in lower case. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
