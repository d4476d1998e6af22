package dev.idp.kubernetes.internal.capacity;

import dev.idp.kubernetes.check.ManifestObject;
import dev.idp.kubernetes.check.ObjectSet;
import java.util.List;

/**
 * The LimitRanges of a namespace.
 *
 * @param all what they say, in their order, which is that in which they fill what is unsaid
 */
record Ranges(List<Range> all) {

    static Ranges of(ObjectSet objects, ManifestObject neighbour) {
        return new Ranges(objects.ofKind("", "LimitRange").stream()
                .filter(range -> Neighbours.are(range, neighbour))
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

    List<Range> ofType(String type) {
        return all.stream().filter(range -> range.type().equals(type)).toList();
    }
}
