package dev.idp.output;

/**
 * What one run did to an {@link OutputDirectory}.
 *
 * @param written files that are new or whose content changed
 * @param unchanged files that already held what was to be written, and were left alone
 * @param removed files of earlier runs that this run no longer wrote, and that were deleted
 */
public record WriteReport(int written, int unchanged, int removed) {

    /**
     * The number of files that this run stands for.
     *
     * @return the files written and the files unchanged; not those removed
     */
    public int total() {
        return written + unchanged;
    }
}
