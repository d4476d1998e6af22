package dev.idp.testing.kubernetes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which expected element is which element of a list, so that as many as possible are one: two that are expected alike need two.
 *
 * @param places the places in the list by those among the expected
 * @param missing the expected that are none
 * @param free the places that are nobody's
 */
record Assignment(Map<Integer, Integer> places, List<Integer> missing, List<Integer> free) {

    static Assignment of(List<Shapes.Known> expected, List<?> list, String pointer) {
        Map<Integer, Integer> owners = new HashMap<>();
        List<Integer> missing = new ArrayList<>();
        for (int element = 0; element < expected.size(); element++) {
            if (!settle(element, expected, list, owners, new HashSet<>(), pointer)) {
                missing.add(element);
            }
        }
        Map<Integer, Integer> places = new TreeMap<>();
        owners.forEach((place, element) -> places.put(element, place));
        List<Integer> free = new ArrayList<>();
        for (int place = 0; place < list.size(); place++) {
            if (!owners.containsKey(place)) {
                free.add(place);
            }
        }
        return new Assignment(places, missing, free);
    }

    /** Whoever has the place moves to another one if there is any: augmenting paths. */
    private static boolean settle(
            int element,
            List<Shapes.Known> expected,
            List<?> list,
            Map<Integer, Integer> owners,
            Set<Integer> tried,
            String pointer) {
        for (int place = 0; place < list.size(); place++) {
            if (expected.get(element).compare(list.get(place), pointer).isEmpty() && tried.add(place)) {
                Integer owner = owners.get(place);
                if (owner == null || settle(owner, expected, list, owners, tried, pointer)) {
                    owners.put(place, element);
                    return true;
                }
            }
        }
        return false;
    }
}
