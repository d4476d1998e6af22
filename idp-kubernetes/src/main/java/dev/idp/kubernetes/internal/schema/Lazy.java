package dev.idp.kubernetes.internal.schema;

import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Something that is made when somebody asks, and kept: schemas may hold themselves. */
final class Lazy<T> implements Supplier<T> {

    private final Supplier<T> make;
    private volatile @Nullable T made;

    Lazy(Supplier<T> make) {
        this.make = make;
    }

    @Override
    public T get() {
        T value = made;
        if (value == null) {
            // Two threads may both make it: the same twice.
            value = Objects.requireNonNull(make.get());
            made = value;
        }
        return value;
    }
}
