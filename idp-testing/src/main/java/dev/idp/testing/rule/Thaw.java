package dev.idp.testing.rule;

import dev.idp.policy.Finding;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One run of one frozen rule: what is new, what is gone, and what becomes of the file.
 *
 * @param examination all that violates the rule
 * @param open what of it is not waived
 */
record Thaw(FrozenStore store, Examination examination, List<Finding> open) {

    /** Judges, and writes the file if it may and must; what fails writes nothing, since it may not have seen everything. */
    Optional<String> failure() {
        FrozenFile file = store.file(examination.rule());
        if (!file.exists() && store.isCreating() && !open.isEmpty()) {
            return create(file);
        }
        SortedMap<String, Integer> known = file.read();
        List<Finding> added = beyond(known);
        if (!added.isEmpty()) {
            return Optional.of(ofNew(added, known, file));
        }
        return file.exists() ? shrink(known, file) : Optional.empty();
    }

    private Optional<String> create(FrozenFile file) {
        List<Finding> others =
                open.stream().filter(finding -> !isFreezable(finding)).toList();
        if (!others.isEmpty()) {
            return Optional.of(Violations.text(examination.headline() + "but this cannot be frozen:", others));
        }
        if (store.isReadOnly()) {
            return Optional.of(
                    Violations.text(examination.headline() + "but nothing is frozen where CI is set:", open));
        }
        file.write(counts(open), examination.because());
        store.print("froze " + Violations.count(open.size()) + " of " + examination.rule() + " in " + file);
        return Optional.empty();
    }

    /** What the rule throws is a mistake in it, and what is wrong with a waiver is said by the waiver. */
    private boolean isFreezable(Finding finding) {
        return finding.rule().equals(examination.rule()) && !FrozenKey.isCrash(finding);
    }

    private SortedMap<String, Integer> counts(List<Finding> findings) {
        return FrozenKey.counts(findings.stream().filter(this::isFreezable).toList());
    }

    /** Of several at one path nobody knows which is the new one, so all of them are shown. */
    private List<Finding> beyond(SortedMap<String, Integer> known) {
        SortedMap<String, Integer> now = counts(open);
        return open.stream()
                .filter(finding -> {
                    String key = FrozenKey.of(finding);
                    return !isFreezable(finding) || now.getOrDefault(key, 0) > known.getOrDefault(key, 0);
                })
                .toList();
    }

    private String ofNew(List<Finding> added, SortedMap<String, Integer> known, FrozenFile file) {
        String count = Violations.count(added.size());
        if (!file.exists()) {
            return Violations.text(
                            examination.headline() + "but " + count + (added.size() == 1 ? " was" : " were")
                                    + " found, and nothing is frozen in " + file + ":",
                            added)
                    + "\nto tolerate them for now, run the test once with -D" + FrozenStore.PROPERTY
                    + "=create where CI is not set";
        }
        List<String> lines = FrozenKey.lines(counts(added));
        String text = Violations.text(
                examination.headline() + "but " + count + (added.size() == 1 ? " is" : " are") + " not among the "
                        + size(known) + " frozen in " + file + ":",
                added);
        return lines.isEmpty()
                ? text
                : text + "\na frozen store never grows; what must be tolerated as well is added to it by hand:\n  "
                        + String.join("\n  ", lines);
    }

    private Optional<String> shrink(SortedMap<String, Integer> known, FrozenFile file) {
        SortedMap<String, Integer> now = counts(examination.findings());
        SortedMap<String, Integer> left = new TreeMap<>();
        SortedMap<String, Integer> gone = new TreeMap<>();
        known.forEach((key, count) -> {
            int still = Math.min(count, now.getOrDefault(key, 0));
            put(left, key, still);
            put(gone, key, count - still);
        });
        if (examination.isBlind() || (gone.isEmpty() && !known.isEmpty())) {
            store.print(size(known) + " frozen violation" + (size(known) == 1 ? "" : "s") + " left of "
                    + examination.rule() + " in " + file);
            return Optional.empty();
        }
        return store.isReadOnly() ? Optional.of(ofGone(gone, known, file)) : write(left, known, file);
    }

    private Optional<String> write(SortedMap<String, Integer> left, SortedMap<String, Integer> known, FrozenFile file) {
        String tail = "";
        if (left.isEmpty()) {
            file.delete();
            tail = ", which is removed: the rule need not be frozen any more";
        } else {
            file.write(left, examination.because());
        }
        store.print(size(left) + " of " + size(known) + " frozen violations left of " + examination.rule() + " in "
                + file + tail);
        return Optional.empty();
    }

    private String ofGone(SortedMap<String, Integer> gone, SortedMap<String, Integer> known, FrozenFile file) {
        if (gone.isEmpty()) {
            return examination.headline() + "but nothing is frozen any more in " + file + "\nfix: remove the file";
        }
        boolean isOne = size(gone) == 1;
        return examination.headline() + "but " + size(gone) + " of the " + size(known) + " violations frozen in " + file
                + (isOne ? " is" : " are") + " mended:\n  " + String.join("\n  ", FrozenKey.lines(gone))
                + "\nfix: run the test where CI is not set, which takes " + (isOne ? "it" : "them")
                + " out, and commit the file";
    }

    private static void put(SortedMap<String, Integer> counts, String key, int count) {
        if (count > 0) {
            counts.put(key, count);
        }
    }

    private static int size(SortedMap<String, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
}
