package dev.idp.kubernetes.internal.ready;

import dev.idp.kubernetes.internal.tree.Tree;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A value of an object, there or not. What is of another type than asked for counts as not there. */
record Value(@Nullable Tree tree) {

    Value at(String... names) {
        Tree at = tree;
        for (String name : names) {
            at = at instanceof Tree.Fields map ? map.fields().get(name) : null;
        }
        return new Value(at);
    }

    boolean isThere() {
        return tree != null && !(tree instanceof Tree.Scalar scalar && scalar.value() == null);
    }

    boolean isTrue() {
        return tree instanceof Tree.Scalar scalar && Boolean.TRUE.equals(scalar.value());
    }

    boolean isFalse() {
        return tree instanceof Tree.Scalar scalar && Boolean.FALSE.equals(scalar.value());
    }

    List<Value> items() {
        return tree instanceof Tree.Elements list
                ? list.elements().stream().map(Value::new).toList()
                : List.of();
    }

    String text(String otherwise) {
        return tree instanceof Tree.Scalar scalar && scalar.value() instanceof String text ? text : otherwise;
    }

    long number(long otherwise) {
        return tree instanceof Tree.Scalar scalar && scalar.value() instanceof Long number ? number : otherwise;
    }

    Optional<Instant> time() {
        String text = text("");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }

    /** Argo's Rollouts, among others, write the generation as a text. */
    OptionalLong generation() {
        if (!(tree instanceof Tree.Scalar scalar)) {
            return OptionalLong.empty();
        }
        if (scalar.value() instanceof Long number) {
            return OptionalLong.of(number);
        }
        return scalar.value() instanceof String text && text.matches("[0-9]{1,18}")
                ? OptionalLong.of(Long.parseLong(text))
                : OptionalLong.empty();
    }

    /** Returns it as maps, lists and scalars of Java. */
    @Nullable
    Object plain() {
        return tree == null ? null : plain(tree);
    }

    private static @Nullable Object plain(Tree tree) {
        if (tree instanceof Tree.Fields map) {
            Map<String, @Nullable Object> plain = new LinkedHashMap<>();
            map.fields().forEach((name, value) -> plain.put(name, plain(value)));
            return plain;
        }
        if (tree instanceof Tree.Elements list) {
            List<@Nullable Object> plain = new ArrayList<>();
            list.elements().forEach(element -> plain.add(plain(element)));
            return plain;
        }
        return ((Tree.Scalar) tree).value();
    }
}
