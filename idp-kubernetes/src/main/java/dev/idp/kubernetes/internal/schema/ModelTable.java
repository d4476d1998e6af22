package dev.idp.kubernetes.internal.schema;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What is known of the classes of Fabric8's model, or of their fields: a name, a colon, and words, line by line. */
final class ModelTable<T> {

    private final Map<String, T> rows;

    private ModelTable(Map<String, T> rows) {
        this.rows = rows;
    }

    static <T> ModelTable<T> of(String lines, Function<List<String>, T> read) {
        return new ModelTable<>(lines.lines()
                .map(line -> line.split(": ", 2))
                .collect(Collectors.toUnmodifiableMap(
                        row -> ModelKinds.PACKAGE + row[0], row -> read.apply(List.of(row[1].split(" "))))));
    }

    Optional<T> get(String name) {
        return Optional.ofNullable(rows.get(name));
    }

    Optional<T> get(Class<?> type, String field) {
        return get(type.getName() + "." + field);
    }
}
