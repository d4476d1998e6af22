package dev.idp.testing.snapshot;

/**
 * How snapshots are taken.
 *
 * @param redaction what is not shown
 * @param mostDifferences how many differences a message shows
 * @param mostLines how many lines a file may have
 */
record SnapshotOptions(Redaction redaction, int mostDifferences, int mostLines) {

    static final SnapshotOptions USUAL = new SnapshotOptions(Redaction.none(), 20, Integer.MAX_VALUE);
}
