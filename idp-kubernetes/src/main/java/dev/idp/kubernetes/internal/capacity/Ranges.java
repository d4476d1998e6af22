package dev.idp.kubernetes.internal.capacity;

import java.util.List;

/**
 * The LimitRanges of a namespace.
 *
 * @param all what they say, in their order, which is that in which they fill what is unsaid
 */
record Ranges(List<Range> all) {

    static final Ranges NONE = new Ranges(List.of());

    static Ranges of(Namespace namespace) {
        return new Ranges(namespace.ofKind("", "LimitRange").stream()
                .flatMap(range -> range.at("spec", "limits").items().stream())
                .map(Range::of)
                .toList());
    }

    Resources defaulted(Resources said) {
        Resources defaulted = said;
        for (Range range : all) {
            defaulted = new Resources(
                    defaulted.requests().orElse(range.requests()),
                    defaulted.limits().orElse(range.limits()));
        }
        return defaulted;
    }
}
