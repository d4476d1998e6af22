package dev.idp.testing.snapshot;

import org.jspecify.annotations.Nullable;

/**
 * A field that is not as the snapshot says.
 *
 * @param kind what happened to it
 * @param place where it stands in its subject
 * @param expected what the snapshot says; null where it says nothing
 * @param actual what there is now; null if there is nothing
 */
record Difference(
        Kind kind,
        Place place,
        @Nullable Object expected,
        @Nullable Object actual) {

    enum Kind {
        ADDED,
        REMOVED,
        CHANGED,
        /** The same elements follow each other otherwise. */
        REORDERED
    }

    static Difference added(Place place, @Nullable Object actual) {
        return new Difference(Kind.ADDED, place, null, actual);
    }

    static Difference removed(Place place, @Nullable Object expected) {
        return new Difference(Kind.REMOVED, place, expected, null);
    }

    /** Returns for example {@code spec/replicas: 2 -> 3}. */
    @Override
    public String toString() {
        String what =
                switch (kind) {
                    case ADDED -> "added " + ShownValue.of(actual);
                    case REMOVED -> "removed " + ShownValue.of(expected);
                    case CHANGED -> ShownValue.change(expected, actual);
                    case REORDERED -> "order " + ShownValue.change(expected, actual);
                };
        return place.path().isEmpty() ? what : place.path() + ": " + what;
    }
}
