package dev.idp.testing;

import dev.idp.explain.Decision;
import dev.idp.internal.text.Closest;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** How failures cite who said something, and name what there is. */
final class Said {

    private Said() {}

    /** Returns for example {@code , by service orders, Shop.java:30}; nothing if nobody is known. */
    static String by(Decision<?> decision) {
        return decision.knownSource().map(source -> ", by " + source).orElse("");
    }

    /** Returns a line for each, like {@code payments by service orders, Shop.java:30}. */
    static String lines(String what, List<Decision<?>> because) {
        return because.stream()
                .flatMap(decision -> decision.knownSource().stream())
                .map(source -> "\n  " + what + " by " + source)
                .collect(Collectors.joining());
    }

    /** Returns what there is instead of a name, the nearest first. */
    static String only(String name, Collection<String> known) {
        return known.isEmpty()
                ? ", but there are none"
                : Closest.to(name, known)
                                .map(near -> ", but there is '" + near + "'; there are: ")
                                .orElse(", but there are only: ")
                        + String.join(", ", known);
    }
}
