package dev.idp.tests.kubernetes.explain;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What differs between two trees: which leaves have another value, and which parts are there on one side alone. */
final class ObjectDiff {

    /** Leaves that both trees have, with other values; by their pointers in the first. */
    final List<String> changed = new ArrayList<>();

    /** Parts that the first tree alone has, none within another; by their pointers there. */
    final List<String> vanished = new ArrayList<>();

    /** Parts that the second tree alone has, none within another; by their pointers there. */
    final List<String> appeared = new ArrayList<>();

    ObjectDiff(JsonNode first, JsonNode second) {
        compare("", first, "", second);
    }

    private void compare(String at, JsonNode first, String there, JsonNode second) {
        if (first.equals(second)) {
            return;
        }
        if (isMap(first) && isMap(second)) {
            Set<String> names = new LinkedHashSet<>();
            first.fieldNames().forEachRemaining(names::add);
            second.fieldNames().forEachRemaining(names::add);
            for (String name : names) {
                String step = "/" + name.replace("~", "~0").replace("/", "~1");
                field(at + step, first.get(name), there + step, second.get(name));
            }
        } else if (isList(first) && isList(second)) {
            lists(at, first, there, second);
        } else if (first.isEmpty() && second.isEmpty()) {
            changed.add(at);
        } else {
            vanished.add(at);
            appeared.add(there);
        }
    }

    private void field(String at, JsonNode first, String there, JsonNode second) {
        if (first == null) {
            appeared.add(there);
        } else if (second == null) {
            vanished.add(at);
        } else {
            compare(at, first, there, second);
        }
    }

    /** Elements that are equal belong together; what is left between them is compared in its order. */
    private void lists(String at, JsonNode first, String there, JsonNode second) {
        int[][] common = common(first, second);
        List<Integer> left = new ArrayList<>();
        List<Integer> right = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < first.size() || j < second.size()) {
            if (i < first.size() && j < second.size() && first.get(i).equals(second.get(j))) {
                pair(at, first, left, there, second, right);
                i++;
                j++;
            } else if (j == second.size() || (i < first.size() && common[i + 1][j] >= common[i][j + 1])) {
                left.add(i++);
            } else {
                right.add(j++);
            }
        }
        pair(at, first, left, there, second, right);
    }

    private void pair(
            String at, JsonNode first, List<Integer> left, String there, JsonNode second, List<Integer> right) {
        for (int k = 0; k < Math.max(left.size(), right.size()); k++) {
            if (k >= right.size()) {
                vanished.add(at + "/" + left.get(k));
            } else if (k >= left.size()) {
                appeared.add(there + "/" + right.get(k));
            } else {
                int i = left.get(k);
                int j = right.get(k);
                compare(at + "/" + i, first.get(i), there + "/" + j, second.get(j));
            }
        }
        left.clear();
        right.clear();
    }

    /** How many elements the longest common subsequence has, from each pair of positions on. */
    private static int[][] common(JsonNode first, JsonNode second) {
        int[][] common = new int[first.size() + 1][second.size() + 1];
        for (int i = first.size() - 1; i >= 0; i--) {
            for (int j = second.size() - 1; j >= 0; j--) {
                common[i][j] = first.get(i).equals(second.get(j))
                        ? 1 + common[i + 1][j + 1]
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }

    private static boolean isMap(JsonNode node) {
        return node.isObject() && !node.isEmpty();
    }

    private static boolean isList(JsonNode node) {
        return node.isArray() && !node.isEmpty();
    }
}
