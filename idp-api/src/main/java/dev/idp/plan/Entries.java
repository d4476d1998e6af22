package dev.idp.plan;

import dev.idp.explain.Decision;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is decided about one setting: a decision for each entry, or one without a name. There are as many of these as there
 * are settings times workloads times environments, and most hold one decision, so they are arrays.
 */
final class Entries {

    private static final String[] NO_NAME = {""};

    /** Nothing, also where there is something for others. */
    static final Entries NONE = new Entries(new String[0], new Decision<?>[0]);

    /** Sorted. */
    private final String[] names;

    private final Decision<?>[] decisions;
    private volatile @Nullable SortedMap<String, Decision<?>> present;

    private Entries(String[] names, Decision<?>[] decisions) {
        this.names = names;
        this.decisions = decisions;
    }

    static Entries of(String name, Decision<?> decision) {
        return new Entries(name.isEmpty() ? NO_NAME : new String[] {name}, new Decision<?>[] {decision});
    }

    /** The same with an entry added or replaced. */
    Entries with(String name, Decision<?> decision) {
        int place = Arrays.binarySearch(names, name);
        if (place >= 0) {
            Decision<?>[] replaced = decisions.clone();
            replaced[place] = decision;
            return new Entries(names, replaced);
        }
        int before = -place - 1;
        return new Entries(inserted(names, before, name), inserted(decisions, before, decision));
    }

    private static <T> T[] inserted(T[] array, int place, T element) {
        T[] longer = Arrays.copyOf(array, array.length + 1);
        System.arraycopy(array, place, longer, place + 1, array.length - place);
        longer[place] = element;
        return longer;
    }

    boolean isEmpty() {
        return names.length == 0;
    }

    @Nullable
    Decision<?> get(String name) {
        if (names.length == 1) {
            return names[0].equals(name) ? decisions[0] : null;
        }
        int place = Arrays.binarySearch(names, name);
        return place < 0 ? null : decisions[place];
    }

    /** The same of another subject. */
    Entries about(String subject) {
        Decision<?>[] others = new Decision<?>[decisions.length];
        Arrays.setAll(others, i -> decisions[i].about(subject));
        return new Entries(names, others);
    }

    /** In the order of the names. */
    List<Decision<?>> all() {
        return Arrays.asList(decisions);
    }

    /** The entries that have a value. */
    SortedMap<String, Decision<?>> present() {
        SortedMap<String, Decision<?>> known = present;
        if (known == null) {
            SortedMap<String, Decision<?>> found = new TreeMap<>();
            for (int i = 0; i < names.length; i++) {
                if (decisions[i].isPresent()) {
                    found.put(names[i], decisions[i]);
                }
            }
            known = Collections.unmodifiableSortedMap(found);
            present = known;
        }
        return known;
    }
}
