package dev.idp;

import dev.idp.explain.Origin;
import org.jspecify.annotations.Nullable;

/** The one thing for which a call of the DSL throws: {@code null}. */
final class Nulls {

    private Nulls() {}

    static <T> T refuse(@Nullable T value, String what) {
        if (value == null) {
            throw new NullPointerException(what + " is null at " + Origin.capture()
                    + "; fix: if it is a constant, two classes probably initialise each other:"
                    + " move the constant into a class of its own, or refer to a service by name");
        }
        return value;
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // The array is read, and handed back as it came.
    static <T> T[] refuseAny(String what, T... values) {
        refuse(values, what);
        for (int i = 0; i < values.length; i++) {
            refuse(values[i], what + " number " + (i + 1));
        }
        return values;
    }
}
