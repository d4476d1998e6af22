package dev.idp.plan;

import java.util.Locale;

/** What a change does to what runs, the mildest first. */
public enum Effect {
    /** Something runs that did not. */
    START,
    /** Copies are taken away that need not be missed. */
    SCALE_DOWN,
    /** A job that was complete runs again. */
    RERUN,
    /** Copies are replaced one after the other, while others answer. */
    ROLLING_RESTART,
    /** Something no longer runs. */
    STOP,
    /** What runs is removed and made anew, since what changed cannot be changed in place. */
    REPLACEMENT,
    /** Nothing answers for a while. */
    DOWNTIME,
    /** More can be reached, or by more. */
    EXPOSURE_WIDENED,
    /** More is allowed. */
    PERMISSIONS_WIDENED,
    /** What was kept may be lost, or is no longer where it is looked for. */
    DATA_AT_RISK;

    /** Returns for example {@code rolling restart}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
