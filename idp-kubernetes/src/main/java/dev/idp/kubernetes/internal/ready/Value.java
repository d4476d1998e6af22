package dev.idp.kubernetes.internal.ready;

import dev.idp.kubernetes.internal.tree.Tree;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A value of an object, there or not. What is of another type than asked for counts as not there. */
record Value(@Nullable Tree tree) {

    Value at(String... names) {
        return new Value(tree == null ? null : tree.find(names).orElse(null));
    }

    boolean isThere() {
        return tree != null && !(tree instanceof Tree.Scalar scalar && scalar.value() == null);
    }

    boolean isTrue() {
        return tree != null && tree.isTrue();
    }

    boolean isFalse() {
        return tree instanceof Tree.Scalar scalar && Boolean.FALSE.equals(scalar.value());
    }

    List<Value> items() {
        return tree == null
                ? List.of()
                : tree.elementsOf().stream().map(Value::new).toList();
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
        return tree == null ? null : tree.plain();
    }
}
