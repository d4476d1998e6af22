package dev.idp.resources;

import dev.idp.explain.Origin;
import org.jspecify.annotations.Nullable;

/** The one thing for which a call throws; whatever else is wrong is reported by planning. */
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
}
