package dev.idp.testing.snapshot;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** By what the elements of lists are told apart, as people do. */
final class ElementNames {

    /** In this order: mounts have the names of volumes, of which one may be mounted twice. */
    private static final List<String> NAMING = List.of(
            "name",
            "mountPath",
            "containerPort",
            "port",
            "host",
            "path",
            "key",
            "id",
            "type",
            "topologyKey",
            "ip",
            "uri");

    private ElementNames() {}

    /** The names of the elements of lists, one for each list; empty if the elements of one have none, or share one. */
    static Optional<List<List<String>>> of(List<List<?>> lists) {
        if (lists.stream().allMatch(list -> list.stream().allMatch(ElementNames::isText))) {
            return distinct(lists.stream()
                    .map(list -> list.stream().map(String::valueOf).toList())
                    .toList());
        }
        return NAMING.stream()
                .flatMap(field -> by(field, lists).flatMap(ElementNames::distinct).stream())
                .findFirst();
    }

    private static boolean isText(Object element) {
        return element instanceof String;
    }

    private static Optional<List<List<String>>> by(String field, List<List<?>> lists) {
        List<List<String>> all = new ArrayList<>();
        for (List<?> list : lists) {
            List<String> names = new ArrayList<>();
            for (Object element : list) {
                Object name = element instanceof Map<?, ?> map ? map.get(field) : null;
                if (!(name instanceof String || name instanceof Long)) {
                    return Optional.empty();
                }
                names.add(String.valueOf(name));
            }
            all.add(names);
        }
        return Optional.of(all);
    }

    private static Optional<List<List<String>>> distinct(List<List<String>> lists) {
        return lists.stream().allMatch(names -> new HashSet<>(names).size() == names.size())
                ? Optional.of(lists)
                : Optional.empty();
    }
}
