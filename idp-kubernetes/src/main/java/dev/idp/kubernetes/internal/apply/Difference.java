package dev.idp.kubernetes.internal.apply;

import dev.idp.kubernetes.internal.tree.ApiVersions;
import dev.idp.kubernetes.internal.tree.Secrecy;
import dev.idp.kubernetes.internal.tree.Tree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A place where two versions of an object differ.
 *
 * @param pointer the place in what is wanted, by which it can be explained; else in the later version, else in the earlier one
 * @param path the place in the earlier version: names, and places in lists
 * @param before its value; {@code null} if it is not there
 * @param after its value; {@code null} if it goes away
 */
public record Difference(
        String pointer,
        List<Object> path,
        @Nullable Tree before,
        @Nullable Tree after) {

    /** What servers note for themselves, and what {@code kubectl apply} does. */
    private static final Set<String> NOTES = Set.of(
            "managedFields",
            "resourceVersion",
            "generation",
            "uid",
            "creationTimestamp",
            "selfLink",
            "deletionTimestamp",
            "deletionGracePeriodSeconds");

    /**
     * Compares an object with what it becomes.
     *
     * @param before what a server has
     * @param after what it would have
     * @param wanted what is applied, for the pointers; may say less than either
     * @return what differs, without status, notes, and the mark of a set
     */
    public static List<Difference> between(Tree.Fields before, Tree.Fields after, Tree.Fields wanted) {
        List<Difference> differences = new ArrayList<>();
        new Walk(differences, false, Spelling.EXACT).maps("", List.of(), without(before), without(after), wanted);
        return differences;
    }

    /**
     * Compares what is wanted with what there is, where others may have added what they like.
     *
     * @param wanted what is applied
     * @param live what a server has
     * @return what is wanted and is not so; {@code before} is what there is
     */
    public static List<Difference> missing(Tree.Fields wanted, Tree.Fields live) {
        List<Difference> differences = new ArrayList<>();
        new Walk(differences, true, Spelling.inGroup(ApiVersions.group(wanted.text("apiVersion"))))
                .maps("", List.of(), without(live), without(wanted), wanted);
        return differences;
    }

    private static Tree.Fields without(Tree.Fields object) {
        Map<String, Tree> fields = new LinkedHashMap<>(object.fields());
        fields.remove("status");
        Map<String, Tree> metadata = new LinkedHashMap<>(object.fieldsOf("metadata"));
        metadata.keySet().removeAll(NOTES);
        metadata.computeIfPresent("labels", (name, labels) -> without(labels, ApplySetLabels.PART_OF));
        metadata.computeIfPresent("annotations", (name, annotations) -> without(annotations, Secrecy.LAST_APPLIED));
        fields.put("metadata", Tree.map(metadata));
        return Tree.map(fields);
    }

    private static Tree without(Tree map, String name) {
        Map<String, Tree> fields = new LinkedHashMap<>(map.fieldsOf());
        fields.remove(name);
        return Tree.map(fields);
    }

    /**
     * One comparison.
     *
     * @param found takes what differs
     * @param oneSided whether what is only in the earlier version is nobody's concern
     * @param spelling how servers spell what is compared
     */
    private record Walk(List<Difference> found, boolean oneSided, Spelling spelling) {

        void maps(String pointer, List<Object> path, Tree before, Tree after, @Nullable Tree wanted) {
            Set<String> names = new TreeSet<>(after.fieldsOf().keySet());
            if (!oneSided) {
                names.addAll(before.fieldsOf().keySet());
            }
            for (String name : names) {
                Tree said = wanted == null ? null : wanted.find(name).orElse(null);
                values(
                        pointer + "/" + name.replace("~", "~0").replace("/", "~1"),
                        and(path, name),
                        before.find(name).orElse(null),
                        after.find(name).orElse(null),
                        said);
            }
        }

        private void values(
                String pointer, List<Object> path, @Nullable Tree before, @Nullable Tree after, @Nullable Tree wanted) {
            if (before instanceof Tree.Fields && after instanceof Tree.Fields) {
                maps(pointer, path, before, after, wanted);
            } else if (before instanceof Tree.Elements left && after instanceof Tree.Elements right) {
                lists(pointer, path, left.elements(), right.elements(), wanted);
            } else if (!isSame(before, after) && !isSpelledAnew(path, before, after)) {
                found.add(new Difference(pointer, path, before, after));
            }
        }

        /** One side is as it was written, the other as the server keeps it. */
        private boolean isSpelledAnew(List<Object> path, @Nullable Tree before, @Nullable Tree after) {
            Spelling here = spelling;
            String name = "";
            for (Object step : path) {
                name = step instanceof String field ? field : name;
                here = step instanceof String field ? here.of(field) : here;
            }
            return oneSided && before != null && after != null && SameValue.is(name, after, before, here);
        }

        /** What is empty and what is not there are the same to a server. */
        private static boolean isSame(@Nullable Tree before, @Nullable Tree after) {
            if (before == null || after == null) {
                Tree there = before == null ? after : before;
                return there == null || there.isEmpty();
            }
            return plain(before).equals(plain(after));
        }

        private static Object plain(Tree tree) {
            return tree instanceof Tree.Scalar scalar ? Optional.ofNullable(scalar.value()) : tree;
        }

        private void lists(
                String pointer, List<Object> path, List<Tree> before, List<Tree> after, @Nullable Tree wanted) {
            if (before.equals(after)) {
                return;
            }
            boolean isByName = Alignment.isByName(before, after);
            boolean isOfMaps = Stream.concat(before.stream(), after.stream()).allMatch(Tree.Fields.class::isInstance);
            if (!isOfMaps || (!isByName && before.size() != after.size())) {
                found.add(new Difference(pointer, path, Tree.list(before), Tree.list(after)));
                return;
            }
            List<Tree> said = wanted == null ? List.of() : wanted.elementsOf();
            Set<Integer> shown = new HashSet<>();
            for (Alignment.Pair pair : Alignment.of(before, after)) {
                if (oneSided && pair.right() == null) {
                    continue;
                }
                Tree like = pair.right() == null ? Objects.requireNonNull(pair.left()) : pair.right();
                int place = pair.second() < 0 ? pair.first() : pair.second();
                int inSaid = said.isEmpty() ? -1 : Alignment.place(said, like, place);
                boolean isSaid = inSaid >= 0 && inSaid < said.size() && shown.add(inSaid);
                values(
                        pointer + "/" + (isSaid ? inSaid : place),
                        and(path, Math.max(pair.first(), 0)),
                        pair.left(),
                        pair.right(),
                        isSaid ? said.get(inSaid) : null);
            }
        }

        private static List<Object> and(List<Object> path, Object step) {
            List<Object> longer = new ArrayList<>(path);
            longer.add(step);
            return longer;
        }
    }
}
