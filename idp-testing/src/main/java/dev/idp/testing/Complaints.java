package dev.idp.testing;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What becomes of facts that do not hold: the first ends the test, or all of them are kept. */
final class Complaints {

    /** The first one ends the test. */
    static final Complaints AT_ONCE = new Complaints(null);

    private final @Nullable List<AssertionError> kept;

    private Complaints(@Nullable List<AssertionError> kept) {
        this.kept = kept;
    }

    static Complaints kept() {
        return new Complaints(new ArrayList<>());
    }

    void add(AssertionError complaint) {
        if (kept == null) {
            throw complaint;
        }
        kept.add(complaint);
    }

    List<AssertionError> all() {
        return kept == null ? List.of() : List.copyOf(kept);
    }
}
